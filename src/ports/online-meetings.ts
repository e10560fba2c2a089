/** A service that makes online meetings. */
import type { MeetingId } from '../ids.ts'

export type OnlineMeeting = {
  /** The same key again gets the same meeting, however often it is asked for. */
  readonly key: MeetingId
  /** Says nothing of a child. */
  readonly subject: string
  readonly startsAt: Date
  readonly endsAt: Date
}

export type OnlineMeetings = {
  /** Throws a `TooFastError` where it is asked to wait. */
  createOrGet(meeting: OnlineMeeting): Promise<{ readonly joinUrl: string }>
}
