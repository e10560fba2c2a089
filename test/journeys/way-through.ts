/**
 * The promise of the README, as one script: from `/stuck-case` to the last action done. Told once, played by people in
 * chats and in browsers alike.
 */
import { expect } from 'vitest'
import type { Cast } from './cast.ts'
import type { DemonstrationClock } from './demonstration-clock.ts'
import type { Person } from './person.ts'

const danger = 'Is a child at risk of harm now, or is there an allegation against someone who works with children?'
const noDanger = { [danger]: 'No' }
const notReferral = 'Nobody watches this form. It is not a referral.'

/** Typed into forms, and read where it is opened; never posted. */
export const childName = 'Wren Applegarth'

/** Resolves with the reference of the case. */
export async function goTheWholeWay(cast: Cast, clock: DemonstrationClock): Promise<string> {
  for (const person of Object.values(cast)) await person.arrives()
  await raise(cast)
  const ref = await confirm(cast)
  await giveViews(cast, ref)
  await clock.livesUntil('2026-09-09T09:05')
  // The second news of a day comes with the post of the next.
  await cast.iro.isTold(`${ref}: agencies have been asked`)
  await findTime(cast, ref)
  await clock.livesUntil('2026-09-10T10:00')
  await cast.healthLead.isTold(`${ref}: the meeting is on the next working day`)
  await clock.livesUntil('2026-09-11T10:05')
  await meet(cast, ref)
  await sumUp(cast, ref)
  await chase(cast, ref, clock)
  return ref
}

async function raise({ practitioner, socialWorker }: Cast): Promise<void> {
  await socialWorker.types('/stuck-case')
  const [listed = ''] = await socialWorker.choicesOf('Which child? Choose from your own list')
  const identifier = listed.replace(/, born .*$/, '')
  expect(identifier, 'the social worker has a child on their list').not.toBe('')

  await practitioner.types('/stuck-case')
  await practitioner.sees(notReferral)
  await practitioner.sees('The child may read this one day.')
  await practitioner.sends({
    "Which child? The child's number": identifier,
    'What is stuck?': 'Going missing, or exploitation',
    'What has been tried?': `Three strategy discussions about ${childName}, with no one in charge of the plan.`,
    'What does the child say about it?': 'I do not know who to ring when I want to come back.',
    'What would help?': 'One plan that all of us have read.',
    'When does it need to move by?': '2026-10-30',
    ...noDanger,
  })
  await practitioner.sees("Thank you. The child's social worker will be asked to confirm before anything is shared.")
}

async function confirm({ practitioner, socialWorker, iro, chair }: Cast): Promise<string> {
  const asked = await socialWorker.isTold('please confirm')
  const ref = /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(asked.title)?.[0] ?? 'no reference'
  await iro.isTold(`${ref}: raised`)
  await socialWorker.presses(`${ref}: please confirm`, 'What was raised')
  await socialWorker.sees('I do not know who to ring when I want to come back.')
  await socialWorker.presses(`${ref}: please confirm`, 'Read and confirm')
  await socialWorker.sends({
    'Which agencies do you want to ask?': ['Larkshire NHS Trust', 'Larkshire Police', 'Hazel School'],
    'Who will chair? Choose somebody who does not manage anybody in this case': 'Cosmo Verity',
    'Do the parents know?': 'Yes, they know',
    'Does the child know?': 'Yes, they know',
    'What is the lawful basis for sharing this with the agencies?': 'Public task',
    'What name is the child known by?': childName,
    ...noDanger,
  })
  await socialWorker.sees('Confirmed. 3 agencies are being asked now.')
  for (const person of [practitioner, chair]) await person.isTold(`${ref}: agencies have been asked`)
  return ref
}

async function giveViews({ healthLead, policeLead, schoolLead }: Cast, ref: string): Promise<void> {
  const asked = `${ref}: please give your view`
  await healthLead.presses(asked, 'Who is this child?')
  await healthLead.sees(childName)
  await healthLead.goesOn('I know this child')
  await healthLead.sees('Thank you.')
  await policeLead.presses(asked, 'Who is this child?')
  await policeLead.goesOn('Not ours')
  await policeLead.sees('You can take this back until views close')
  await policeLead.sends({})
  await policeLead.sees('Thank you. The social worker will be told.')

  await healthLead.presses(asked, 'Give our view')
  await healthLead.sees(notReferral)
  await healthLead.sends(view('Health sees the scars and not the story.', '3'))
  await healthLead.sees('Thank you. The chair will read it when views close.')
  await healthLead.presses(asked, 'Give our view')
  await healthLead.sees('Health sees the scars and not the story.')
  await healthLead.sends({ 'What would one point up look like?': 'The nurse is rung first.', ...noDanger })
  await healthLead.sees('Thank you. Your view has been changed.')

  await schoolLead.presses(asked, 'Give our view')
  await schoolLead.sends(view('School marks an absence and does not ask.', '5'))
  await schoolLead.sees('Every agency has now answered, so views close on Tuesday 8 September 2026.')
  await healthLead.isTold(`${ref}: views close on Tuesday 8 September 2026`)
}

const view = (worries: string, scale: string) => ({
  'What worries us?': worries,
  'What is working well?': 'A teaching assistant whom the child trusts.',
  'What keeps us stuck, including our own part?': 'We each wait for the others to write the plan.',
  'What needs to happen?': 'One person writes it, this month.',
  'Where are we today, from 0 to 10?': scale,
  'What would one point up look like?': 'The child is back by nine.',
  'What has the child told you?': 'Nobody asks me where I was.',
  ...noDanger,
})

async function findTime({ chair, practitioner, socialWorker, healthLead, schoolLead, iro }: Cast, ref: string) {
  const offered = await chair.isTold(`${ref}: choose a time for the meeting`)
  expect(offered.buttons).toHaveLength(4)
  await chair.presses(`${ref}: choose a time for the meeting`, offered.buttons[0] ?? '')
  await chair.sees('Everybody will be told.')
  for (const person of [chair, practitioner, socialWorker, healthLead, schoolLead, iro])
    await person.isTold(`${ref}: the meeting is set`)
}

async function meet({ chair, ...others }: Cast, ref: string): Promise<void> {
  for (const person of [others.practitioner, others.socialWorker, others.healthLead, others.schoolLead, others.iro])
    await person.isTold(`${ref}: the meeting is starting`)
  const forChair = `${ref}: for the chair`
  await chair.presses(forChair, 'Run sheet')
  await chair.sees('Nobody asks me where I was.')
  await chair.sees('School marks an absence and does not ask.')

  await chair.presses(forChair, 'Record the meeting')
  await chair.sends({
    'Who came?': ['Cosmo Verity', 'Samira Holt', 'Hanna Oyelaran', 'Selwyn Marsh', 'Imogen Rooke'],
    'What do we understand better now?': 'We were all waiting for a plan that nobody held.',
    "What are the agreed next steps for the child's plan? Write one on each line":
      'One plan for coming home safely\nThe nurse is the first call',
    ...noDanger,
  })
  await chair.sees('Recorded.')
  await adds(chair, forChair, 'Hanna Oyelaran', '2026-09-24', 'Write the health part of the plan')
  await adds(chair, forChair, 'Samira Holt', '2026-10-01', 'Hold one plan and share it')
}

async function adds(chair: Person, message: string, who: string, due: string, what: string): Promise<void> {
  await chair.presses(message, 'Add an action')
  await chair.sends({
    'What will be done?': what,
    'Who does it?': who,
    'By when?': due,
    'How will we know it is done?': 'It is on file and read by all of us',
    ...noDanger,
  })
  await chair.sees('Added.')
}

async function sumUp({ chair, practitioner, socialWorker, healthLead, schoolLead, iro }: Cast, ref: string) {
  await chair.presses(`${ref}: for the chair`, 'Draft the summary')
  await chair.sends({ 'Next step 2': 'The school nurse is the first call', ...noDanger })
  await chair.sees('Approved. Everybody will be told what was agreed')
  for (const person of [chair, practitioner, socialWorker, healthLead, schoolLead, iro]) {
    const agreed = await person.isTold(`${ref}: what was agreed`)
    expect(agreed.text).toContain('The school nurse is the first call')
    expect(agreed.text).toContain('Hold one plan and share it')
  }
  await socialWorker.presses(`${ref}: what was agreed`, 'The reflection')
  await socialWorker.sees('We were all waiting for a plan that nobody held.')
}

/** The health lead keeps the date; the social worker moves it once, and is late all the same. */
async function chase(cast: Cast, ref: string, clock: DemonstrationClock): Promise<void> {
  const { chair, socialWorker, healthLead, teamManager } = cast
  await healthLead.isTold(`${ref}: your action, due`)
  await clock.livesUntil('2026-09-17T12:00')
  await healthLead.presses(`${ref}: your action is due`, 'Done')
  await healthLead.sends({ 'How do we know it is done?': 'It is on file since this morning.', ...noDanger })
  await healthLead.sees(`The action for case ${ref} is done`)
  await chair.isTold(`${ref}: an action is done`)

  await socialWorker.presses(`${ref}: your action, due`, 'New date')
  await socialWorker.sends({
    'By when will it be done?': '2026-10-08',
    'Why does it need a new date?': 'The school is closed for training until then.',
  })
  await socialWorker.sees('It was first due')

  // As people do: they look at what they were told. What lies unread on a page for a working day counts as not reached.
  for (let day = Date.UTC(2026, 8, 18); day <= Date.UTC(2026, 9, 12); day += 24 * 60 * 60 * 1000) {
    await clock.livesUntil(`${new Date(day).toISOString().slice(0, 10)}T12:00`)
    for (const person of [socialWorker, teamManager]) await person.titlesSoFar()
  }
  await chair.isTold(`${ref}: an action has a new date`)
  expect((await teamManager.isTold(ref)).text).toContain('overdue')
  await socialWorker.presses(`${ref}: your action is overdue`, 'Open')
  await socialWorker.goesOn('Done')
  await socialWorker.sends({ 'How do we know it is done?': 'All of us have read the plan.', ...noDanger })
  await chair.presses(`${ref}: all actions are done`, 'Close the case')
  await chair.sends({
    'What has changed, or why are you closing the case?': 'The child comes home by nine.',
    'What can the people who raised it be told?': 'One plan for coming home safely is in place.',
    ...noDanger,
  })
  await chair.sees(`Case ${ref} is closed.`)
  await healthLead.isTold(`${ref}: closed`)
}
