/** The names of things, each of its own type so that one cannot be passed for another. Opaque: none says anything of a child. */
import { z } from 'zod'

const namedInFile = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'expected lower-case letters, digits and hyphens')

/** As the partnership's file names a person: lower case, digits and hyphens. */
export const PersonId = namedInFile.brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** As the partnership's file names an agency: one school, one trust, one force. */
export const AgencyId = namedInFile.brand<'AgencyId'>()
export type AgencyId = z.infer<typeof AgencyId>

export const CaseId = z.uuid().brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

/** A proposal to close a case. */
export const ClosingId = z.uuid().brand<'ClosingId'>()
export type ClosingId = z.infer<typeof ClosingId>

/** The challenge of an IRO that something is not done. */
export const ChallengeId = z.uuid().brand<'ChallengeId'>()
export type ChallengeId = z.infer<typeof ChallengeId>

export const RaisingId = z.uuid().brand<'RaisingId'>()
export type RaisingId = z.infer<typeof RaisingId>

export const ChildId = z.uuid().brand<'ChildId'>()
export type ChildId = z.infer<typeof ChildId>

export const RequestId = z.uuid().brand<'RequestId'>()
export type RequestId = z.infer<typeof RequestId>

export const MeetingId = z.uuid().brand<'MeetingId'>()
export type MeetingId = z.infer<typeof MeetingId>

export const ActionId = z.uuid().brand<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>

export const DutyId = z.uuid().brand<'DutyId'>()
export type DutyId = z.infer<typeof DutyId>

/** Something that happened to a child, or was said of them, on a day. */
export const ChildEventId = z.uuid().brand<'ChildEventId'>()
export type ChildEventId = z.infer<typeof ChildEventId>

export const ConcernId = z.uuid().brand<'ConcernId'>()
export type ConcernId = z.infer<typeof ConcernId>

export const HandoverId = z.uuid().brand<'HandoverId'>()
export type HandoverId = z.infer<typeof HandoverId>

export const MessageId = z.uuid().brand<'MessageId'>()
export type MessageId = z.infer<typeof MessageId>

export const AccountId = z.uuid().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

/** Where a person may have an account. Stored: it only grows. */
export const platforms = ['slack', 'teams', 'web'] as const
