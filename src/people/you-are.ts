/** Says to somebody as whom they are known here, where two people share a computer or an account was linked. */
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { agencyName } from './name-of.ts'

export const youAre = (partnership: Partnership, { name, agency }: PartnershipPerson): string =>
  `You are ${name}, ${agencyName(partnership, agency)}.`
