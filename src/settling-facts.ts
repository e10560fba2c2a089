/** Which facts tell of a thing that a button is about: after each of them its card is looked at again. */
import type { Fact } from './vocabulary.ts'

export type FactKind = Fact['fact']

/** Who has which part in a case, and that it ended. */
export const ofCase = ['case-part-handed-over', 'case-closed'] as const
export const ofAction = [
  ...['action-completed', 'action-moved', 'action-offered', 'action-offer-ended'],
  ...['action-handed-over', 'action-ended'],
  ...ofCase,
] as const satisfies readonly FactKind[]
export const ofDuty = [
  ...['duty-recorded', 'assessment-not-held', 'duty-expected', 'duty-redated'],
  ...['duty-offered', 'duty-offer-ended', 'duty-passed-on'],
  ...['child-handed-over', 'child-allocated', 'child-not-mine'],
] as const satisfies readonly FactKind[]
export const ofRequest = [
  ...['child-not-ours', 'child-not-ours-taken-back', 'input-given', 'request-passed-on'],
  ...['inputs-close-moved', 'inputs-closed', 'late-view-closed', 'case-closed'],
] as const satisfies readonly FactKind[]
export const ofMeeting = [
  'meeting-recorded',
  'note-taker-named',
  'notes-handed-over',
  'summary-approved',
  ...ofCase,
] as const
export const ofTime = [
  ...['time-picked', 'time-taken-back', 'meeting-link-given', 'meeting-link-made', 'meeting-room-given'],
  ...ofCase,
] as const satisfies readonly FactKind[]
export const ofHeld = [
  ...['child-handed-over', 'child-allocated', 'child-not-mine', 'case-part-handed-over', 'case-closed'],
  ...['request-passed-on', 'inputs-closed', 'action-handed-over', 'action-completed', 'action-ended'],
  ...['duty-passed-on', 'duty-recorded', 'notes-handed-over', 'summary-approved', 'case-confirmed'],
] as const satisfies readonly FactKind[]
export const ofClosing = ['closing-agreed', 'closing-refused', ...ofCase] as const
export const ofRaising = ['raising-matched', 'raising-not-in-care', 'raising-withdrawn'] as const
export const ofConcern = ['risk-reported', 'risk-taken-back', 'risk-repeated'] as const
