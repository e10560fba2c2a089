/** What all rooms together want of the store. */
import type { MeetingsNeeds } from './meetings/needs.ts'

export type AllNeeds = MeetingsNeeds
