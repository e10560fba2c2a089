/** What happened to a child on a day, or was said of them, and who recorded it: only ever added to. */
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import type { ChildEventId, ChildId, DutyId, PersonId } from '../ids.ts'

/** What may come of a health assessment beside that it is held: none of it is done, and the duty stays open. */
export const notHeldKinds = ['child-refused', 'was-not-brought', 'declined-for-child', 'waiting-for-consent'] as const
export type NotHeldKind = (typeof notHeldKinds)[number]

/** The social worker said on that day that nobody here knows when the last was held. */
export const lastNotKnown = 'last-assessment-not-known'

export const childEventKinds = ['assessment-held', lastNotKnown, ...notHeldKinds] as const
export type ChildEventKind = (typeof childEventKinds)[number]

export type ChildEvent = {
  readonly id: ChildEventId
  readonly child: ChildId
  readonly kind: ChildEventKind
  readonly on: Day
  /** Absent where it was taken over from what was kept before. */
  readonly by?: PersonId
  readonly at: Date
  readonly duty?: DutyId
  readonly again?: Again
}

/** Of an assessment that was not held: by which day it is offered or asked again, and by whom. */
type Again = { readonly by: Day; readonly with: PersonId }

/** The last that came of an assessment which is open. */
export type NotHeld = Pick<ChildEvent, 'id' | 'on'> & { readonly kind: NotHeldKind; readonly again: Again }

export const isNotHeld = (kind: string): kind is NotHeldKind => (notHeldKinds as readonly string[]).includes(kind)

/** In the middle of a sentence. */
export const notHeldInWords = {
  'child-refused': 'refused by the young person',
  'was-not-brought': 'the child was not brought',
  'declined-for-child': 'declined by a carer or parent',
  'waiting-for-consent': 'waiting for consent',
} as const satisfies Record<NotHeldKind, string>

const again = {
  'child-refused': 'To be offered again',
  'was-not-brought': 'To be offered again',
  'declined-for-child': 'To be offered again',
  'waiting-for-consent': 'Consent to be asked for again',
} as const satisfies Record<NotHeldKind, string>

/** Such as `Refused by the young person, Monday 14 September 2026. To be offered again by Monday 28 September 2026`. */
export function notHeldWhole({ kind, on, again: { by } }: Omit<NotHeld, 'id'>): string {
  const [first = '', ...rest] = notHeldInWords[kind]
  return `${first.toUpperCase()}${rest.join('')}, ${inWords(on)}. ${again[kind]} by ${inWords(by)}`
}
