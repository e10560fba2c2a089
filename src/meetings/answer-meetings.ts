/** What is asked about a meeting finds its use case. */
import type { Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { Ask } from '../vocabulary.ts'
import { addAction, showAddActionForm } from './add-action.ts'
import { approveSummary, showSummaryDraft } from './approve-summary.ts'
import { correctAction, showCorrectForm, showProposed } from './correct-action.ts'
import { nameNoteTaker, showNoteTakerForm } from './name-note-taker.ts'
import type { MeetingsNeeds } from './needs.ts'
import { pickSlot } from './pick-slot.ts'
import { recordMeeting, showMeetingRecordForm } from './record-meeting.ts'
import { setMeetingPlace, showPlaceForm } from './set-meeting-place.ts'
import { showMeeting } from './show-meeting.ts'
import { showReflection, showSummary } from './show-agreed.ts'
import { showRunSheet } from './show-run-sheet.ts'
import { takeTimeBack } from './take-time-back.ts'

type AboutMeetings = Extract<Ask, { readonly meeting: unknown } | { readonly ask: 'open-summary' }>

export const isAboutMeetings = (ask: Ask): ask is AboutMeetings => 'meeting' in ask || ask.ask === 'open-summary'

export async function answerMeetings(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  ask: AboutMeetings,
  form: FormValues,
): Promise<Answer> {
  switch (ask.ask) {
    case 'pick-slot':
      return pickSlot(world, by, ask)
    case 'take-time-back':
      return takeTimeBack(world, by, ask)
    case 'open-meeting':
      return showMeeting(world, by, ask.meeting)
    case 'open-run-sheet':
      return showRunSheet(world, by, ask.meeting)
    case 'open-meeting-link':
      return showPlaceForm(world, by, ask.meeting)
    case 'set-meeting-link':
      return setMeetingPlace(world, by, ask.meeting, form)
    case 'open-note-taker':
      return showNoteTakerForm(world, by, ask.meeting)
    case 'name-note-taker':
      return nameNoteTaker(world, by, ask.meeting, form)
    case 'open-record':
      return showMeetingRecordForm(world, by, ask.meeting)
    case 'record-meeting':
      return recordMeeting(world, by, ask.meeting, form)
    case 'open-add-action':
      return showAddActionForm(world, by, ask.meeting)
    case 'add-action':
      return addAction(world, by, ask.meeting, form)
    case 'open-proposed':
      return showProposed(world, by, ask.meeting)
    case 'open-correct-action':
      return showCorrectForm(world, by, ask)
    case 'correct-action':
      return correctAction(world, by, ask, form)
    case 'open-summary-draft':
      return showSummaryDraft(world, by, ask.meeting)
    case 'approve-summary':
      return approveSummary(world, by, ask, form)
    case 'open-summary':
      return showSummary(world, by, ask.case)
    case 'open-reflection':
      return showReflection(world, by, ask.meeting)
  }
}
