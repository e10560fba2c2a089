/** What people do in the six weeks; what they are told because of it is in the table of the test. */
import type { Actor } from '../support/slack/actor.ts'
import { textOfView } from '../support/slack/observe.ts'
import type { Cast } from './cast.ts'
import type { Person } from './person.ts'

const danger = 'Is a child at risk of harm now, or is there an allegation against someone who works with children?'
const noDanger = { [danger]: 'No' }

/** In care since Tuesday 8 September 2026, and not assessed. */
const overdue = 'LK100029'
/** In care since Friday 13 November 2026, and not assessed yet. */
const fallingDue = 'LK100008'

type References = { readonly overdue: string; readonly fallingDue: string }

/** Every child is hers; all but two have what the law expects so far. Resolves with what people call these two. */
export async function firstLook(samira: Person, atSlack: Actor): Promise<References> {
  const references = new Map<string, string>()
  await samira.types('/stuck-case plan')
  await samira.goesOn('Open the first look')
  // ten at a time, in one modal
  for (const then of ['10 children are confirmed.', 'There are no more.']) {
    const view = atSlack.currentView()
    const shown = view ? textOfView(view) : ''
    const answers: Record<string, string | readonly string[]> = {
      'Are all of these children yours?': ['All are mine, unless I say otherwise below'],
    }
    for (const [, ref = '', id = ''] of shown.matchAll(/([0-9A-Z]{3}-[0-9A-Z]{3})\n(LK\d{6}), born/g)) {
      references.set(id, ref)
      const atReview = `${ref}: which review recorded the permanence plan?`
      const [notYet = '', latest] = await samira.choicesOf(atReview)
      answers[atReview] = latest ?? notYet
      const ofLong = `${ref}: when was the last health assessment held?`
      const health = shown.includes(ofLong)
        ? ofLong
        : `${ref}: when was the initial health assessment and health plan done?`
      if (id !== overdue && id !== fallingDue) answers[health] = '2026-11-27'
    }
    await samira.sends(answers)
    await samira.sees(then)
  }
  const called = (id: string) => references.get(id) ?? `${id}, who was in no first look`
  return { overdue: called(overdue), fallingDue: called(fallingDue) }
}

/** Resolves with the reference of the case. */
export async function raiseAndAsk(cast: Cast): Promise<string> {
  const { practitioner, socialWorker, healthLead, schoolLead } = cast
  await practitioner.types('/stuck-case')
  await practitioner.sends({
    "Which child? The child's number": overdue,
    'What is stuck?': 'Health plan',
    'What has been tried?': 'Two appointments lapsed while the child moved.',
    'What does the child say about it?': 'Nobody asks me before they book.',
    'What would help?': 'One of us who rings the clinic.',
    'When does it need to move by?': '2027-01-29',
    ...noDanger,
  })
  const { title } = await socialWorker.isTold('please confirm')
  await socialWorker.presses('please confirm', 'Read and confirm')
  await socialWorker.sends({
    'Which agencies do you want to ask?': ['Larkshire NHS Trust', 'Hazel School'],
    'Do the parents know?': 'Yes, they know',
    'Does the child know?': 'Yes, they know',
    'What is the lawful basis for sharing this with the agencies?': 'Public task',
    'What name is the child known by?': 'Wren Applegarth',
    ...noDanger,
  })
  for (const lead of [healthLead, schoolLead]) {
    await lead.presses('please give your view', 'Give our view')
    await lead.sends(view)
  }
  return /[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(title)?.[0] ?? `no reference in "${title}"`
}

/** Once views have closed. */
export async function findTime({ chair }: Cast): Promise<void> {
  await chair.presses('choose a time for the meeting', 'Friday 4 December 2026, 10:00')
  await chair.isTold('the meeting is set')
}

const view = {
  'What worries us?': 'Nobody has seen the child since the move.',
  'What is working well?': 'The child comes when somebody they know comes along.',
  'What keeps us stuck, including our own part?': 'We each wait for the other to book.',
  'What needs to happen?': 'One appointment that holds.',
  'Where are we today, from 0 to 10?': '3',
  'What would one point up look like?': 'A date that the child knows.',
  ...noDanger,
}

/** Three actions: one will stay open, one gets a new date, one is done in the middle. */
export async function meetAndAgree({ chair }: Cast): Promise<void> {
  const forChair = 'for the chair'
  await chair.presses(forChair, 'Record the meeting')
  await chair.sends({
    'Who came?': ['Samira Holt', 'Hanna Oyelaran', 'Selwyn Marsh'],
    'What do we understand better now?': 'We were all waiting for each other.',
    "What are the agreed next steps for the child's plan? Write one on each line": 'One appointment for everything',
    ...noDanger,
  })
  for (const [who, due, what] of [
    ['Hanna Oyelaran', '2026-12-18', 'Book the appointment'],
    ['Samira Holt', '2026-12-15', 'Tell the child of the day'],
    ['Selwyn Marsh', '2026-12-23', 'Free the child from lessons on the day'],
  ] as const) {
    await chair.presses(forChair, 'Add an action')
    await chair.sends({
      'What will be done?': what,
      'Who does it?': who,
      'By when?': due,
      'How will we know it is done?': 'It is on file.',
      ...noDanger,
    })
  }
  await chair.presses(forChair, 'Draft the summary')
  await chair.sends(noDanger)
  await chair.sees('Approved. Everybody will be told what was agreed')
}

/** A bank holiday, as people give it without a calendar at hand. */
export async function giveNewDate({ socialWorker, chair }: Cast): Promise<void> {
  await socialWorker.presses('your action is due Tuesday 15 December 2026', 'New date')
  await socialWorker.sends({
    'By when will it be done?': '2026-12-28',
    'Why does it need a new date?': 'The clinic has not answered yet.',
  })
  await chair.isTold('an action has a new date')
}

export async function recordAssessment({ socialWorker }: Cast, ref: string): Promise<void> {
  await socialWorker.presses(`Child ${ref}: initial health assessment and health plan overdue`, 'What came of it')
  await socialWorker.sends({
    'When was that?': '2026-12-16',
    'What came of it?': 'Assessed, with a written health plan',
    'Who recorded it?': 'The nurse for children in care',
    ...noDanger,
  })
  await socialWorker.sees('Recorded')
}

export async function doAction({ schoolLead, chair }: Cast): Promise<void> {
  await schoolLead.presses('your action is due Wednesday 23 December 2026', 'Done')
  await schoolLead.sends({ 'How do we know it is done?': 'The timetable is changed.', ...noDanger })
  await chair.isTold('an action is done')
}
