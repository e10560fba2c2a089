/** No case ends in silence: three stories, told once and played by people in chats and in browsers alike. */
import { expect } from 'vitest'
import type { Cast } from './cast.ts'
import type { DemonstrationClock } from './demonstration-clock.ts'
import type { Person } from './person.ts'

const danger = 'Is a child at risk of harm now, or is there an allegation against someone who works with children?'
const noDanger = { [danger]: 'No' }

/** Resolves with the references of the cases. */
export async function endNothingInSilence(cast: Cast, clock: DemonstrationClock): Promise<readonly string[]> {
  for (const person of Object.values(cast)) await person.arrives()
  await cast.socialWorker.types('/stuck-case')
  const listed = await cast.socialWorker.choicesOf('Which child? Choose from your own list')
  const [first = '', second = '', third = ''] = listed.map((one) => one.replace(/, born .*$/, ''))
  const disputed = await disagree(cast, second)
  const refused = await refuseAndAgreeToClose(cast, first)
  const starved = await starve(cast, third, clock)
  return [refused, disputed, starved]
}

const raises = async (person: Person, identifier: string, more: Readonly<Record<string, string>>): Promise<void> => {
  await person.types('/stuck-case')
  await person.sends({
    "Which child? The child's number": identifier,
    'What has been tried?': 'Two meetings, and nobody wrote the plan.',
    'What does the child say about it?': 'I wait.',
    'What would help?': 'One plan.',
    'When does it need to move by?': '2026-10-30',
    ...noDanger,
    ...more,
  })
  await person.sees('will be asked to confirm before anything is shared.')
}

const refIn = (title: string): string => /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(title)?.[0] ?? 'no reference'

const confirming = (more: Readonly<Record<string, string | readonly string[]>>) => ({
  'Which agencies do you want to ask?': ['Larkshire NHS Trust'],
  'Why does Larkshire NHS Trust need to know?': 'The nurse sees the child each week.',
  'Do the parents know?': 'Yes, they know',
  'Does the child know?': 'Yes, they know',
  'What is the lawful basis for sharing this with the agencies?': 'Public task',
  'What name is the child known by?': 'Wren Applegarth',
  ...noDanger,
  ...more,
})

const closing = {
  'What has changed, or why are you closing the case?': 'The plan is written.',
  'What can the people who raised it be told?': 'The plan is written and everybody has it.',
  ...noDanger,
}

/** The social worker would close what was never met about: the IRO says no, then yes; and the raiser does not agree. */
async function refuseAndAgreeToClose({ practitioner, socialWorker, iro }: Cast, identifier: string): Promise<string> {
  await raises(practitioner, identifier, { 'What is stuck?': 'Education' })
  const ref = refIn((await socialWorker.isTold('please confirm')).title)
  const proposes = async () => {
    await socialWorker.presses(`${ref}: please confirm`, 'What was raised')
    await socialWorker.sees('Robin Ashdown, Larkshire Council, practitioner@demo.example')
    await socialWorker.goesOn('Propose to close')
    await socialWorker.sends(closing)
    await socialWorker.sees(`Case ${ref} stays open until the IRO or the chair agrees.`)
  }
  const proposed = `${ref}: Samira Holt proposes to close it`
  await proposes()
  await iro.isTold(proposed)
  await iro.presses(proposed, 'Read and answer')
  await iro.sees('The plan is written.')
  await iro.sends({
    'Do you agree to close the case?': 'No, it stays open',
    'If it stays open, why?': 'Nobody has met about it.',
    ...noDanger,
  })
  await iro.sees(`Case ${ref} stays open.`)
  await socialWorker.isTold(`${ref}: it stays open`)

  await proposes()
  await isToldTwice(iro, proposed)
  await iro.presses(proposed, 'Read and answer')
  await iro.sends({ 'Do you agree to close the case?': 'Yes, close it', ...noDanger })
  await iro.sees(`Case ${ref} is closed.`)
  const told = await practitioner.isTold('A stuck case that you raised is closed')
  expect(told.text).toContain('The plan is written and everybody has it.')
  await objects(practitioner, iro, ref)
  await practitioner.types('/stuck-case mine')
  await practitioner.sees('Closed on Monday 7 September 2026')
  return ref
}

/** How often, and how long between two looks, a person looks for a message that has the title of one before it. */
const [looks, pauseMs] = [60, 500]

async function isToldTwice(person: Person, title: string): Promise<void> {
  for (let look = 0; look < looks; look++) {
    if ((await person.titlesSoFar()).filter((one) => one.includes(title)).length > 1) return
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  throw new Error(`${person.name} was not told "${title}" twice`)
}

async function objects(practitioner: Person, iro: Person, ref: string): Promise<void> {
  await practitioner.presses('A stuck case that you raised is closed', 'I do not agree')
  await practitioner.sends({ 'Why should the case not be closed?': 'The school has no place yet.', ...noDanger })
  await practitioner.sees('The Independent Reviewing Officer will read it')
  await iro.isTold(`${ref}: somebody does not agree that it is closed`)
  await iro.presses(`${ref}: somebody does not agree that it is closed`, 'Read and answer')
  await iro.sees('The school has no place yet.')
  await iro.sends({
    'What happens now?': 'The case stays closed',
    'What do you answer the person who does not agree?': 'The school has written to us today.',
    ...noDanger,
  })
  const answer = await practitioner.isTold('An answer: you did not agree that a case was closed')
  expect(answer.text).toContain('The school has written to us today.')
}

/** A disagreement with the social worker, who gives a view like everybody else; its raiser is named to the IRO alone. */
async function disagree({ schoolLead, chair, socialWorker, iro }: Cast, identifier: string): Promise<string> {
  await raises(schoolLead, identifier, {
    'What is stuck?': 'Disagreement between professionals',
    'If it is a disagreement: who may know that you raised it?':
      'The IRO alone. The chair reads what you write, without your name',
    'When does it need to move by?': '2026-10-01',
  })
  const ref = refIn((await chair.isTold('a disagreement, please confirm')).title)
  await chair.presses(`${ref}: a disagreement, please confirm`, 'Read and confirm')
  await chair.sees('somebody who is named to the IRO alone')
  await chair.sends(
    confirming({ 'What should the social worker give a view on?': 'Whether the child can stay at this school.' }),
  )
  await chair.sees('Confirmed. 2 agencies are being asked now.')
  await iro.types('/stuck-case mine')
  await iro.goesOn('Open')
  await iro.sees('somebody who is named to the IRO alone')
  await iro.goesOn('Who raised it')
  await iro.sees('Selwyn Marsh, Hazel School, school.lead@demo.example')
  await schoolLead.isTold('A stuck case that you raised is confirmed')
  await socialWorker.isTold(`${ref}: please give your view`)
  await socialWorker.presses(`${ref}: please give your view`, 'Give our view')
  await socialWorker.sees('Nobody watches this form.')

  await chair.types('/stuck-case mine')
  await chair.goesOn('Open')
  await chair.goesOn('Propose to close')
  await chair.sends(closing)
  await chair.sees(`Case ${ref} stays open until the IRO agrees.`)
  await iro.isTold(`${ref}: Cosmo Verity proposes to close it`)
  await iro.presses(`${ref}: Cosmo Verity proposes to close it`, 'Read and answer')
  await iro.sends({ 'Do you agree to close the case?': 'Yes, close it', ...noDanger })
  await iro.sees(`Case ${ref} is closed.`)
  await socialWorker.isTold(`${ref}: closed`)
  await schoolLead.types('/stuck-case mine')
  await schoolLead.sees('Closed on Monday 7 September 2026')
  return ref
}

/** Nobody confirms it: on the second working day others can, on the fourth the IRO does. */
async function starve(cast: Cast, identifier: string, clock: DemonstrationClock): Promise<string> {
  const { practitioner, socialWorker, teamManager, chair, iro, healthLead } = cast
  await raises(practitioner, identifier, { 'What is stuck?': 'Education' })
  await isToldTwice(socialWorker, 'please confirm')
  const ref = refIn((await socialWorker.isTold('please confirm')).title)
  await clock.livesUntil('2026-09-09T10:00')
  for (const person of [teamManager, chair]) {
    const told = await person.isTold(`${ref}: not confirmed yet, and you can confirm it`)
    expect(told.buttons).toContain('Read and confirm')
  }
  await clock.livesUntil('2026-09-11T10:00')
  await iro.isTold(`${ref}: not confirmed yet`)
  await iro.presses(`${ref}: not confirmed yet`, 'Read and confirm')
  await iro.sends(confirming({}))
  await iro.sees('Confirmed. One agency is being asked now.')
  await healthLead.isTold(`${ref}: please give your view`)
  return ref
}
