/** What becomes of a form or a press that was sent: whatever it is, what was typed is not lost. */
import type { Done } from '../../src/display/answer.ts'
import type { Refusal } from '../../src/display/refusal.ts'
import type { AnswerAsk } from '../../src/ports/answer-ask.ts'
import type { Log } from '../../src/ports/log.ts'
import { pageOf } from './answer-page.ts'
import { newReference } from './fail.ts'
import { drawnFor, type DrawnForm } from '../../src/ports/drawn-form.ts'
import type { Forms } from './form-page.ts'
import type { Keeping } from './keep-draft.ts'
import { readSent, type Sent } from './read-form.ts'
import { pageRefused } from './refuse.ts'
import { renderCopies } from './render-form.ts'
import type { Outcome, Page } from './show.ts'
import type { Visit } from './visit.ts'

type Needs = {
  readonly answer: AnswerAsk
  readonly forms: Forms
  readonly keeping: Keeping
  readonly log: Log
  readonly notUnderstood: (visit: Visit) => Page
  readonly finish: (visit: Visit, done: Done) => Outcome
}

export function createSend({ answer, forms, keeping, log, finish, notUnderstood }: Needs) {
  return async (visit: Visit, body: unknown): Promise<Outcome> => {
    const sent = readSent(body)
    if (!sent) return notUnderstood(visit)
    const { ask, once, form } = sent

    const asking = { ask, by: visit.who.person, once, ...(form && { form }) }
    const answered = await answer(asking).catch((error: unknown) => ({ kind: 'failed' as const, error }))
    const step = answered.kind === 'form' && answered.step
    const isOver = ['done', 'card', 'reading', 'home'].includes(answered.kind) || step
    await (isOver ? keeping.over(visit.who.person, sent) : keeping.keep(visit.who.person, sent))
    switch (answered.kind) {
      case 'failed':
        return unsaved(visit, sent, answered.error)
      case 'done':
        return finish(visit, answered)
      case 'refusal':
        return refused(visit, sent, answered)
      case 'form':
        return forms.draw(visit, drawnFor(answered, sent.opened))
      case 'card':
      case 'reading':
      case 'home':
        return pageOf(answered, visit.drawing)
    }
  }

  function unsaved(visit: Visit, sent: Sent, error: unknown): Page {
    const reference = newReference()
    log.error('not-saved-yet', error, { reference, ask: sent.ask.ask, once: sent.once })

    const drawn = forms.find(visit, sent.once)
    if (drawn && sent.form) return forms.draw(visit, drawn, { values: sent.form, unsaved: sent.once })
    return plainPage(visit, sent, { status: 503, once: sent.once, reference })
  }

  async function refused(visit: Visit, sent: Sent, { reason, fields: errors }: Refusal): Promise<Page> {
    const drawn = forms.find(visit, sent.once)
    if (!errors || !sent.form) return pageRefused(reason, renderCopies(sent.form ?? {}, drawn?.form.fields))

    const again = drawn ?? (await openedAgain(visit, sent))
    if (again) return forms.draw(visit, again, { values: sent.form, errors, refused: reason })
    return plainPage(visit, sent, { status: 422, once: visit.drawing.newOnce(), errors })
  }

  async function openedAgain(visit: Visit, { opened }: Sent): Promise<DrawnForm | undefined> {
    const form = opened && (await answer({ ask: opened, by: visit.who.person }).catch(() => undefined))
    return form?.kind === 'form' ? drawnFor(form, opened) : undefined
  }
}

type PlainPage = {
  readonly status: number
  readonly once: string
  readonly reference?: string
  readonly errors?: Refusal['fields']
}

/** When the questions themselves are gone: each answer to be copied, or sent again as it is. */
function plainPage(visit: Visit, { ask, form, opened }: Sent, { status, once, ...data }: PlainPage): Page {
  const hidden = {
    ask: JSON.stringify(ask),
    once,
    _csrf: visit.drawing.csrf,
    ...(form && { opened: opened ? JSON.stringify(opened) : '' }),
  }
  const copies = renderCopies(form ?? {}, undefined)
  return { template: 'unsaved.njk', title: 'Not saved yet', status, data: { hidden, copies, ...data } }
}
