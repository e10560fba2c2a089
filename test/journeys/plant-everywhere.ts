/**
 * The whole way, with other words nobody else writes in every free-text field of every form: each form is first sent
 * incomplete, then, where it asks for that, with a danger and with an allegation that nobody has reported, and only then
 * as it should be.
 */
import type { Aviary } from '../support/canary/canaries.ts'
import { plantAndSend, type Filled, type Hand } from '../support/canary/hand.ts'
import type { Part } from './cast.ts'
import type { DemonstrationClock } from './demonstration-clock.ts'

export type Hands = Readonly<Record<Part, Hand>>

type Way = { readonly hands: Hands; readonly aviary: Aviary; readonly clock: DemonstrationClock }

/** What the chair approves: ours, so that it must be found where it was posted. */
export const approvedLine = 'Brambleworth panel meets'

const report = 'Phone now'
const reported = { danger: 'reported', reportedTo: 'front-door', reportedAt: 'now' }

type Form = {
  readonly form: string
  /** Opens it again, since an answer may have closed it. */
  readonly opens: () => Promise<void>
  /** Makes it incomplete; none where it cannot be. */
  readonly lacking: Filled
  /** What a page or a modal says of it then. */
  readonly refusal?: string
  readonly given: Filled
  readonly left?: (name: string) => boolean
  readonly then: string
}

async function everyWay({ aviary }: Way, hand: Hand, form: Form): Promise<void> {
  const { given, lacking, left } = form
  const send = (how: string, filled: Filled, then: string) =>
    plantAndSend(hand, aviary, { as: `${form.form}, ${how}`, given: filled, then, ...(left && { left }) })
  await form.opens()
  if (!hand.fields().some(({ name }) => name === 'danger')) {
    await send('refused', { ...given, ...lacking }, form.refusal ?? 'Choose')
    return send('as it should be', given, form.then)
  }
  await send('refused', { danger: 'no', ...given, ...lacking }, form.refusal ?? 'Choose')
  await send('danger', { ...given, ...lacking, danger: 'risk-unreported' }, report)
  await send('allegation', { ...given, danger: 'allegation-unreported' }, report)
  await send('as it should be', { ...given, ...reported }, form.then)
}

/** Resolves with the authority's identifier of the child, which is not to be found either. */
export async function plantEverywhere(way: Way): Promise<string> {
  const { hands, clock } = way
  const identifier = await raise(way)
  await match(way)
  const ref = await confirm(way)
  await view(way, ref)
  await clock.livesUntil('2026-09-09T09:05')
  await hands.chair.presses(`${ref}: choose a time`, /2026/)
  await clock.livesUntil('2026-09-14T14:05')
  await meet(way, ref)
  await chase(way, ref)
  await answerDuties(way)
  return identifier
}

async function raise(way: Way): Promise<string> {
  const { socialWorker, practitioner } = way.hands
  for (const words of ['/stuck-case ', ''])
    await practitioner.types(`${words}${way.aviary.plant('words that are no command').name} was hit`)
  await socialWorker.types('/stuck-case')
  const listed = socialWorker
    .fields()
    .find(({ name }) => name === 'child')
    ?.options.find(({ value }) => value !== '')
  const identifier = (listed?.label ?? '').replace(/, born .*$/, '')
  await everyWay(way, practitioner, {
    form: 'raise',
    opens: () => practitioner.types('/stuck-case'),
    lacking: { needed: '' },
    refusal: 'Give a date',
    given: { identifier, name: '', theme: 'permanence', needed: '2026-10-30' },
    then: 'will be asked to confirm before anything is shared',
  })
  return identifier
}

/** Somebody outside the authority names a child by what nobody knows. */
async function match(way: Way): Promise<void> {
  const { aviary } = way
  const { policeLead, chair } = way.hands
  const unknown = {
    theme: 'other',
    needed: '2026-10-30',
    identifier: aviary.plant('raise, child unknown: identifier').name,
    noneKnown: ['none'],
    born: '2014-05-21',
    childNotHeard: ['unknown'],
  }
  await policeLead.types('/stuck-case')
  const raising = { as: 'raise, child unknown', given: { ...unknown, danger: 'risk-unreported' } }
  await plantAndSend(policeLead, aviary, { ...raising, then: report })
  await chair.presses('Urgent: a child may be at risk', 'Record the report')
  await plantAndSend(chair, aviary, {
    as: 'report, refused',
    given: { reportedTo: 'front-door', reportedAt: '' },
    then: 'Write something here',
  })
  await plantAndSend(chair, aviary, {
    as: 'report',
    given: { reportedTo: 'front-door', reportedAt: 'now' },
    then: 'The reminders have stopped',
  })
  await plantAndSend(policeLead, aviary, {
    ...{ as: 'raise, child unknown', given: { ...unknown, danger: 'no' } },
    then: 'will be asked to confirm before anything is shared',
  })
  await chair.presses('Which child is this stuck case about?', 'Find the child')
  await plantAndSend(chair, aviary, {
    as: 'match, still unknown',
    given: {},
    then: "No child in the authority's care",
  })
}

async function confirm(way: Way): Promise<string> {
  const { aviary } = way
  const { socialWorker } = way.hands
  const identity = aviary.plant('confirm: identity')
  const send = (how: string, given: Filled, then: string) =>
    plantAndSend(socialWorker, aviary, { as: `confirm, ${how}`, given, then })
  const agencies = ['larkshire-nhs-trust', 'larkshire-police', 'hazel-school']
  const family = { parents: 'not-told', childTold: 'told', basis: 'public-task' }
  const child = { name: identity.name, born: identity.born, nhsNumber: identity.nhsNumber }
  await socialWorker.presses('please confirm', 'Read and confirm')
  await send('refused', { agencies: [], chair: 'chair', danger: 'no' }, 'Choose')
  await send('who is asked', { agencies, chair: 'chair', danger: 'no' }, '2 of 3')
  await send(
    'family refused',
    { ...family, notTold: '', danger: 'no' },
    'Say why the parents or the child are not told',
  )
  await send('danger', { ...family, danger: 'risk-unreported' }, report)
  await send('allegation', { ...family, danger: 'allegation-unreported' }, report)
  await send('family', { ...family, danger: 'no' }, '3 of 3')
  const upn = aviary.plant('confirm: upn').name
  await send('as it should be', { ...child, upn, ...reported }, '3 agencies are being asked now')
  await socialWorker.types('/stuck-case mine')
  const ref = /[2-9A-Z]{3}-[2-9A-Z]{3}(?=: Permanence)/.exec(socialWorker.sees())?.[0]
  if (ref === undefined) throw new Error(`there is no reference in ${socialWorker.sees()}`)
  return ref
}

async function view(way: Way, ref: string): Promise<void> {
  const { healthLead, policeLead, schoolLead } = way.hands
  const asked = `${ref}: please give your view`
  const thanks = 'Thank you.'
  for (const hand of [healthLead, policeLead, schoolLead]) {
    await hand.presses(asked, 'Who is this child?')
    await hand.goesOn('I know this child')
    await everyWay(way, hand, {
      form: `view of ${hand.name}`,
      opens: () => hand.presses(asked, 'Give our view'),
      lacking: { worries: '' },
      refusal: 'Write something here',
      given: { scale: '4' },
      then: thanks,
    })
    if (hand === schoolLead) continue
    await hand.presses(asked, 'Give our view')
    const corrected = { as: `view of ${hand.name}, corrected`, given: { scale: '5', danger: 'no' } }
    await plantAndSend(hand, way.aviary, { ...corrected, then: 'Your view has been changed' })
  }
}

async function meet(way: Way, ref: string): Promise<void> {
  const { chair } = way.hands
  const { aviary } = way
  const press = (button: string) => () => chair.presses(`${ref}: for the chair`, button)
  await everyWay(way, chair, {
    form: 'where it is',
    opens: press('Say where it is'),
    lacking: { address: `https://${aviary.plant('where it is: address').name}.example/` },
    refusal: 'Paste the whole link',
    // Told to everybody in the case, so the guard lets no canary through.
    given: { held: 'both', address: 'https://meet.google.com/abc-defg-hij', room: 'Room 4, Shire Hall' },
    then: 'Everybody in the case will be told where',
  })
  await press('Run sheet')()
  const decisions = ['first', 'second'].map(
    (one) => `- ${aviary.plant(`record: ${one} decision`).name} of NHS 9990000018`,
  )
  await everyWay(way, chair, {
    form: 'record',
    opens: press('Record the meeting'),
    lacking: { reflection: '' },
    refusal: 'Write something here',
    given: { attended: ['chair', 'social-worker', 'health-lead'], decisions: decisions.join('\n') },
    then: 'Recorded.',
  })
  await everyWay(way, chair, {
    form: 'add action',
    opens: press('Add an action'),
    lacking: { due: '' },
    refusal: 'Give a date',
    given: { owner: 'health-lead', due: '2026-10-09' },
    then: 'Added.',
  })
  const isLine = (name: string): boolean => /^(?:decision|what|know)-/.test(name)
  await press('Draft the summary')()
  const corrected = chair.fields().filter(({ name }) => isLine(name))
  await everyWay(way, chair, {
    form: 'summary draft',
    opens: press('Draft the summary'),
    lacking: {},
    refusal: 'This cannot be posted',
    given: {},
    left: isLine,
    then: 'This cannot be posted',
  })
  await plantAndSend(chair, aviary, {
    as: 'summary draft, corrected',
    given: {
      ...Object.fromEntries(corrected.map(({ name }, line) => [name, `${approvedLine} ${line + 1}`])),
      ...reported,
    },
    then: 'Approved. Everybody will be told',
  })
  await chair.presses(`${ref}: what was agreed`, 'The reflection')
}

/** The health lead hands the action over; the social worker takes it on, moves it and does it; the chair closes the case. */
async function chase(way: Way, ref: string): Promise<void> {
  const { healthLead, socialWorker, chair } = way.hands
  await everyWay(way, healthLead, {
    form: 'hand over',
    opens: () => healthLead.presses(`${ref}: your action, due`, 'Not mine'),
    lacking: { reason: '' },
    refusal: 'Write something here',
    given: { to: 'social-worker' },
    then: 'is asked to take on the action',
  })
  await socialWorker.presses(`${ref}: an action: can you take it on?`, 'I have it')
  const own = async (button: string) => {
    await socialWorker.types('/stuck-case actions')
    await socialWorker.goesOn(button)
  }
  await everyWay(way, socialWorker, {
    form: 'new date',
    opens: () => own('New date'),
    lacking: { due: '' },
    refusal: 'Give a date',
    given: { due: '2026-10-15' },
    then: 'is now due',
  })
  await everyWay(way, socialWorker, {
    form: 'done',
    opens: () => own('Done'),
    lacking: { evidence: '' },
    refusal: 'Write something here',
    given: {},
    then: 'its reminders have stopped',
  })
  await everyWay(way, chair, {
    form: 'close',
    opens: () => chair.presses(`${ref}: all actions are done`, 'Close the case'),
    lacking: { why: '' },
    refusal: 'Write something here',
    // Posted to the people who raised it, so the guard lets no canary through.
    given: { toRaisers: 'One plan is in place.' },
    then: `Case ${ref} is closed`,
  })
}

async function answerDuties(way: Way): Promise<void> {
  const { socialWorker } = way.hands
  const plan = async (button: string) => {
    await socialWorker.types('/stuck-case plan')
    await socialWorker.goesOn(button)
  }
  await plan('Open the first look')
  const mine = socialWorker
    .fields()
    .filter(({ name }) => name.startsWith('mine-'))
    .slice(0, 2)
  await socialWorker.sends(Object.fromEntries(mine.map(({ name }) => [name, 'yes'])))
  await plan('It is recorded')
  const [kind] = socialWorker.fields().find(({ name }) => name === 'as')?.options ?? []
  await everyWay(way, socialWorker, {
    form: 'duty recorded',
    opens: () => plan('It is recorded'),
    lacking: { on: '' },
    refusal: 'Give a date',
    given: { on: '2026-09-10', as: kind?.value ?? '' },
    then: 'Recorded:',
  })
  await everyWay(way, socialWorker, {
    form: 'duty passed on',
    opens: () => plan('Not mine'),
    lacking: { reason: '' },
    refusal: 'Write something here',
    given: { to: 'team-manager' },
    then: 'is asked to take on',
  })
}
