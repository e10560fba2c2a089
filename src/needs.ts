/** What all rooms together want of the store. */
import type { CasesNeeds } from './cases/needs.ts'
import type { PeopleNeeds } from './people/needs.ts'

export type AllNeeds = PeopleNeeds & CasesNeeds
