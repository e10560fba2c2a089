/** When a climb wakes the bot. */
import { z } from 'zod'

/** What somebody is waited for. Stored, so these only ever grow. */
export const ClimbKind = z.enum([
  /** The social worker confirms a case. The thing is the case. */
  'case-unconfirmed',
  /** A coordinator finds the child of a raising. The thing is the raising. */
  'raising-unmatched',
  /** Nothing is left to do, and the chair closes the case. The thing is the case. */
  'case-unclosed',
  /** A social worker confirms their children. The thing is the person. */
  'first-look',
  /** A social worker says whether dates are still right. The thing is the person. */
  'dates-old',
  /** A return names a social worker for children who have none. One for all of them. */
  'no-social-worker',
  /** The chair picks a time. The thing is the meeting. */
  'times-not-picked',
  /** The chair records the meeting and approves its summary. The thing is the meeting. */
  'meeting-unfinished',
  /** Agencies give their views. The thing is the case. */
  'views',
  /** A social worker gives their view of a disagreement that was raised once views were closed. The thing is the request. */
  'late-view',
  /** Somebody records that a risk was reported. The thing is the concern. */
  'concern-unreported',
  /** A successor reads where it stands. The thing is the handover. */
  'handover-unread',
  /** Somebody does what they agreed to. The thing is the action. */
  'action-undone',
  /** What law or guidance expects is recorded. The thing is the duty. */
  'duty-unrecorded',
  /** An assessment that was not held is offered or asked for again. The thing is what was recorded of it. */
  'assessment-again',
  /** Somebody accepts an action that is handed to them. The thing is the action. */
  'action-offered',
  /** Somebody accepts a duty that is handed to them. The thing is the duty. */
  'duty-offered',
  /** Somebody agrees that a case is closed, or keeps it open. The thing is the proposal. */
  'closing-unanswered',
  /** The IRO answers somebody who does not agree that their case was closed. The thing is the raising. */
  'objection-unanswered',
  /** A manager answers the challenge of an IRO, or the IRO says what comes next. The thing is the challenge. */
  'challenge-unanswered',
])
export type ClimbKind = z.infer<typeof ClimbKind>

export const wakes = [
  /** A stage of a climb is due. Its kind is part of its key, so that two clocks can run on one thing. */
  z.object({ wake: z.literal('climb-due'), climb: ClimbKind, thing: z.string(), stage: z.string() }),
] as const
