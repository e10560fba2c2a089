/** Did everything that was due go out? Worked out from the database, not from the other jobs. */
import { dayMs, minuteMs } from '../src/calendar/durations.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Due, Late } from '../src/ports/due.ts'
import type { Log } from '../src/ports/log.ts'
import { startPoll, type Poll } from './poll.ts'

/** Longer than a short outage with its first attempts; shorter than anybody should wait for an urgent message. */
const graceMs = 10 * minuteMs

type CheckSendsParts = {
  readonly late: Due['late']
  /** The next moment in working hours; `at` itself when it is one. */
  readonly workingMoment: (at: Date) => Date
  readonly clock: Clock
  readonly log: Log
  readonly everyMs: number
}

export const lateNow = (parts: Pick<CheckSendsParts, 'late' | 'workingMoment' | 'clock'>): Promise<Late> => {
  const now = parts.clock.now()
  return parts.late(now, graceMs, workingTimeAgo(now, parts.workingMoment))
}

/** Further back than the longest closure. */
const lookBackMs = 21 * dayMs

/** The moment since which the grace has passed in working time: what waits for the morning is not late all night. */
function workingTimeAgo(now: Date, workingMoment: (at: Date) => Date): Date {
  let left = graceMs
  for (let back = minuteMs; back <= lookBackMs; back += minuteMs) {
    const at = new Date(now.getTime() - back)
    if (workingMoment(at).getTime() === at.getTime()) left -= minuteMs
    if (left <= 0) return at
  }
  return new Date(now.getTime() - lookBackMs)
}

/** Raises an alarm each time that something is late. */
export function startLateCheck({ log, everyMs, ...parts }: CheckSendsParts): Poll {
  return startPoll(async () => {
    try {
      const { messages, wakes } = await lateNow(parts)
      if (messages > 0 || wakes > 0)
        log.error('sends-are-late', new Error('what was due did not go out'), { messages, wakes })
    } catch (error) {
      log.error('late-check-failed', error)
    }
  }, everyMs)
}
