/** What a climb has reached, as it is by the dates of today: one that was moved may not have come to it. */
import type { Dates, Stage } from './climb.ts'
import { isOnDay } from './due-stages.ts'
import { momentOf, type Moment } from './moment-of.ts'
import type { KnownClimb } from './needs.ts'

export function stillReached({ climb, policy }: KnownClimb, dates: Dates, moment: Moment): Stage | undefined {
  const stage = policy.stages.find((one) => one.stage === climb.reached?.stage)
  if (!stage || !isOnDay(stage)) return stage
  return momentOf(stage, dates, moment) <= moment.now ? stage : undefined
}
