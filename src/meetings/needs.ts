/** What this room needs from the store. */
import type { ActionsNeeds } from '../actions/needs.ts'
import type { CaseId, MeetingId, PersonId } from '../ids.ts'
import type { InputsNeeds } from '../inputs/needs.ts'
import type { Meeting, Proposal } from './meeting.ts'

export type MeetingWithoutLink = {
  readonly id: MeetingId
  /** Of its case. */
  readonly ref: string
  readonly startsAt: Date
  readonly minutes: number
}

export type MeetingsNeeds = InputsNeeds &
  ActionsNeeds & {
    /** Takes the lock of its case, then its own. */
    meetingById(id: MeetingId): Promise<Meeting | undefined>
    /** The one that is not approved yet. */
    openMeetingOf(id: CaseId): Promise<Meeting | undefined>
    approvedMeetingOf(id: CaseId): Promise<MeetingId | undefined>
    /** Convened, and to begin after this instant; earliest first. Takes no lock. */
    meetingsWithoutLink(after: Date): Promise<readonly MeetingWithoutLink[]>
    /** Set for later than `after`, of open cases in which one of these people has a part or is asked. Takes no lock. */
    meetingsWith(
      people: readonly PersonId[],
      which: { readonly after: Date; readonly except: CaseId },
    ): Promise<readonly { readonly startsAt: Date; readonly minutes: number }[]>
    /** How often times were offered for it. */
    timesOffered(meeting: Pick<Meeting, 'id' | 'case'>): Promise<number>
    saveMeeting(meeting: Meeting): Promise<void>
    /** What lies in chats about it, and what heads the threads of its case, is drawn as it stands now. */
    redrawMeeting(meeting: Pick<Meeting, 'id' | 'case'>): Promise<void>
    /** In the order in which they were proposed. */
    proposalsOf(id: MeetingId): Promise<readonly Proposal[]>
    saveProposal(proposal: Proposal): Promise<void>
  }
