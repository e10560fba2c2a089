/** A later return may tell of a review that the law counts from: the due day depends on the child's dates alone. */
import { asDay } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import { comesOfAge } from '../children/comes-of-age.ts'
import type { World } from '../ports/world.ts'
import { dueDay } from './due-day.ts'
import type { Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'

/** The duty as the child's dates have it today; at eighteen nobody is chased. */
export async function asOfToday({ tx, now }: World<DutiesNeeds>, duty: Duty): Promise<Duty> {
  if (duty.state !== 'open' || !duty.chased) return duty
  const child = await tx.childById(duty.child)
  if (child?.scope !== 'in') return duty
  if (dayOf(now) >= comesOfAge(asDay(child.birthday.reveal()))) return { ...duty, chased: false }
  const due = dueDay(duty.kind, child)
  return due ? { ...duty, ...due } : { ...duty, chased: false }
}

/** The same, saved where that is another day than before. */
export async function redated(world: World<DutiesNeeds>, duty: Duty): Promise<Duty> {
  const { tx } = world
  const { id, child, kind, due: from } = duty
  const today = await asOfToday(world, duty)
  if (today.due === from) return today
  await tx.saveDuty(today)
  await tx.record({ fact: 'duty-redated', child, duty: id, kind, from, to: today.due })
  return today
}
