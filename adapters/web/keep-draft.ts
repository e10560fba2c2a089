/** What somebody types into a form and has not sent is theirs when they come back to it, and nobody else's. */
import { answeredNow } from '../../src/concerns/safeguarded.form.ts'
import type { FormValues } from '../../src/display/form.ts'
import type { PersonId } from '../../src/ids.ts'
import type { DrawnForm } from '../../src/ports/drawn-form.ts'
import type { Draft, Drafts } from '../../src/ports/drafts.ts'
import type { Log } from '../../src/ports/log.ts'
import { keepLast } from '../../doors/keep-last.ts'
import type { Ask, OpeningAsk } from '../../src/vocabulary.ts'
import type { Sent } from './read-form.ts'

export type Kept = { readonly values: FormValues; readonly at: Date }

export type Keeping = {
  /** The form with what was kept of it; as it was where there is nothing. */
  restore(person: PersonId, drawn: DrawnForm): Promise<{ readonly drawn: DrawnForm; readonly kept?: Kept }>
  /** What opens the form again; undefined where nothing was kept. */
  keep(person: PersonId, sent: Sent): Promise<OpeningAsk | undefined>
  /** It was sent: what a page still says of it afterwards is too late. */
  over(person: PersonId, sent: Sent): Promise<void>
  startAgain(person: PersonId, sent: Pick<Sent, 'ask' | 'opened'>): Promise<void>
}

/** A page that is left says once more what was typed, and that may arrive after the form itself. */
const sentRemembered = 1000

export function createKeeping({ drafts, log }: { drafts: Drafts; log: Log }): Keeping {
  const sent = keepLast<true>(sentRemembered)

  /** A page without what was kept is better than no page. */
  async function orElse<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work
    } catch (error) {
      log.error('draft-failed', error)
      return undefined
    }
  }

  async function keep(person: PersonId, { ask, opened, form, once }: Sent): Promise<OpeningAsk | undefined> {
    if (!opened || !form || sent.find(once)) return undefined
    const kept = drafts.keep({ person, form: keyOf(ask, opened) }, { ask, values: form }).then(() => opened)
    return orElse(kept)
  }

  async function forget(person: PersonId, { ask, opened }: Pick<Sent, 'ask' | 'opened'>): Promise<void> {
    if (opened) await orElse(drafts.forget({ person, form: keyOf(ask, opened) }))
  }

  return {
    async restore(person, drawn) {
      const { form, opened } = drawn
      const draft = opened && (await orElse(drafts.find({ person, form: keyOf(form.submit.ask, opened) })))
      if (!draft) return { drawn }
      const submit = { ...form.submit, ask: draft.ask }
      return { drawn: { ...drawn, form: { ...form, submit } }, kept: { values: withoutNow(draft), at: draft.at } }
    },
    keep,
    async over(person, form) {
      sent.keep(form.once, true)
      await forget(person, form)
    },
    startAgain: forget,
  }
}

/** By what opens it and what it sends: steps of one form are different forms. */
const keyOf = (ask: Ask, opened: OpeningAsk): string => `${ask.ask} ${JSON.stringify(opened)}`

const withoutNow = ({ values }: Draft): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !answeredNow.includes(name)))
