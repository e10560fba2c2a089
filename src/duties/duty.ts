/** What law and guidance expect for a child in care, by which day and why; its date never moves, whatever people answer. */
import type { Day } from '../calendar/day.ts'
import { careBegan } from '../children/care-began.ts'
import type { Care, InCare } from '../children/child.ts'
import type { ChildId, DutyId, PersonId } from '../ids.ts'
import type { Offer } from '../parts/offer.ts'
import type { Ladder } from '../partnership/policies.ts'
import type { NotHeld } from './child-event.ts'

export const dutyKinds = ['permanence-plan', 'health-assessment', 'review-health-assessment'] as const
export type DutyKind = (typeof dutyKinds)[number]

export type Duty = {
  readonly id: DutyId
  readonly child: ChildId
  /** The reference of the child. */
  readonly ref: string
  readonly kind: DutyKind
  /** The first day of the period of care that it belongs to. */
  readonly careFrom: Day
  readonly due: Day
  /** Why this day, in words. */
  readonly because: string
  /** How it was counted, a line each: worked out whenever somebody looks, and not kept. */
  readonly steps?: readonly string[]
  readonly owner: PersonId
  /** Its owner hands it over, and keeps it until this person accepts. */
  readonly offer?: Offer | undefined
  readonly state: 'open' | 'recorded'
  /** While it is open: what came of it last. */
  readonly notHeld?: NotHeld
  /** The day on which the social worker confirmed the child. */
  readonly startedOn: Day
  /** When the owner expects it; changes no date. */
  readonly expectedOn?: Day
  readonly recordedOn?: Day
  readonly recordedAs?: string
  /** Frozen when it started. */
  readonly ladder: Ladder
  /** When this care began; absent where nobody knows. */
  readonly began?: Day
  /** Of which day its dates are: of the newest return that told of the child, or of a newer word of the social worker. */
  readonly datesAsOf?: Day
  /** As the child stands today. */
  readonly socialWorker?: PersonId
  readonly iro?: PersonId
  /** Of the child's open case, as it stands today. */
  readonly chair?: PersonId
  /** Who said of this child that it is not theirs: nobody owns what is still in their name. */
  readonly disownedBy?: PersonId
  /** By `chasedFor`, as the child stands; false at eighteen as well. */
  readonly chased: boolean
}

/**
 * Only while the child is in this very period of care, and somebody knows when it began. Remand alone asks for no plan for permanence. That a social worker has confirmed the child is why there is a duty:
 * the social worker of the day is reminded of it meanwhile.
 */
export const chasedFor = ({ kind, careFrom }: Pick<Duty, 'kind' | 'careFrom'>, child: Care): boolean =>
  child.scope === 'in' && child.careFrom === careFrom && careBegan(child) !== undefined && isExpected(kind, child)

export const isExpected = (kind: DutyKind, { remandAlone }: Pick<InCare, 'remandAlone'>): boolean =>
  kind !== 'permanence-plan' || !remandAlone

export const dutyInWords = {
  'permanence-plan': 'permanence plan',
  'health-assessment': 'initial health assessment and health plan',
  'review-health-assessment': 'review health assessment',
} as const satisfies Record<DutyKind, string>
