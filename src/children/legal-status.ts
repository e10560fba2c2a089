/**
 * Legal statuses as the statutory return codes them (SSDA903, `LS`): C1 interim and C2 full care order, D1 freeing
 * order, E1 placement order, V2 accommodated under section 20, V3 and V4 short breaks, L1 police protection, L2
 * emergency protection, L3 child assessment, J1 remand, J2 PACE, J3 youth rehabilitation order.
 */
export const legalStatuses = ['C1', 'C2', 'D1', 'E1', 'V2', 'V3', 'V4', 'L1', 'L2', 'L3', 'J1', 'J2', 'J3'] as const
export type LegalStatus = (typeof legalStatuses)[number]

/** Care that a court or the police ordered for a while: it alone asks for no plan for permanence (CPPCR 2010, Part 8A). */
export const isRemand = (status: LegalStatus): boolean => status === 'J1' || status === 'J2'

/** A series of short breaks has a regime of its own (CPPCR 2010, regulation 48): the usual duties do not run. */
export const isShortBreaks = (status: LegalStatus): boolean => status === 'V3' || status === 'V4'

/** No short break is longer (CPPCR 2010, regulation 48(2)(c)). */
export const longestShortBreakDays = 75
