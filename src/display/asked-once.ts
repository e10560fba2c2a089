/** A form whose questions can be asked again, where there is no room for it: with the first of the things alone. */
import type { Form } from './form.ts'

export function askedOnce({ again, ...form }: Form): Form {
  if (!again) return form
  const left = new Set(again.rows.flatMap(({ fields }) => fields))
  const staying = ([name]: readonly [string, unknown]): boolean => !left.has(name)
  return {
    ...form,
    fields: Object.fromEntries(Object.entries(form.fields).filter(staying)),
    values: Object.fromEntries(Object.entries(form.values).filter(staying)),
  }
}
