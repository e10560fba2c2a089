/** What all rooms together want of the store. */
import type { MeetingsNeeds } from './meetings/needs.ts'
import type { NudgesNeeds } from './nudges/needs.ts'

export type AllNeeds = MeetingsNeeds & NudgesNeeds
