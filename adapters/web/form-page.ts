/** Draws forms, and remembers the last ones so that what was typed can be drawn again under the same questions. */
import { instantInWords } from '../../src/calendar/in-words.ts'
import { keepLast } from '../../doors/keep-last.ts'
import type { FormValues } from '../../src/display/form.ts'
import type { FieldErrors } from '../../src/display/form.ts'
import { sentences, type Reason } from '../../src/display/refusal.ts'
import type { PersonId } from '../../src/ids.ts'
import { formsKept, type DrawnForm } from '../../src/ports/drawn-form.ts'
import { renderForm } from './render-form.ts'
import type { Kept } from './keep-draft.ts'
import type { Page } from './show.ts'
import type { Visit } from './visit.ts'

type Redrawing = {
  /** What its person wrote earlier and did not send. */
  readonly kept?: Kept | undefined
  readonly values?: FormValues
  readonly errors?: FieldErrors
  readonly refused?: Reason
  /** The key under which it was sent before: nothing is known of what became of it, so the next try must be the same. */
  readonly unsaved?: string
}

export type Forms = {
  draw(visit: Visit, drawn: DrawnForm, redrawing?: Redrawing): Page
  find(visit: Visit, once: string): DrawnForm | undefined
}

export function createForms(): Forms {
  const kept = keepLast<DrawnForm & { readonly person: PersonId }>(formsKept)

  function draw(visit: Visit, drawn: DrawnForm, redrawing: Redrawing = {}): Page {
    const { wrong } = drawn.form.step ?? {}
    const { kept: earlier, errors = wrong ?? {}, unsaved } = redrawing
    const refused = redrawing.refused ?? (wrong && 'form-not-complete')
    const values = redrawing.values ?? earlier?.values
    const once = unsaved ?? visit.drawing.newOnce()
    kept.keep(once, { ...drawn, person: visit.who.person })
    const form = values ? { ...drawn.form, values } : drawn.form
    return {
      template: 'form.njk',
      title: form.title,
      status: unsaved ? 503 : refused ? 422 : 200,
      data: {
        form: renderForm({ form, once, opened: drawn.opened, errors, typed: values }, visit.drawing),
        kept: earlier && instantInWords(earlier.at),
        refused: refused && sentences[refused],
        unsaved: unsaved !== undefined,
      },
    }
  }

  function find(visit: Visit, once: string): DrawnForm | undefined {
    const drawn = kept.find(once)
    return drawn?.person === visit.who.person ? drawn : undefined
  }

  return { draw, find }
}
