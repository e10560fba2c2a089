/** Did everything that was due go out? Worked out from the database, not from the other jobs. */
import { minuteMs } from '../src/calendar/durations.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Due, Late } from '../src/ports/due.ts'
import type { Log } from '../src/ports/log.ts'
import { startPoll, type Poll } from './poll.ts'

/** Longer than a short outage with its first attempts; shorter than anybody should wait for an urgent message. */
const graceMs = 10 * minuteMs

type CheckSendsParts = {
  readonly late: Due['late']
  readonly clock: Clock
  readonly log: Log
  readonly everyMs: number
}

export const lateNow = ({ late, clock }: Pick<CheckSendsParts, 'late' | 'clock'>): Promise<Late> =>
  late(clock.now(), graceMs)

/** Raises an alarm each time that something is late. */
export function startLateCheck({ late, clock, log, everyMs }: CheckSendsParts): Poll {
  return startPoll(async () => {
    try {
      const { messages, wakes } = await lateNow({ late, clock })
      if (messages > 0 || wakes > 0)
        log.error('sends-are-late', new Error('what was due did not go out'), { messages, wakes })
    } catch (error) {
      log.error('late-check-failed', error)
    }
  }, everyMs)
}
