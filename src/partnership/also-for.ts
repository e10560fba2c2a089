/** Children who are not in care, and can have a case where their partnership's file says so. */
import { z } from 'zod'

export const AroundCare = z.enum(['edge-of-care', 'leaving-care'])
export type AroundCare = z.infer<typeof AroundCare>

export const aroundCareInWords = {
  'edge-of-care': 'on the edge of care',
  'leaving-care': 'leaving care',
} as const satisfies Record<AroundCare, string>

/** `in care`, or `in care, on the edge of care or leaving care`. */
export const whoHasCases = ({ alsoFor }: { readonly alsoFor: readonly AroundCare[] }): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format([
    'in care',
    ...alsoFor.map((one) => aroundCareInWords[one]),
  ])
