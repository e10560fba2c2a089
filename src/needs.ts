/** What all rooms together want of the store. */
import type { CasesNeeds } from './cases/needs.ts'

export type AllNeeds = CasesNeeds
