/** Throws away what is kept for a while: answers for a press or a form that comes a second time, and words that were not sent. */
import { dayMs, hourMs } from '../src/calendar/durations.ts'
import { draftHours } from '../src/lifetimes.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Log } from '../src/ports/log.ts'
import { startPoll, type Poll } from './poll.ts'

/** A form may stay open overnight, and its second press come in the morning. */
const keepMs = 2 * dayMs

type ForgetParts = {
  readonly forgetAnswered: (before: Date) => Promise<void>
  readonly forgetDrafts: (before: Date) => Promise<void>
  readonly clock: Clock
  readonly log: Log
  readonly everyMs: number
}

export function startForgetting({ forgetAnswered, forgetDrafts, clock, log, everyMs }: ForgetParts): Poll {
  const failed = (error: unknown) => log.error('forget-failed', error)
  return startPoll(async () => {
    const ago = (ms: number) => new Date(clock.now().getTime() - ms)
    await forgetAnswered(ago(keepMs)).catch(failed)
    await forgetDrafts(ago(draftHours * hourMs)).catch(failed)
  }, everyMs)
}
