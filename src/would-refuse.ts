/** Whether a button would do nothing for somebody who pressed it now: asked of the use case itself, and nothing is kept of it. */
import { useCase } from './answer.ts'
import { workingCalendar } from './calendar/working-days.ts'
import type { Reason } from './display/refusal.ts'
import type { PersonId } from './ids.ts'
import type { AllNeeds } from './needs.ts'
import type { Partnership } from './partnership/partnership.ts'
import { personById } from './people/people.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'
import { opensSomething, type Ask } from './vocabulary.ts'

/** Whether it will stay so: what waits for something else is not refused. */
export type WouldRefuse = (ask: Ask, by: PersonId) => Promise<boolean>
/** Why nothing waits for it at this moment; undefined where something does. `answered`: what was answered can be changed. */
export type RefusedNow = (ask: Ask, by: PersonId) => Promise<Reason | 'nothing-there' | 'answered' | undefined>

export type Trying = {
  readonly store: Pick<Store<AllNeeds>, 'look'>
  readonly clock: Clock
  readonly partnership: () => Partnership
  readonly newId: () => string
}

/** What may be answered later without anything having been settled: the button waits for it. */
const passing: ReadonlySet<Reason> = new Set([
  ...[
    'form-not-complete',
    'not-confirmed-yet',
    'inputs-still-open',
    'not-recorded-yet',
    'no-time-yet',
    'meeting-not-begun',
  ],
  ...['nothing-agreed', 'no-colleague', 'nobody-may-hold', 'too-many-actions'],
] as const satisfies readonly Reason[])

/** These open empty until they were sent once, and with what was sent after that. */
const emptyAtFirst: ReadonlySet<string> = new Set([
  'open-input',
  'open-record',
] as const satisfies readonly Ask['ask'][])

export function createWouldRefuse(parts: Trying): WouldRefuse {
  const refusedNow = createRefusedNow(parts)
  return async (ask, by) => {
    const why = await refusedNow(ask, by)
    return why !== undefined && why !== 'answered' && (why === 'nothing-there' || !passing.has(why))
  }
}

export const createRefusedNow =
  ({ store, clock, newId, ...current }: Trying): RefusedNow =>
  async (ask, by) => {
    const [now, partnership] = [clock.now(), current.partnership()]
    const person = personById(partnership, by)
    if (!person) return 'nobody-we-know'
    const tried = inItsPlace(ask)
    const answer = await store.look(now, (tx) => {
      const world = { tx, now, partnership, calendar: workingCalendar(partnership.closedDays), newId }
      return useCase(world, person, tried, {})
    })
    if (answer.kind === 'refusal') return answer.reason
    if (answer.kind === 'form' && emptyAtFirst.has(ask.ask) && Object.keys(answer.values).length > 0) return 'answered'
    // There is nothing to open: it says so.
    return answer.kind === 'done' && opensSomething(tried) ? 'nothing-there' : undefined
  }

/** Taking what has somebody already is answered in words; what opens the same thing tells the two apart. */
const inItsPlace = (ask: Ask): Ask =>
  ask.ask === 'take-held' ? { ask: 'open-give-held', part: ask.part, thing: ask.thing } : ask
