/** What a card says of what became of it, fact by fact. None of these words was typed, and no name is one that its owner hides. */
import { asDay } from './calendar/day.ts'
import { instantInWords, inWords } from './calendar/in-words.ts'
import { notHeldInWords } from './duties/child-event.ts'
import type { PersonId } from './ids.ts'
import type { Partnership } from './partnership/partnership.ts'
import { nameOf } from './people/name-of.ts'
import type { FactKind } from './settling-facts.ts'
import type { Fact } from './vocabulary.ts'

/** A fact, when and by whom, as it is kept with each message that it concerns. */
export type Settled = { readonly fact: Fact; readonly at: Date; readonly by?: PersonId }

type Names = {
  readonly when: string
  readonly who: string
  readonly name: (person: PersonId) => string
  /** Whose card it is. */
  readonly reader: PersonId
}
type Words = { readonly [Kind in FactKind]?: (fact: Extract<Fact, { fact: Kind }>, names: Names) => string }

const hasIt = ({ name, reader }: Names, to: PersonId): string =>
  to === reader ? 'You have it now.' : `${name(to)} has it now.`
const hasTakenOver = ({ name, reader }: Names, to: PersonId): string =>
  to === reader ? 'You have taken this over.' : `${name(to)} has taken this over.`
const isAsked = ({ name, reader }: Names, to: PersonId): string =>
  to === reader ? 'You are asked to take it on.' : `${name(to)} is asked to take it on, and has not said so yet.`
/** The card may name a time that was replaced: a room or a link may not stand beside it. */
const placeChanged = (when: string): string =>
  `Where the meeting is has changed since, on ${when}. "When and where" says what stands today.`
const day = (words: string): string => inWords(asDay(words))

const words: Words = {
  'action-completed': (_, { who, when }) => `${who} recorded on ${when} that it is done.`,
  'action-moved': ({ to }) => `The date has changed: it is now due on ${day(to)}.`,
  'action-handed-over': ({ to }, names) => hasIt(names, to),
  'action-offered': ({ to }, names) => isAsked(names, to),
  'action-offer-ended': ({ to }, { name, when }) => `Since ${when}, ${name(to)} is no longer asked to take it on.`,
  'action-ended': (_, { when }) => `It was ended on ${when}, because its case was closed.`,

  'case-confirmed': (_, { who, when }) => `Confirmed by ${who} on ${when}.`,
  'case-closed': (_, { when }) => `The case was closed on ${when}.`,
  'case-part-handed-over': ({ to }, names) => hasTakenOver(names, to),
  'raising-matched': (_, { who, when }) => `${who} found the child on ${when}.`,
  'raising-not-in-care': (_, { who, when }) => `${who} answered on ${when}: this is not a child in our care.`,
  'raising-withdrawn': (_, { when }) => `What was raised was withdrawn on ${when}.`,
  'raiser-admitted': (_, { who, when }) => `${who} let them take part on ${when}.`,

  'closing-proposed': (_, { who, when }) => `${who} proposed on ${when} to close the case. It waits for an answer.`,
  'closing-agreed': (_, { who, when }) => `${who} agreed on ${when} that the case is closed.`,
  'closing-refused': (_, { who, when }) => `${who} decided on ${when} that the case stays open.`,
  'closing-objected': (_, { when }) => `You said on ${when} that you do not agree.`,
  'objection-answered': ({ outcome }, { who, when }) =>
    `${who} answered on ${when}: ${outcome === 'closed' ? 'the case stays closed' : 'the case is raised again'}.`,

  'child-not-ours': (_, { when }) => `Your answer of ${when}: this child is not yours.`,
  'child-not-ours-taken-back': (_, { when }) => `Taken back on ${when}: you are asked for your view again.`,
  'input-given': (_, { when }) => `Your view was given on ${when}. It can be changed until views close.`,
  'request-passed-on': ({ to }, names) => hasIt(names, to),
  'inputs-close-moved': ({ to }) => `Views now close on ${day(to)}. A view can be given or changed until then.`,
  'late-view-closed': (_, { when }) => `The time for this view ended on ${when}.`,
  'inputs-closed': (_, { when }) => `Views closed on ${when}.`,

  'time-picked': ({ start }) => `The time is chosen: ${instantInWords(new Date(start))}.`,
  'time-taken-back': ({ start }, { when }) =>
    `The meeting of ${instantInWords(new Date(start))} does not take place: its time was taken back on ${when}.`,
  'meeting-link-given': (_, { when }) => placeChanged(when),
  'meeting-link-made': (_, { when }) => placeChanged(when),
  'meeting-room-given': (_, { when }) => placeChanged(when),
  'times-offered': (_, { when }) => `Other times were offered on ${when}.`,
  'meeting-recorded': (_, { who, when }) => `${who} recorded the meeting on ${when}.`,
  'note-taker-named': ({ to }, { name }) => `${name(to)} takes the notes.`,
  'notes-handed-over': ({ to }, { name }) => `${name(to)} takes the notes.`,
  'summary-approved': (_, { who, when }) => `${who} posted what was agreed on ${when}.`,

  'duty-recorded': (_, { who, when }) => `${who} recorded it on ${when}.`,
  'assessment-not-held': ({ as, again }, { who, when }) =>
    `${who} recorded on ${when}: ${notHeldInWords[as]}. It is still open, and is offered or asked for again by ${day(again)}.`,
  'duty-expected': ({ on }) => `It is expected on ${day(on)}.`,
  'duty-redated': ({ to }) => `The date has changed: it is now due on ${day(to)}.`,
  'duty-passed-on': ({ to }, names) => hasIt(names, to),
  'child-handed-over': ({ to }, names) => hasTakenOver(names, to),
  'child-allocated': ({ socialWorker }, { name }) => `${name(socialWorker)} is the child's social worker now.`,
  'duty-offered': ({ to }, names) => isAsked(names, to),
  'duty-offer-ended': ({ to }, { name, when }) => `Since ${when}, ${name(to)} is no longer asked to take it on.`,
  'child-taken-back': ({ to }, { name, when }) => `${name(to)} took the child back on ${when}.`,
  'child-not-mine': (_, { when }) => `It was said on ${when} that this child has another social worker.`,

  'challenge-answered': (_, { who, when }) => `${who} answered on ${when}. The IRO says what comes next.`,
  'challenge-moved': ({ to }, { name, when }) => `Since ${when}, ${name(to)} is asked.`,
  'challenge-given-time': (_, { who, when }) => `${who} gave more time on ${when}.`,
  'challenge-ended': (_, { who, when }) => `${who} ended the challenge on ${when}.`,

  'handover-ended': (_, { when }) => `Since ${when}, none of this is with you.`,
  'handover-taken-up': (_, { who, when }) => `${who} has taken it over, on ${when}.`,
}

/** The facts of which a card says something. */
export const settledFacts: ReadonlySet<FactKind> = new Set(Object.keys(words) as FactKind[])

/** True of a card while its buttons can still be pressed: what it says of a date or an owner has changed. */
const changes: ReadonlySet<FactKind> = new Set([
  ...['action-moved', 'input-given', 'child-not-ours', 'child-not-ours-taken-back', 'inputs-close-moved'],
  ...['action-offered', 'action-offer-ended', 'duty-offered', 'duty-offer-ended'],
  ...['time-picked', 'time-taken-back', 'meeting-link-given', 'meeting-link-made', 'meeting-room-given'],
  ...[
    'meeting-recorded',
    'assessment-not-held',
    'duty-expected',
    'duty-redated',
    'closing-proposed',
    'closing-refused',
  ],
  ...['challenge-answered', 'challenge-moved', 'challenge-given-time'],
] as const satisfies readonly FactKind[])

export const isChange = (fact: FactKind): boolean => changes.has(fact)

/** Undefined for what the card says by itself. */
export function inSettledWords(
  { fact, at, by }: Settled,
  partnership: Partnership,
  reader: PersonId,
): string | undefined {
  const say = words[fact.fact] as ((fact: Fact, names: Names) => string) | undefined
  const name = (person: PersonId): string => nameOf(partnership, person)
  return say?.(fact, { when: instantInWords(at), who: by ? name(by) : 'Unstuck', name, reader })
}
