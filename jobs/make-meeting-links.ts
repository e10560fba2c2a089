/**
 * Finds meetings to come that have no link, has an online meeting made for each, and keeps its link. Nothing is kept
 * while a service is called: a process that ends between the call and the keeping asks again, and gets the same meeting.
 */
import { minuteMs } from '../src/calendar/durations.ts'
import type { MeetingId } from '../src/ids.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Log } from '../src/ports/log.ts'
import { TooFastError } from '../src/ports/messenger-errors.ts'
import type { OnlineMeeting, OnlineMeetings } from '../src/ports/online-meetings.ts'
import { startPoll } from './poll.ts'

export type MeetingLinks = {
  readonly onlineMeetings: OnlineMeetings
  /** Meetings to come that have no link. */
  readonly lacking: () => Promise<readonly OnlineMeeting[]>
  readonly keep: (meeting: MeetingId, joinUrl: string) => Promise<void>
}

type MakingParts = MeetingLinks & { readonly clock: Clock; readonly log: Log; readonly everyMs: number }

export type MakingLinks = {
  poke(): void
  /** Makes what may be made now, and says how many links were kept. */
  makeAll(): Promise<number>
  /** Waits for the call in hand. */
  stop(): Promise<void>
}

/** After a failure; the chair has a button meanwhile. */
const restMs = minuteMs

export function startMakingLinks({ onlineMeetings, lacking, keep, clock, log, everyMs }: MakingParts): MakingLinks {
  const resting = new Map<MeetingId, Date>()
  let kept = 0
  let allRestUntil = new Date(0)
  let stopping = false
  const rounds = startPoll(makeDue, everyMs)

  async function makeDue(): Promise<void> {
    try {
      if (allRestUntil > clock.now()) return
      for (const meeting of await lacking()) {
        if (stopping || allRestUntil > clock.now()) return
        if ((resting.get(meeting.key) ?? clock.now()) <= clock.now()) await make(meeting)
      }
    } catch (error) {
      log.error('meeting-links-failed', error)
    }
  }

  async function make(meeting: OnlineMeeting): Promise<void> {
    try {
      const { joinUrl } = await onlineMeetings.createOrGet(meeting)
      await keep(meeting.key, joinUrl)
      resting.delete(meeting.key)
      kept++
    } catch (error) {
      log.error('meeting-link-failed', error, { meeting: meeting.key })
      const asked = error instanceof TooFastError ? error.retryAfterMs : undefined
      const until = new Date(clock.now().getTime() + (asked ?? restMs))
      if (asked === undefined) resting.set(meeting.key, until)
      else allRestUntil = until
    }
  }

  return {
    poke: () => rounds.poke(),
    async makeAll() {
      const before = kept
      await rounds.settled()
      return kept - before
    },
    stop() {
      stopping = true
      return rounds.stop()
    },
  }
}
