/** Codes of the SSDA903 that we read, in the sets of every year since 2017. */

/** 1 and 2 until 2023-24, letters since. */
export const sexes: ReadonlySet<string> = new Set(['1', '2', 'M', 'F', 'U'])

/** Why a new episode started: S started to be looked after; L, P, T, B, U a change of status, placement or carer. */
export const reasonsForNewEpisode: ReadonlySet<string> = new Set(['S', 'L', 'P', 'T', 'B', 'U'])
export const startedCare = 'S'

/** Why an episode ended: X1 care continues; every other one is an end of care. */
export const reasonsForEnd: ReadonlySet<string> = new Set(
  'X1 E11 E12 E13 E14 E15 E16 E17 E2 E3 E4 E4A E4B E41 E42 E43 E44 E45 E46 E47 E48 E5 E6 E7 E8 E9'.split(' '),
)
export const careContinues = 'X1'
