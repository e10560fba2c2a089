/** What all rooms together need from the store. */
import type { ChallengesNeeds } from './challenges/needs.ts'
import type { HandoversNeeds } from './handovers/needs.ts'
import type { MeetingsNeeds } from './meetings/needs.ts'
import type { NudgesNeeds } from './nudges/needs.ts'
import type { AccountsNeeds } from './people/accounts-needs.ts'
import type { VersionNeeds } from './people/version-needs.ts'

export type AllNeeds = MeetingsNeeds & NudgesNeeds & HandoversNeeds & ChallengesNeeds & AccountsNeeds & VersionNeeds
