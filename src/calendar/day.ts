/** A calendar day in England, such as `2026-03-31`: no time, no zone. Days sort and compare as text. */
declare const day: unique symbol
export type Day = string & { readonly [day]: true }

const iso = /^\d{4}-\d{2}-\d{2}$/
const asTyped = /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/

/** The day that a text names, as 2026-03-31 or as people type it (31/3/2026), or undefined where there is no such day. */
export function readDay(given: string): Day | undefined {
  const typed = asTyped.exec(given)?.groups
  return readIso(typed ? `${typed['y']}-${typed['m']?.padStart(2, '0')}-${typed['d']?.padStart(2, '0')}` : given)
}

/** For a day that the program itself writes down, in ISO form; throws where there is no such day. */
export function asDay(given: string): Day {
  const read = readIso(given)
  if (!read) throw new RangeError(`no such day: ${given.length} characters, expected yyyy-mm-dd`)
  return read
}

function readIso(given: string): Day | undefined {
  if (!iso.test(given)) return undefined
  const date = new Date(`${given}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given) ? (given as Day) : undefined
}
