/** A later return may tell of a review that the law counts from: the due day follows the dates of the child, and only those. */
import { asDay } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import { comesOfAge } from '../children/comes-of-age.ts'
import type { World } from '../ports/world.ts'
import { dueDay } from './due-day.ts'
import type { Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'

/** The duty as the child's dates have it today, saved where that is another day than before; at eighteen nobody is chased. */
export async function redated({ tx, now }: World<DutiesNeeds>, duty: Duty): Promise<Duty> {
  if (duty.state !== 'open' || !duty.chased) return duty
  const child = await tx.childById(duty.child)
  if (child?.scope !== 'in') return duty
  if (dayOf(now) >= comesOfAge(asDay(child.birthday.reveal()))) return { ...duty, chased: false }
  const { due, because } = dueDay(duty.kind, child)
  if (due === duty.due) return duty
  const later: Duty = { ...duty, due, because }
  await tx.saveDuty(later)
  await tx.record({ fact: 'duty-redated', child: child.id, duty: duty.id, kind: duty.kind, from: duty.due, to: due })
  return later
}
