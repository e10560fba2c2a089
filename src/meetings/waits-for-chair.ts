/** What waits for the chair of a meeting: a time to be picked, and the summary. The IRO hears from the second time on. */
import type { Case } from '../cases/case.ts'
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { MeetingId } from '../ids.ts'

export const timesNotPicked = (id: MeetingId): ClimbKey => ({ climb: 'times-not-picked', thing: id })
export const meetingUnfinished = (id: MeetingId): ClimbKey => ({ climb: 'meeting-unfinished', thing: id })

export function waitsForChairPolicy({ policies }: Pick<Case, 'policies'>): Policy {
  const silence = { workingDays: policies.chairReminderWorkingDays }
  return {
    stages: [
      { stage: 'chair', when: silence, answers: ['chair'], tells: ['chair'], by: 'direct' },
      { stage: 'iro', when: silence, answers: ['chair'], tells: ['chair', 'iro'], by: 'direct' },
    ],
    end: { repeats: silence },
  }
}
