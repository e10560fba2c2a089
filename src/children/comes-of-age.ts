/** Care ends at eighteen, and with it everything that the clock counts. */
import { readDay, type Day } from '../calendar/day.ts'
import { birthday } from '../calendar/months.ts'
import type { Child } from './child.ts'

const adulthood = 18

export function comesOfAge({ birthday: born }: Pick<Child, 'birthday'>): Day {
  const day = readDay(born.reveal())
  if (!day) throw new Error('the sealed birthday of a child is no day')
  return birthday(day, adulthood)
}
