/** A calendar day in England, such as `2026-03-31`: no time, no zone. Days sort and compare as text. */
declare const day: unique symbol
export type Day = string & { readonly [day]: true }

const iso = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day that a text in ISO form names, or undefined where there is no such day. */
export function readDay(given: string): Day | undefined {
  if (!iso.test(given)) return undefined
  const date = new Date(`${given}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given) ? (given as Day) : undefined
}

/** For a day that the program itself writes down; throws where there is no such day. */
export function asDay(given: string): Day {
  const read = readDay(given)
  if (!read) throw new RangeError(`no such day: ${given.length} characters, expected yyyy-mm-dd`)
  return read
}
