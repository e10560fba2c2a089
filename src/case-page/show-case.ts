/** A case as one person may see it: each part only if `may` says so. */
import { agencyName, nameOf } from '../people/name-of.ts'
import { inWords } from '../calendar/in-words.ts'
import { button, facts, list, row, type Button } from '../display/card.ts'
import type { Answer } from '../display/answer.ts'
import { heading, reading, words, type ReadingBlock } from '../display/reading.ts'
import { reportedBlocks } from '../concerns/reported-blocks.ts'
import { refused } from '../display/refusal.ts'
import type { CaseId, PersonId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { themeFacts } from '../partnership/theme-words.ts'
import { may, refusedTo } from '../parts/may.ts'
import type { Field } from '../permissions/may-see.ts'
import { type Part } from '../parts/part.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { maySeeCase } from '../cases/case-button.ts'
import { mayAnswer } from '../cases/answering.ts'
import { mayBeAdmitted, type Case, type Raising } from '../cases/case.ts'
import { admitButton, raisedBlocks, readerOf, whoRaised } from '../cases/raised-blocks.ts'
import { raisedBefore } from '../cases/raised-again.ts'
import { closesAlone, closesAs, type Closing } from '../cases/closing.ts'
import { knowsOfMeeting } from '../cases/family-blocks.ts'
import { proposedBlocks } from '../cases/proposed-blocks.ts'
import { allWithdrawn, endButton } from '../cases/withdrawn.ts'
import { confirming } from '../cases/unconfirmed.ts'
import { isParty, partsThatCount, settles } from '../cases/who-settles.ts'
import { identityField } from '../cases/show-identity.ts'
import { actionLine } from './action-line.ts'
import { meetingButtons } from './meeting-buttons.ts'
import { hasAnswered, stepFacts } from './steps.ts'
import { placeBlocks } from '../meetings/place.card.ts'
import { wayOf, type Way } from './way.ts'
import { whichChildBlocks } from './which-child-blocks.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { MeetingsNeeds } from '../meetings/needs.ts'

export async function showCase(world: World<MeetingsNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const { tx, partnership } = world
  const stuck = await tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  const parts = await partsToday(world, { case: stuck })
  if (!maySeeCase(stuck, parts, by.id)) return refusedTo(parts, by.id, 'case')
  const way = await wayOf(world, stuck)
  const body: ReadingBlock[] = [
    caseFacts(stuck, partnership),
    ...(may(parts, by.id, identityField(stuck)) ? await whichChildBlocks(world, by, stuck) : []),
    ...[heading('Where it is'), stepFacts(way, world)],
  ]
  if (way.meeting?.state === 'convened') body.push(...placeBlocks(way.meeting))
  if (stuck.asked.length > 0)
    body.push(heading('Who has been asked'), list(stuck.asked.map((asked) => askedLine(asked, partnership))))
  body.push(...(await knowsOfMeeting(world, stuck, parts, by.id)))
  if (way.actions.length > 0 && may(parts, by.id, 'summary'))
    body.push(heading('Actions'), list(way.actions.map((action) => actionLine(action, world))))
  if (may(parts, by.id, 'danger-reports'))
    body.push(...(await reportedBlocks(world, { id, raisings: await tx.raisingsOf(id) }, readerOf(parts, by.id))))
  if (may(parts, by.id, 'reasons')) body.push(...(await reasonBlocks(world, id)))
  if (may(parts, by.id, 'raised-words')) body.push(...(await raisedWords(world, stuck, parts, by)))
  const raisings = await tx.raisingsOf(id)
  const counting = partsThatCount(stuck, parts, by.id)
  const theyMay = (field: Field): boolean => may(counting, by.id, field)
  const party = isParty(stuck, parts, by.id)
  if (!party && theyMay(settles(stuck).admit)) body.push(...admitRows(stuck, raisings, partnership))
  const closing = await tx.lastClosingOf(id)
  const proposed = closing?.state === 'proposed' && stuck.state !== 'closed' ? closing : undefined
  if (proposed) body.push(...(await proposedBlocks(world, stuck, proposed, theyMay('reasons'))))
  const as = closesAs(stuck, parts, by.id)
  const alone = as !== undefined && closesAlone(stuck, as, await tx.openActionsIn(id))
  return reading(`Case ${stuck.ref}`, body, [
    ...(proposed ? await answerButtons(world, stuck, proposed, by) : []),
    ...meetingButtons(way.meeting, await proposedTo(world, way.meeting), stuck, counting, by.id, world.now),
    ...buttonsFor(world, way, theyMay, party, allWithdrawn(raisings)),
    ...(stuck.state !== 'closed' && !party && theyMay(settles(stuck).close) ? closeButtons(id, alone, proposed) : []),
    ...raisingButtons(raisings, by),
  ])
}

function caseFacts(stuck: Case, partnership: Partnership) {
  const name = (id: Case['chair']) => (id ? nameOf(partnership, id) : 'not named yet')
  return facts(
    ...(stuck.earlierRef ? [['Earlier reference', stuck.earlierRef] as const] : []),
    ...themeFacts(partnership, stuck.theme),
    ['Needs to move by', inWords(stuck.needed)],
    ['Social worker', name(stuck.socialWorker)],
    ['Chair', name(stuck.chair)],
    ['IRO', name(stuck.iro)],
  )
}

/** That somebody has answered, and not what: views are sealed until all are in. */
function askedLine({ agency, person, request }: Case['asked'][number], partnership: Partnership): string {
  const who = `${agencyName(partnership, agency)}: ${nameOf(partnership, person)}`
  if (request === undefined) return who
  return `${who}, ${hasAnswered(request) ? 'has answered' : 'has not answered'}`
}

/** A raiser from outside the authority reads back their own words, and nobody else's. */
async function raisedWords(world: World<MeetingsNeeds>, stuck: Case, parts: readonly Part[], by: PartnershipPerson) {
  const all = await world.tx.raisingsOf(stuck.id)
  const others = parts.filter(({ role }) => role !== 'raiser')
  const mine = may(others, by.id, 'raised-words') ? all : all.filter((raising) => raising.by === by.id)
  return mine.flatMap((raising) => raisedBlocks(raising, world.partnership, readerOf(parts, by.id), all))
}

/** Why parents or child are not told, why the case stays open or was closed, as they were written. */
async function reasonBlocks({ tx }: World<MeetingsNeeds>, id: CaseId): Promise<readonly ReadingBlock[]> {
  const proposed = await tx.lastClosingOf(id)
  const keptOpen = proposed?.state === 'kept-open' ? proposed.answer : []
  const reasons = [...(await tx.confirmationOf(id)), ...keptOpen, ...(await tx.closingOf(id))]
  return reasons.map((reason) => words(reason.question, reason.words))
}

type TheyMay = (field: Field) => boolean

const answerButtons = async (
  world: World<MeetingsNeeds>,
  stuck: Case,
  closing: Closing,
  by: PartnershipPerson,
): Promise<readonly Button[]> =>
  (await mayAnswer(world, { subject: 'closing', id: closing.id }, stuck, closing, by.id))
    ? [button('Answer the proposal to close', { ask: 'open-answer-closing', closing: closing.id }, 'primary')]
    : []

/** A proposal that waits stands in the way of another, and not of somebody who can close it alone. */
function closeButtons(id: CaseId, alone: boolean, proposed: Closing | undefined): readonly Button[] {
  if (alone) return [button('Close the case', { ask: 'open-close-case', case: id })]
  return proposed ? [] : [button('Propose to close', { ask: 'open-close-case', case: id })]
}

/** What this person raised themselves. */
function raisingButtons(raisings: readonly Raising[], by: PartnershipPerson): readonly Button[] {
  const own = raisings.findLast((raising) => raising.by === by.id && !raising.withdrawnAt)
  return own ? [button('What I raised', { ask: 'open-raising', raising: own.id })] : []
}

/** Who raised it and takes no part: the people who settle the case say whether they do from now on. */
function admitRows(stuck: Case, raisings: readonly Raising[], partnership: Partnership): readonly ReadingBlock[] {
  if (stuck.state === 'raised' || stuck.state === 'closed') return []
  const named: readonly (PersonId | undefined)[] = [stuck.socialWorker, stuck.iro, stuck.chair]
  return raisings
    .filter((raising) => mayBeAdmitted(raising) && !named.includes(raising.by) && !raisedBefore(raisings, raising))
    .map((raising) => row(whoRaised(raising, partnership), admitButton(raising, partnership)))
}

/** `withdrawn`: nobody who raised it still asks for it. */
function buttonsFor(
  world: World<unknown>,
  { stuck, meeting }: Way,
  theyMay: TheyMay,
  party: boolean,
  withdrawn: boolean,
): readonly Button[] {
  const { id, state } = stuck
  const buttons: Button[] = []
  if (state !== 'raised' && theyMay(identityField(stuck)))
    buttons.push(button('Who is this child?', { ask: 'open-identity', case: id }))
  if (state === 'asking' && !party && theyMay('ask-another'))
    buttons.push(button('Ask somebody else', { ask: 'open-ask-another', case: id }))
  if (state !== 'raised' && state !== 'asking' && theyMay('inputs'))
    buttons.push(button('What the agencies say', { ask: 'open-views', case: id }))
  if (meeting?.state === 'approved' && theyMay('summary'))
    buttons.push(button('What was agreed', { ask: 'open-summary', case: id }))
  if (state === 'raised' && !party && theyMay(confirming(stuck, world)))
    buttons.push(
      ...(withdrawn ? [endButton(stuck)] : []),
      button('Confirm the case', { ask: 'open-confirm-case', case: id }, 'primary'),
    )
  if (state !== 'raised' && state !== 'closed' && !party && theyMay(settles(stuck).chair))
    buttons.push(button('Change the chair', { ask: 'open-replace-chair', case: id }))
  return buttons
}

const proposedTo = async ({ tx }: World<MeetingsNeeds>, meeting: Meeting | undefined): Promise<number> =>
  meeting ? (await tx.proposalsOf(meeting.id)).length : 0
