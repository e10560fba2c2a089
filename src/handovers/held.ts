/**
 * What somebody holds: a part in something open that waits for them. Where they have left or changed role it needs
 * somebody else. Worked out from what stands today, never from what a new version of the partnership has changed.
 */
import type { ActionKind } from '../actions/kind.ts'
import { inWords } from '../calendar/in-words.ts'
import type { Day } from '../calendar/day.ts'
import type { Case } from '../cases/case.ts'
import { dutyInWords, type DutyKind } from '../duties/duty.ts'
import type { AgencyId, ChildId, PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { agencyName } from '../people/name-of.ts'
import type { HeldAs } from './asks.ts'

/** Who holds a part of this kind, of any thing. */
export type Holder = {
  readonly part: HeldAs
  readonly holder: PersonId
  /** Of a view: the agency that was asked. Of an action: the agency that agreed to do it. */
  readonly agency?: AgencyId
  /** Of a duty. */
  readonly duty?: DutyKind
  /** Of an action that somebody who judges can do. */
  readonly kind?: ActionKind
  /** Who judges it: the IRO of the child or the case, and the chair of the open case. */
  readonly iro?: PersonId
  readonly chair?: PersonId
}

export type Held = Holder & {
  /** The id of the child, case, request, action, duty or meeting that it belongs to. */
  readonly thing: string
  /** Of the case or the child. */
  readonly ref: string
  /** The case that it belongs to; of a child, its open one. */
  readonly case?: Case
  readonly child?: ChildId
  /** Of an action or a duty. */
  readonly due?: Day
  /** Of a child's social worker: how many open duties of the child are this person's, and go with it. */
  readonly duties?: number
  /** Of an IRO or a chair: who owns something that they would have to judge; absent in a list. */
  readonly owners?: readonly PersonId[]
}

/** Identifies the thing, independent of its holder. */
export type HeldKey = Pick<Held, 'part' | 'thing'>

/** Of the parts that go with a child. */
export const isOfChild = ({ part }: Pick<Held, 'part'>): boolean =>
  part === 'child-social-worker' || part === 'child-iro' || part === 'duty'

/** Such as `Case K7M-2QD: chair`: by its reference, never by what people wrote or what identifies a child. */
export const calledHeld = (held: Held, partnership: Partnership): string => heldInWords(held, partnership).join(': ')

/** The same in its two parts: the thing, and what of it; the second has 75 characters at most. */
export const heldInWords = (held: Held, partnership: Partnership): readonly [thing: string, part: string] => [
  `${isOfChild(held) ? 'Child' : 'Case'} ${held.ref}`,
  partInWords(held, partnership),
]

function partInWords(held: Held, partnership: Partnership): string {
  const { part, due } = held
  const until = due ? `, due ${inWords(due)}` : ''
  switch (part) {
    case 'child-social-worker':
    case 'child-iro':
      return `${part === 'child-iro' ? 'IRO' : 'social worker'}${withIt(held)}`
    case 'case-social-worker':
      return `social worker${lacksView(held) ? ', with a view that is missing' : ''}`
    case 'case-iro':
      return 'IRO'
    case 'case-chair':
      return 'chair'
    case 'view':
      return `view of ${agencyName(partnership, held.agency, 'an agency')}`
    case 'action':
      return `an action${until}`
    case 'duty':
      return `${held.duty ? dutyInWords[held.duty] : 'a duty'}${until}`
    case 'notes':
      return 'notes of the meeting'
  }
}

/** What goes with the child in the same press. */
function withIt({ part, holder, duties = 0, ...held }: Held): string {
  const ofCase = part === 'child-iro' ? held.case?.iro : held.case?.socialWorker
  const things = [
    ...(ofCase === holder ? ['its case'] : []),
    ...(duties > 0 ? [duties === 1 ? '1 duty' : `${duties} duties`] : []),
    ...(part === 'child-social-worker' && lacksView({ holder, ...held }) ? ['a view that is missing'] : []),
  ]
  return things.length > 0 ? `, with ${inOneSentence.format(things)}` : ''
}

const inOneSentence = new Intl.ListFormat('en-GB')

/** Asked of them late, or not given when views closed; while views are open it is a line of its own. */
const lacksView = ({ holder, case: stuck }: Pick<Held, 'holder' | 'case'>): boolean =>
  stuck !== undefined &&
  !['raised', 'asking', 'closed'].includes(stuck.state) &&
  stuck.asked.some(({ person, request }) => person === holder && (request === 'asked' || request === 'known'))
