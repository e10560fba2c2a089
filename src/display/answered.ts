/** What somebody answered, kept with the question as it was put: forms are reworded, the record must not change. */
import type { Fields } from './form.ts'
import { Typed } from './typed.ts'

export type Answered = { readonly name: string; readonly question: string; readonly words: Typed }

/** The answers to the free-text questions of a form, in the form's order; a question left alone is left out. */
export function answeredWords(fields: Fields, values: Readonly<Record<string, unknown>>): readonly Answered[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const given = values[name]
    return given instanceof Typed ? [{ name, question: field.label, words: given }] : []
  })
}
