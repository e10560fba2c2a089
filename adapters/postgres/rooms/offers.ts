/** To whom an action or a duty is handed, as its columns keep it. */
import { PersonId } from '../../../src/ids.ts'
import type { Offer } from '../../../src/parts/offer.ts'

export type OfferColumns = {
  offered_to: string | null
  offered_by: string | null
  offered_at: Date | null
}

export const offerColumns = (offer: Offer | undefined): OfferColumns => ({
  offered_to: offer?.to ?? null,
  offered_by: offer?.by ?? null,
  offered_at: offer?.at ?? null,
})

export function offerOf({ offered_to, offered_by, offered_at }: OfferColumns): { readonly offer?: Offer } {
  if (offered_to === null || offered_by === null || offered_at === null) return {}
  return { offer: { to: PersonId.parse(offered_to), by: PersonId.parse(offered_by), at: offered_at } }
}
