/**
 * What a list of a form offers to somebody who types into it: of the form as it would open for them now, so by their own
 * rights. Nothing is kept of it, and nothing is recorded.
 */
import { useCase } from './answer.ts'
import { workingCalendar } from './calendar/working-days.ts'
import { findOptions } from './display/find-options.ts'
import { isRefusal, refused } from './display/refusal.ts'
import type { AllNeeds } from './needs.ts'
import type { Partnership } from './partnership/partnership.ts'
import { personById } from './people/people.ts'
import type { Clock } from './ports/clock.ts'
import type { LookUpOptions } from './ports/look-up-options.ts'
import type { Store } from './ports/store.ts'

type Parts = {
  readonly store: Pick<Store<AllNeeds>, 'look'>
  readonly clock: Clock
  readonly partnership: () => Partnership
  readonly newId: () => string
}

export const createLookUpOptions =
  ({ store, clock, newId, ...current }: Parts): LookUpOptions =>
  async ({ opened, field, by, typed, most }) => {
    const [now, partnership] = [clock.now(), current.partnership()]
    const person = personById(partnership, by)
    if (!person) return refused('nobody-we-know')
    const answer = await store.look(now, (tx) => {
      const world = { tx, now, partnership, calendar: workingCalendar(partnership.closedDays), newId }
      return useCase(world, person, opened, {})
    })
    if (isRefusal(answer)) return answer
    const asked = answer.kind === 'form' ? answer.fields[field] : undefined
    return asked && 'options' in asked ? findOptions(asked.options, typed, most) : refused('no-longer-there')
  }
