/**
 * The whole way of a case through every form, reading and card that the bot has, once in few words and once with every
 * field at its longest. Always the same ids and days, so that what is drawn can be compared from run to run.
 */
import { asDay } from '../../../src/calendar/day.ts'
import { firstLookAgainCard, firstLookCard, firstLookWaitsCard } from '../../../src/children/first-look.card.ts'
import { oldDatesCard, oldDatesWaitCard } from '../../../src/children/old-dates.card.ts'
import { noSocialWorkerCard } from '../../../src/children/no-social-worker.card.ts'
import { notHeldCard, offersAgainCard, passedOnCard, whatCameCard } from '../../../src/duties/duty.card.ts'
import { reviewMoved } from '../../../src/duties/review-moved.card.ts'
import {
  agreedCard,
  answerButtons,
  givenCard,
  offeredButtons,
  offeringButtons,
} from '../../../src/actions/action.card.ts'
import { doneCard, movedForYouCard, movedWithMeeting } from '../../../src/actions/answered.card.ts'
import { toldInWords } from '../../../src/actions/tells.ts'
import {
  declinedCard,
  handedForYouCard,
  notAcceptedCard,
  pleaseAnswerCard,
  takenBackCard,
  overtakenCard,
  takerLeftCard,
} from '../../../src/parts/offer.card.ts'
import { acceptedCard } from '../../../src/cases/confirmed.card.ts'
import { noIroCard } from '../../../src/cases/no-iro.card.ts'
import {
  confirmDisagreementCard,
  disagreementForPartyCard,
  disagreementRaisedCard,
  joinedCard,
  joinedForIroCard,
  namedToYouCard,
  stillUnconfirmedCard,
} from '../../../src/cases/raised.card.ts'
import { closingWaitsCard, endedCard } from '../../../src/closing/closing.card.ts'
import { challengedCard, challengeWaitsCard, whatNextCard } from '../../../src/challenges/challenge.card.ts'
import type { Challenge } from '../../../src/challenges/challenge.ts'
import { objectionWaitsCard } from '../../../src/closing/objection.card.ts'
import { childrenChangedCard, goneForIroCard } from '../../../src/handovers/iro-hears.ts'
import { givenBackCard, notMineCard, takenBackCard as childTakenBackCard } from '../../../src/duties/not-mine.card.ts'
import { iroNowCard } from '../../../src/handovers/case-part.card.ts'
import { raisingChangedCard } from '../../../src/cases/raising-changed.card.ts'
import { sayingWithdrawn, withdrawnFrom } from '../../../src/cases/withdrawn.ts'
import { unclosedCard, unclosedForIroCard } from '../../../src/cases/unclosed.card.ts'
import { stillUnmatchedCard, unmatchedForLeadCard } from '../../../src/cases/unmatched.card.ts'
import { nearestCommand } from '../../../src/commands/nearest-command.ts'
import { openingCard } from '../../../src/display/opening.card.ts'
import { notUnderstoodCard } from '../../../src/concerns/urgent.card.ts'
import { homeFooter } from '../../../src/commands/home-footer.card.ts'
import { welcomeCard } from '../../../src/commands/welcome.card.ts'
import { atFaultCard } from '../../../src/people/at-fault.card.ts'
import { unopenedCard } from '../../../src/people/unopened.card.ts'
import { notToldCard, undeliveredCard } from '../../../src/people/undelivered.card.ts'
import type { ActionId, CaseId, ChildEventId, MeetingId } from '../../../src/ids.ts'
import { askedCard, askedTooCard, noLongerAskedCard, reminderCard } from '../../../src/inputs/asked.card.ts'
import { lateViewGivenCard, noLateViewCard } from '../../../src/inputs/late-view.card.ts'
import { takenBackCard as takenBackTimeCard } from '../../../src/meetings/take-back.card.ts'
import { raiserReading } from '../../../src/cases/show-raiser.ts'
import { closingDayCard } from '../../../src/inputs/closing-day.card.ts'
import { startBot, type Bot } from '../../support/bot.ts'
import { demonstration, risk, type Given } from '../../support/builders.ts'
import { requestTo, type Asking } from '../../support/stages.ts'
import { accountsAndLeaving } from './accounts.ts'
import { afterTheMeeting } from './chase.ts'
import type { View } from '../words-of.ts'
import { walkWith, type Walk } from './collect.ts'
import { asItIs, long, longest, longName, toTheBrim } from './longest.ts'

export type Length = 'plain' | 'longest'

/** What differs between the two as well as the length of what is written. */
export type Story = {
  readonly name: string
  readonly decisions: string
  readonly actions: number
  /** How many of them one form takes. */
  readonly actionsAtOnce: number
  readonly children: number
  readonly raisings: number
  /** Nothing: its assessment is still due. */
  readonly healthDone: string
  readonly raised: Given
  /** Of the online meeting, the first and then another. */
  readonly links: readonly string[]
}

const theChild = {
  identifier: 'LK104',
  child: '',
  theme: 'missing-or-exploitation',
  namedTo: 'all',
  needed: '2026-10-30',
}

/** As long as the field takes. */
const longestLink =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b'.padEnd(997, 'a') + '%7d'

const stories: Readonly<Record<Length, Story>> = {
  plain: {
    name: 'Kayleigh Marsden',
    decisions: '- The plan is long-term fostering.\n- The panel meets in October.',
    ...{ actions: 2, actionsAtOnce: 1 },
    children: 2,
    raisings: 1,
    healthDone: '2026-03-02',
    raised: { ...theChild, childSays: 'Will I stay?' },
    links: ['https://meet.google.com/abc-defg-hij', 'https://teams.microsoft.com/meet/38712345678901?p=aBcDeFg'],
  },
  longest: {
    name: longName,
    decisions: Array(9).fill(long(300)).join('\n'),
    ...{ actions: 15, actionsAtOnce: 5 },
    children: 100,
    raisings: 3,
    healthDone: '',
    raised: { ...theChild, name: '', born: '2014-05-21' },
    links: ['https://meet.google.com/abc-defg-hij', longestLink],
  },
}

/** `atTheEnd` may look around before everything is thrown away. */
export async function wholeWay(
  length: Length,
  atTheEnd?: (bot: Bot) => Promise<void>,
): Promise<Readonly<Record<string, View>>> {
  const story = stories[length]
  const newId = counted('1')
  const child = counted('2')
  const partnership = length === 'longest' ? longest : demonstration
  const bot = await startBot({
    partnership,
    newId,
    children: Array.from({ length: story.children }, (_, at) => ({ id: child(), identifier: `LK${at + 104}` })),
  })
  const walk = walkWith(bot, length === 'longest' ? toTheBrim : asItIs)
  try {
    await firstLooks(walk, story)
    await datesGrowOld(walk)
    const stuck = await raising(walk, story)
    const asked = await confirming(walk, story, stuck)
    const meeting = await askingAround(walk, asked)
    const actions = await meetingUp(walk, story, meeting)
    await accountsAndLeaving(walk)
    await afterTheMeeting(walk, { case: stuck, actions })
    const views = {
      ...(await walk.views()),
      'first-look-card': firstLookCard(story.children),
      'first-look-again': firstLookAgainCard(story.children),
      'first-look-waits': firstLookWaitsCard(partnership.people[0]?.name ?? '', story.children, ' you are the IRO for'),
      'old-dates': oldDatesCard([{ datesAsOf: asDay('2026-09-04') }, { datesAsOf: asDay('2026-09-11') }]),
      'old-dates-wait': oldDatesWaitCard(partnership.people[0]?.name ?? '', [{ datesAsOf: asDay('2026-09-04') }]),
      'no-social-worker': noSocialWorkerCard(Array.from({ length: story.children }, (_, at) => `K7M-2Q${at % 10}`)),
      ...(await whatWaits(bot, stuck)),
      'home-footer': homeFooter(partnership),
      ...(partnership.people[0] && { welcome: welcomeCard(partnership, partnership.people[0]) }),
      'not-understood': notUnderstoodCard(partnership),
      'not-understood-slip': notUnderstoodCard(partnership, nearestCommand('mien')),
      'opening-by-words': openingCard({ ask: 'open-raise-case' }, { kind: 'form', title: 'Raise a stuck case' }),
      undelivered: undeliveredCard(partnership.people[0]?.name ?? '', 'no-account'),
      'not-told': notToldCard(partnership.people[0]?.name ?? '', 'no-account', partnership.people[1]?.name ?? ''),
      unopened: unopenedCard({ name: partnership.people[0]?.name ?? '' }, new Date('2026-09-07T09:30:00Z')),
      'at-fault': atFaultCard('slack', 'Larkshire Council', 'account_inactive'),
    }
    await atTheEnd?.(bot)
    return views
  } finally {
    await bot.close()
  }
}

/** What is said only where somebody does not answer or is missing, and on this way everybody is there and does. */
async function whatWaits(bot: Bot, id: CaseId): Promise<Readonly<Record<string, View>>> {
  const { duty: known } = await bot.last('duty-started')
  const { stuck, raising, action, duty } = await bot.look(async ({ tx }) => ({
    stuck: await tx.caseById(id),
    action: (await tx.actionsOf(id))[0],
    duty: await tx.dutyById(known),
    raising: (await tx.raisingsOf(id))[0],
  }))
  if (!stuck || !raising || !action || !duty) throw new Error('the case of the whole way is gone')
  const held = await bot.last('time-picked')
  const met = await bot.look(({ tx }) => tx.meetingById(held.meeting))
  const startsAt = new Date(held.start)
  const asked = await bot.look(async ({ tx }) => (await tx.requestsOf(id))[0])
  if (!asked || !met) throw new Error('nobody was asked or met on the whole way')
  const took = { ...met, startsAt }
  const { partnership } = bot
  const outside = Object.fromEntries(Object.entries(raising).filter(([name]) => name !== 'takesPart')) as typeof raising
  const ofParty = { ...asked, agency: bot.partnership.authority }
  const toTell = { ...action, ...toldInWords.parents, tells: 'parents' } as const
  const notHeld = {
    ...{ id: duty.id as unknown as ChildEventId, kind: 'child-refused' as const, on: duty.due },
    again: { by: action.due, with: action.owner },
  } as const
  const refused = { ...duty, notHeld }
  const { challenge: raised } = await bot.last('challenge-raised')
  const ended = await bot.look(({ tx }) => tx.challengeById(raised))
  if (!ended) throw new Error('nothing is challenged on the whole way')
  const challenge: Challenge = { ...ended, state: 'asked' }
  const handing = { called: `Case ${action.ref}: an action`, owner: 'Hugo Pennell', to: 'Samira Holt', on: action.due }
  return {
    'still-unmatched': stillUnmatchedCard(raising, bot.partnership),
    'still-unmatched-lead': unmatchedForLeadCard(raising),
    unclosed: unclosedCard(stuck),
    'unclosed-iro': unclosedForIroCard(stuck),
    'unclosed-no-iro': noIroCard(stuck, 'unclosed'),
    'raised-again-no-iro': noIroCard(stuck, 'raised-again'),
    'raised-again-iro': joinedForIroCard(stuck, raising, bot.partnership),
    'time-taken-back': takenBackTimeCard(stuck, took, { partnership, now: new Date(0) }),
    'not-held': takenBackTimeCard(stuck, took, { partnership, now: startsAt }),
    'raised-again-joins': joinedCard({ ...stuck, state: 'asking' }, outside, bot.partnership),
    'closing-waits': closingWaitsCard(stuck),
    'objection-waits': objectionWaitsCard(stuck),
    'challenge-again': challengedCard(challenge, bot.partnership, true),
    'challenge-not-answered': whatNextCard(challenge, bot.partnership),
    'challenge-waits': challengeWaitsCard(challenge, bot.partnership, 'iro'),
    'still-unconfirmed-withdrawn': sayingWithdrawn(
      stillUnconfirmedCard(stuck, bot.partnership),
      stuck,
      withdrawnFrom([raising, { ...raising, withdrawnAt: stuck.raisedAt }], bot.partnership),
      true,
    ),
    'all-withdrawn': sayingWithdrawn(
      stillUnconfirmedCard(stuck, bot.partnership),
      stuck,
      withdrawnFrom([{ ...raising, withdrawnAt: stuck.raisedAt }], bot.partnership),
      true,
    ),
    'withdrawn-last': raisingChangedCard({ ...stuck, state: 'raised' }, raising, 'withdrawn', bot.partnership, true),
    'confirm-disagreement': confirmDisagreementCard(stuck, bot.partnership),
    'disagreement-raised': disagreementRaisedCard(stuck, { ...raising, namedTo: 'iro' }),
    'named-to-you': namedToYouCard(stuck, { ...raising, namedTo: 'iro' }),
    'open-raiser': raiserReading(raising, bot.partnership),
    'disagreement-party': disagreementForPartyCard(stuck),
    'asked-as-party': askedCard(stuck, ofParty, bot.partnership),
    'reminded-as-party': reminderCard(stuck, ofParty, bot.partnership),
    'late-view-given': lateViewGivenCard(stuck, true),
    'late-view-missing': noLateViewCard(stuck, stuck.needed, true, true),
    accepted: acceptedCard(raising.id),
    'action-ended': endedCard(action),
    'please-answer': pleaseAnswerCard(handing, offeredButtons(action.id)),
    'not-accepted': notAcceptedCard(handing, offeringButtons(action)),
    'handed-for-you': handedForYouCard(handing, 'Teresa Malone', offeringButtons(action)),
    declined: declinedCard(handing, answerButtons(action)),
    'taker-left': takerLeftCard(handing, answerButtons(action)),
    'taken-back': takenBackCard(handing),
    overtaken: overtakenCard(handing.called, 'Samira Holt'),
    'not-mine': notMineCard('Samira Holt', [stuck.ref]),
    'given-back': givenBackCard([{ id: stuck.child, ref: stuck.ref }]),
    'child-taken-back': childTakenBackCard(stuck.ref, 'Samira Holt'),
    'children-changed': childrenChangedCard(
      [{ ref: stuck.ref, from: stuck.socialWorker, to: action.owner }],
      bot.partnership,
    ),
    'gone-iro': goneForIroCard('Samira Holt has left', [stuck.ref]),
    'to-tell-parents': agreedCard(toTell),
    'to-tell-parents-moved': movedForYouCard(toTell, movedWithMeeting),
    'parents-told': doneCard(toTell, 'Samira Holt'),
    'given-action': givenCard(action, 'Hugo Pennell'),
    'passed-duty': passedOnCard(duty, 'Samira Holt'),
    'assessment-not-held': notHeldCard(refused, 'Samira Holt'),
    'assessment-what-came': whatCameCard(refused, 'owner', { owner: 'Samira Holt', offers: 'Hugo Pennell' }),
    'assessment-what-came-iro': whatCameCard(refused, 'iro', { owner: 'Samira Holt', offers: 'Hugo Pennell' }),
    'assessment-offer-again': offersAgainCard(refused, { owner: 'Samira Holt', offers: 'Hugo Pennell' }),
    'review-taken-back': reviewMoved(
      duty,
      { on: duty.careFrom, heldAfterAll: false },
      { as: 'iro', byName: 'Samira Holt', moved: [duty] },
    ),
    'iro-now': iroNowCard(stuck),
    'views-close-sooner': closingDayCard(stuck, stuck.needed, 'everybody-answered'),
    'views-close-later': closingDayCard(stuck, stuck.needed, 'somebody-is-asked'),
    'no-longer-asked': noLongerAskedCard(stuck),
    'asked-too': askedTooCard(stuck, 'Larkshire NHS Trust'),
  }
}

/** UUIDs that count, of one kind each. */
function counted(kind: string): () => string {
  let count = 0
  // Spread over all digits, since people's references are made of the last ones.
  return () =>
    `${kind.repeat(8)}-0000-4000-8000-${((++count * 78_125_003_721) % 281_474_976_710_655).toString(16).padStart(12, '0')}`
}

async function firstLooks({ opens, sends, getsBack, bot }: Walk, story: Story): Promise<void> {
  for (const ask of ['open-help', 'open-urgent-lines', 'open-mine', 'open-actions', 'open-plan'] as const)
    await opens('social-worker', { ask })
  await sends('practitioner', { ask: 'open-away' }, { from: '2026-12-24', until: '2026-12-31' })
  await sends('iro', { ask: 'open-overview-day' }, { weekday: '3' })
  const look = await opens('social-worker', { ask: 'open-first-look' })
  if (look.kind !== 'form') throw new Error('nobody waits for a first look')
  const lastMine = Object.keys(look.fields).findLast((name) => name.startsWith('mine-'))
  const answerTo = (name: string): string => {
    if (name === 'allMine') return 'yes'
    if (name.startsWith('mine-')) return name === lastMine ? 'no' : 'yes'
    return name.startsWith('permanence-') ? 'not-recorded' : story.healthDone
  }
  const answers: Given = Object.fromEntries(Object.keys(look.fields).map((name) => [name, answerTo(name)]))
  await getsBack('social-worker', { ask: 'open-first-look' }, answers)
  const notMine = Object.keys(answers).filter((name) => answers[name] === 'no')
  const given = { notMine: notMine.map((name) => name.replace('mine-', '')) }
  await bot.ask('social-worker', { ask: 'children-not-mine' }, given)
  await bot.ring()
  await opens('social-worker', { ask: 'open-plan' })
}

/** For one moment: nobody is reminded by them. */
async function datesGrowOld({ opens, bot: { db } }: Walk): Promise<void> {
  const kept = await db.selectFrom('children').select(['id', 'as_of', 'confirmed_at']).execute()
  const old = { as_of: '2026-06-30', confirmed_at: new Date('2026-07-01T09:00:00Z') }
  await db.updateTable('children').set(old).where('confirmed_at', 'is not', null).execute()
  await opens('social-worker', { ask: 'open-old-dates' })
  for (const { id, ...dates } of kept) await db.updateTable('children').set(dates).where('id', '=', id).execute()
}

async function raising({ opens, sends, getsBack, bot }: Walk, story: Story): Promise<CaseId> {
  await opens('social-worker', { ask: 'open-raise-case' })
  await getsBack('practitioner', { ask: 'open-raise-case' }, { ...story.raised, ...risk })
  const { concern } = await bot.last('risk-unreported')
  await bot.deliver()
  await opens('iro', { ask: 'open-concern-child', concern })
  await opens('practitioner', { ask: 'open-take-back-concern', concern })
  await sends('iro', { ask: 'open-report-concern', concern })

  await sends('practitioner', { ask: 'open-raise-case' }, story.raised)
  await sends('school-lead', { ask: 'open-raise-case' }, { ...story.raised, identifier: 'unknown' })
  const { raising: unmatched } = await bot.last('raising-unmatched')
  await sends('chair', { ask: 'open-match-raising', raising: unmatched }, { identifier: 'LK104' })
  await sends('school-lead', { ask: 'open-raise-case' }, { ...story.raised, identifier: 'a neighbour' })
  const { raising: ofNobody } = await bot.last('raising-unmatched')
  await sends('chair', { ask: 'open-not-in-care', raising: ofNobody })
  await sends('school-lead', { ask: 'open-raise-case' }, { ...story.raised, identifier: 'a cousin' })
  const { raising: ownRaising } = await bot.last('raising-unmatched')
  await sends('school-lead', { ask: 'open-add-to-raising', raising: ownRaising })
  await opens('school-lead', { ask: 'open-raising', raising: ownRaising })
  await sends('school-lead', { ask: 'open-withdraw-raising', raising: ownRaising })
  await sends('school-lead', { ask: 'open-add-to-raising', raising: unmatched })
  for (const also of ['police-lead', 'health-lead'].slice(0, story.raisings - 1))
    await sends(also, { ask: 'open-raise-case' }, story.raised)
  const { case: stuck } = await bot.last('case-raised')
  await opens('social-worker', { ask: 'open-raised', case: stuck })
  await opens('social-worker', { ask: 'open-case', case: stuck })
  await bot.until('2026-09-11T12:00:00Z')
  return stuck
}

async function confirming({ opens, sends, bot }: Walk, story: Story, stuck: CaseId): Promise<Asking> {
  await sends(
    'social-worker',
    { ask: 'open-confirm-case', case: stuck },
    { name: story.name, nhsNumber: '943 476 5919', upn: 'H801200001001', chair: 'chair', inputsClose: '2026-09-18' },
  )
  await bot.ring()
  await bot.deliver()
  await opens('social-worker', { ask: 'open-identity', case: stuck })
  for (const who of ['social-worker', 'practitioner', 'health-lead'])
    await opens(who, { ask: 'open-case', case: stuck })
  await opens('chair', { ask: 'open-mine' })
  const asked = (await bot.facts()).flatMap((fact) =>
    fact.fact === 'input-asked' ? [[fact.body, fact.request] as const] : [],
  )
  return { case: stuck, request: Object.fromEntries(asked) }
}

async function askingAround({ opens, sends, getsBack, presses, bot }: Walk, asked: Asking): Promise<MeetingId> {
  const health = requestTo(asked, 'larkshire-nhs-trust')
  const school = requestTo(asked, 'hazel-school')
  await opens('health-lead', { ask: 'open-who', request: health })
  await presses('health-lead', { ask: 'know-child', request: health })
  await sends('health-lead', { ask: 'open-pass-on', request: health }, { to: 'health-colleague' })
  await sends('police-lead', { ask: 'open-cannot-tell', request: requestTo(asked, 'larkshire-police') })
  await sends('school-lead', { ask: 'open-not-ours', request: school })
  await opens('school-lead', { ask: 'open-who', request: school })
  await presses('school-lead', { ask: 'take-back-not-ours', request: school })
  await opens('social-worker', { ask: 'open-ask-another', case: asked.case })
  await bot.until('2026-09-17T12:00:00Z')
  for (const [who, request] of [
    ['health-colleague', health],
    ['school-lead', school],
  ] as const)
    await sends(who, { ask: 'open-input', request })
  if (Object.keys(asked.request).length > 3) {
    await opens('school-lead', { ask: 'open-input', request: school })
    await getsBack('school-lead', { ask: 'open-input', request: school }, risk)
    const { concern } = await bot.last('risk-unreported')
    await sends('iro', { ask: 'open-report-concern', concern })
  }
  for (const [, request] of Object.entries(asked.request).filter(([one]) => /^school-[0-7]$/.test(one)))
    await sends('school-lead', { ask: 'open-input', request })
  await bot.until('2026-09-24T12:00:00Z')
  await opens('iro', { ask: 'open-case', case: asked.case })
  await opens('iro', { ask: 'open-views', case: asked.case })
  await opens('iro', { ask: 'open-view', request: school })
  return (await bot.last('times-offered')).meeting
}

async function meetingUp(
  { opens, sends, presses, bot }: Walk,
  story: Story,
  meeting: MeetingId,
): Promise<readonly ActionId[]> {
  const starts = (await bot.last('times-offered')).slots[2] ?? 'no third time'
  await presses('chair', { ask: 'pick-slot', meeting, starts })
  await sends('chair', { ask: 'open-note-taker', meeting }, { noteTaker: 'health-colleague' })
  for (const address of story.links)
    await sends('chair', { ask: 'open-meeting-link', meeting }, { held: 'both', address, room: 'Room 4, Shire Hall' })
  const { case: met } = await bot.last('meeting-link-given')
  await opens('iro', { ask: 'open-case', case: met })
  await bot.until((await bot.last('time-picked')).start)
  await bot.ring()
  await opens('iro', { ask: 'open-meeting', meeting })
  await opens('chair', { ask: 'open-run-sheet', meeting })
  await sends('chair', { ask: 'open-record', meeting }, { decisions: story.decisions })
  await opens('chair', { ask: 'open-record', meeting })
  for (let count = 0; count < story.actions; count += story.actionsAtOnce)
    await sends('chair', { ask: 'open-add-action', meeting }, ownersAndDays(count, story.actionsAtOnce))
  const added = await bot.facts()
  await opens('chair', { ask: 'open-proposed', meeting })
  const { action } = await bot.last('action-proposed')
  await sends(
    'chair',
    { ask: 'open-correct-action', meeting, action },
    { owner: 'health-colleague', due: '2026-10-22' },
  )
  await sends(
    'chair',
    { ask: 'open-correct-action', meeting, action },
    { owner: 'health-colleague', due: '2026-10-23' },
  )
  await bot.until(new Date(bot.clock.now().getTime() + 5 * 24 * 3_600_000).toISOString())
  await sends('chair', { ask: 'open-summary-draft', meeting })
  await bot.ring()
  await bot.deliver()
  const { case: stuck } = await bot.last('summary-approved')
  await opens('practitioner', { ask: 'open-summary', case: stuck })
  await opens('iro', { ask: 'open-views', case: stuck })
  await opens('iro', { ask: 'open-view', request: (await bot.last('input-given')).request })
  await opens('iro', { ask: 'open-case', case: stuck })
  await opens('social-worker', { ask: 'open-reflection', meeting })
  return added.flatMap((fact) => (fact.fact === 'action-proposed' ? [fact.action] : []))
}

/** Of as many actions as are added at once; the first of all is due a week before the others. */
const ownersAndDays = (before: number, atOnce: number): Given =>
  Object.fromEntries(
    Array.from({ length: atOnce }, (_, row) => (row === 0 ? '' : `-${row + 1}`)).flatMap((name, row) => [
      [`owner${name}`, 'health-colleague'],
      [`due${name}`, before + row === 0 ? '2026-10-16' : '2026-10-23'],
    ]),
  )
