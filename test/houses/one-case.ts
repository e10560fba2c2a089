/** One case of eight agencies, from raising to closing; in the middle one of them loses its chat. */
import { expect } from 'vitest'
import type { DemonstrationClock } from '../journeys/demonstration-clock.ts'
import { isPost, type Person } from '../journeys/person.ts'

export const parts = [
  ...['practitioner', 'social-worker', 'team-manager', 'iro', 'police-lead', 'school-lead'],
  ...['hospital-lead', 'clinic-lead', 'housing-lead', 'chair', 'foster-lead', 'carers-lead'],
] as const
export type Cast = Record<string, Person>

const danger = 'Is a child at risk of harm now, or is there an allegation against someone who works with children?'
const noDanger = { [danger]: 'No' }

const asked = {
  'police-lead': 'Northmoor Police',
  'school-lead': 'Oak Academy',
  'hospital-lead': 'North Hospital',
  'clinic-lead': 'River Clinic',
  'housing-lead': 'Home Together',
  'foster-lead': 'Foster Kin',
  'carers-lead': 'Young Carers',
} as const

const member = (cast: Cast, id: string): Person => {
  const found = cast[id]
  if (!found) throw new Error(`nobody plays ${id}`)
  return found
}

const why = 'It knows the child from week to week.'

/** Resolves with the reference of the case. */
export async function raiseAndConfirm(cast: Cast, identifier: string): Promise<string> {
  const practitioner = member(cast, 'practitioner')
  await practitioner.types('/stuck-case')
  await practitioner.sends({
    "Which child? The child's number": identifier,
    'What is stuck?': 'Where the child lives',
    'What has been tried?': 'Seven calls between eight offices.',
    'What does the child say about it?': 'I want one bed that is mine.',
    'What would help?': 'All of us in one room.',
    'When does it need to move by?': '2026-10-30',
    ...noDanger,
  })
  const socialWorker = member(cast, 'social-worker')
  const { title } = await socialWorker.isTold('please confirm')
  const ref = /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(title)?.[0] ?? 'no reference'
  await socialWorker.presses(`${ref}: please confirm`, 'Read and confirm')
  await socialWorker.sends({
    'Which agencies do you want to ask?': Object.values(asked),
    ...Object.fromEntries(Object.values(asked).map((agency) => [`Why does ${agency} need to know?`, why])),
    'Who will chair? Choose somebody who does not manage anybody in this case': 'Cora Quill',
    'Do the parents know?': 'Yes, they know',
    'Does the child know?': 'Yes, they know',
    'What is the lawful basis for sharing this with the agencies?': 'Public task',
    'What name is the child known by?': 'Wren Applegarth',
    ...noDanger,
  })
  await socialWorker.sees('Confirmed. 7 agencies are being asked now.')
  return ref
}

/** Everybody sees the same question, each where they are; one after the other answers it. */
export async function giveViews(cast: Cast, ref: string): Promise<void> {
  for (const [id, agency] of Object.entries(asked)) {
    const lead = member(cast, id)
    await lead.presses(`${ref}: please give your view`, 'Give our view')
    await lead.sends({
      'What worries us?': `${agency} finds out about each move a week late.`,
      'What is working well?': 'The child keeps every appointment.',
      'What keeps us stuck, including our own part?': 'We each wait for the others.',
      'What needs to happen?': 'One plan.',
      'Where are we today, from 0 to 10?': '3',
      'What would one point up look like?': 'A date.',
      'What has the child told you?': 'Nothing new.',
      ...noDanger,
    })
    await lead.sees('Thank you.')
  }
}

export async function findTime(cast: Cast, ref: string): Promise<void> {
  const chair = member(cast, 'chair')
  const offered = await chair.isTold(`${ref}: choose a time for the meeting`)
  await chair.presses(`${ref}: choose a time for the meeting`, offered.buttons[0] ?? '')
  await everybodyIsTold(cast, ref, 'the meeting is set')
}

/** Resolves when the summary has been approved; two of the actions are agreed by people without a chat. */
export async function meet(cast: Cast, ref: string): Promise<void> {
  const chair = member(cast, 'chair')
  for (const agency of Object.values(asked)) {
    await chair.presses(`${ref}: for the chair`, 'Run sheet')
    await chair.goesOn(agency)
    await chair.sees(`${agency} finds out about each move a week late.`)
  }
  await chair.presses(`${ref}: for the chair`, 'Record the meeting')
  await chair.sends({
    'Who came?': ['Cora Quill', 'Sadie Lund', 'Faye Tarn', 'Olga Finch', 'Callum Reed'],
    'What do we understand better now?': 'Each of us held one seventh of the plan.',
    "What are the agreed next steps for the child's plan? Write one on each line": 'One plan, held by the clinic',
    ...noDanger,
  })
  for (const who of Object.values(doers)) {
    await chair.presses(`${ref}: for the chair`, 'Add an action')
    await chair.sends({
      'What will be done?': 'Send what is known to the clinic',
      'Who does it?': who,
      'By when?': '2026-09-24',
      'How will we know it is done?': 'It is on file',
      ...noDanger,
    })
  }
  await chair.presses(`${ref}: for the chair`, 'Draft the summary')
  await chair.sends(noDanger)
  await chair.sees('Approved. Everybody will be told what was agreed')
  await everybodyIsTold(cast, ref, 'what was agreed')
}

/** One in each kind of place, and the one who lost theirs. */
const doers = {
  'police-lead': 'Peter Stoke',
  'school-lead': 'Olga Finch',
  'clinic-lead': 'Callum Reed',
  'foster-lead': 'Faye Tarn',
} as const

export async function doAndClose(cast: Cast, ref: string, clock: DemonstrationClock): Promise<void> {
  for (const id of Object.keys(doers)) {
    const doer = member(cast, id)
    await doer.presses(`${ref}: your action, due`, 'Done')
    await doer.sends({ 'How do we know it is done?': 'The clinic has it.', ...noDanger })
  }
  const chair = member(cast, 'chair')
  await chair.presses(`${ref}: all actions are done`, 'Close the case')
  await chair.sends({
    'What has changed, or why are you closing the case?': 'There is one plan.',
    'What can the people who raised it be told?': 'There is one plan, and all of us have read it.',
    ...noDanger,
  })
  await chair.sees(`Case ${ref} is closed.`)
  // Who heard on this Friday already that an action is done hears the rest with Monday's post.
  await clock.livesUntil('2026-09-14T09:05')
  await everybodyIsTold(cast, ref, 'closed', ['social-worker', 'iro', ...Object.keys(asked)])
  await member(cast, 'practitioner').isTold('A stuck case that you raised is closed')
}

/** The same words to each, where they are; a person who only leads people of their own agency is told none of it. */
const everybody = ['practitioner', 'social-worker', 'iro', ...Object.keys(asked)]

async function everybodyIsTold(cast: Cast, ref: string, what: string, those = everybody): Promise<void> {
  const told = new Set<string>()
  for (const id of those) {
    const { title } = await member(cast, id).isTold(`${ref}: ${what}`)
    told.add(isPost.test(title) ? `: ${what}` : afterReference(title))
  }
  expect([...told]).toHaveLength(1)
}

const afterReference = (title: string): string => title.slice(title.indexOf(': '))
