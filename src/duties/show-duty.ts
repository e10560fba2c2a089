/** One duty, why it is due when it is, and which child it is about for those who answer for the child. */
import { isRefusal } from '../display/refusal.ts'
import { inWords, instantInWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { enoughToTell, knownOf } from '../children/which-child.ts'
import type { Answer } from '../display/answer.ts'
import { button, facts, list, text, type Button } from '../display/card.ts'
import { heading, reading, words, type ReadingBlock } from '../display/reading.ts'
import type { DutyId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { may } from '../parts/may.ts'
import type { World } from '../ports/world.ts'
import { rules } from './due-day.ts'
import { dutyButtons, dutyFacts, dutyStandsAt, offeredButtons, offeringButtons, offerLines } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import { isNotHeld, notHeldWhole, type ChildEvent } from './child-event.ts'
import { findDuty, type FoundDuty } from './find-duty.ts'
import type { DutiesNeeds, DutyWords } from './needs.ts'
import { recordable } from './record-duty.form.ts'
import { reviewButtons } from './take-back-review.ts'

export async function showDuty(world: World<DutiesNeeds>, by: PartnershipPerson, id: DutyId): Promise<Answer> {
  const { tx, now, partnership, calendar } = world
  const found = await findDuty(world, by, id)
  if (isRefusal(found)) return found
  const { duty } = found
  const open = duty.state === 'open'
  const written = await tx.dutyWordsOf(id)
  return reading(
    'What is expected and why',
    [
      ...(open
        ? [text(`Child ${duty.ref}: ${dutyInWords[duty.kind]} ${dutyStandsAt(duty, dayOf(now), calendar)}.`)]
        : []),
      ...(await whichChild(world, by, found)),
      dutyFacts(duty, nameOf(partnership, duty.owner)),
      ...offerLines(partnership, duty),
      facts(['Why this date', duty.because], ['Source', rules[duty.kind].source]),
      ...(duty.steps ? [text('How it is counted:'), list(duty.steps)] : []),
      ...recordedBlocks(duty),
      ...cameBlocks(partnership, duty, await tx.childEventsOf(duty.child)),
      ...written.flatMap((kept) => writtenBlocks(partnership, kept)),
    ],
    [
      ...(open ? [...buttonsFor(found, by), ...(await reviewButtons(world, by, found))] : []),
      ...(await challengeButtons(world, by, found)),
    ],
  )
}

function buttonsFor({ duty, parts }: FoundDuty, by: PartnershipPerson): readonly Button[] {
  if (may(parts, by.id, 'take-on')) return offeredButtons(duty).filter(({ ask }) => ask.ask !== 'open-duty')
  if (!may(parts, by.id, 'duty-answer')) return []
  return duty.offer ? offeringButtons(duty) : dutyButtons(duty)
}

/** One at a time, which outlives what was challenged. */
async function challengeButtons(
  { tx }: World<DutiesNeeds>,
  by: PartnershipPerson,
  { duty, parts }: FoundDuty,
): Promise<readonly Button[]> {
  if (!may(parts, by.id, 'raise-challenge')) return []
  const raised = await tx.openChallengeOf(duty.id)
  if (raised) return [button('Open the challenge', { ask: 'open-challenge', challenge: raised.id })]
  return duty.state === 'open' ? [button('Raise a challenge', { ask: 'open-raise-challenge', duty: duty.id })] : []
}

async function whichChild(
  { tx, partnership }: World<DutiesNeeds>,
  by: PartnershipPerson,
  { duty, parts }: FoundDuty,
): Promise<readonly ReadingBlock[]> {
  if (!may(parts, by.id, 'duty-child')) return []
  const child = await tx.childById(duty.child)
  if (!child) return []
  await tx.record({ fact: 'duty-child-opened', child: child.id, duty: duty.id })
  const confirmed = (await tx.confirmedIdentities([child.id])).get(child.id)
  const { blocks, enough } = enoughToTell(partnership, by, knownOf(child, confirmed))
  const asks = `Ask ${duty.socialWorker ? nameOf(partnership, duty.socialWorker) : 'the social worker'} which child this is.`
  return enough ? blocks : [...blocks, text(`Nobody has given a number that your agency has of this child. ${asks}`)]
}

function recordedBlocks(duty: Duty): readonly ReadingBlock[] {
  const { kind, state, recordedOn, recordedAs, ref } = duty
  if (state !== 'recorded') return []
  const what = recordable[kind].find(({ value }) => value === recordedAs)?.label ?? 'Recorded at a review'
  return [
    text(`Child ${ref}: ${dutyInWords[kind]} is recorded.`),
    facts(['On', recordedOn ? inWords(recordedOn) : 'an earlier day than the returns show'], ['What', what]),
  ]
}

/** Each time that it was not held, earliest first. */
function cameBlocks(partnership: Partnership, { id }: Duty, events: readonly ChildEvent[]): readonly ReadingBlock[] {
  const lines = events.flatMap(({ duty, kind, on, again, by }) =>
    duty === id && isNotHeld(kind) && again
      ? [
          `${notHeldWhole({ kind, on, again })}, by ${nameOf(partnership, again.with)}.` +
            (by ? ` Recorded by ${nameOf(partnership, by)}.` : ''),
        ]
      : [],
  )
  return lines.length > 0 ? [text('When it was not held:'), list(lines)] : []
}

const headings = {
  recorded: 'Recorded',
  'not-held': 'Not held',
  'passed-on': 'Passed on',
  'review-taken-back': 'A review taken back',
} as const satisfies Record<DutyWords['kind'], string>

const writtenBlocks = (partnership: Partnership, kept: DutyWords): readonly ReadingBlock[] => [
  heading(headings[kept.kind]),
  text(`${nameOf(partnership, kept.by)}, ${instantInWords(kept.at)}`),
  ...kept.words.map((one) => words(one.question, one.words)),
]
