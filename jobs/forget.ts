/** Throws away the answers that are kept for a press or a form that comes a second time. */
import { dayMs } from '../src/calendar/durations.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Log } from '../src/ports/log.ts'
import { startPoll, type Poll } from './poll.ts'

/** A form may stay open overnight, and its second press come in the morning. */
const keepMs = 2 * dayMs

type ForgetParts = {
  readonly forgetAnswered: (before: Date) => Promise<void>
  readonly clock: Clock
  readonly log: Log
  readonly everyMs: number
}

export function startForgetting({ forgetAnswered, clock, log, everyMs }: ForgetParts): Poll {
  return startPoll(async () => {
    try {
      await forgetAnswered(new Date(clock.now().getTime() - keepMs))
    } catch (error) {
      log.error('forget-failed', error)
    }
  }, everyMs)
}
