/** What a page sent back, as an ask and the words of its form. */
import type { Request } from 'express'
import { z } from 'zod'
import { plainly } from '../../doors/plain-words.ts'
import { readJson } from '../../doors/read-json.ts'
import type { FormValues } from '../../src/display/form.ts'
import { Typed } from '../../src/display/typed.ts'
import { Ask, OpeningAsk } from '../../src/vocabulary.ts'

/** Before the name of each field, so that none of them can stand for a field of the page's own. */
export const fieldPrefix = 'field-'

/** An ask as it lies in an address or a hidden field. */
export function readAsk(text: unknown): Ask | undefined {
  return Ask.safeParse(readJson(text)).data
}

export const bodyOf = (req: Request): Readonly<Record<string, unknown>> =>
  (req.body ?? {}) as Readonly<Record<string, unknown>>

export type Sent = {
  readonly ask: Ask
  readonly once: string
  /** Present when a form was sent rather than a button pressed. */
  readonly form?: FormValues
  /** What opened the form, where something did: it can be opened again. */
  readonly opened?: OpeningAsk
}

const Envelope = z.object({
  ask: z.string(),
  once: z.uuid(),
  opened: z.string().optional(),
  back: z.string().optional(),
})

export function readSent(body: unknown): Sent | undefined {
  const envelope = Envelope.safeParse(body).data
  // The button that goes a step back asks for another thing than the form.
  const ask = readAsk(envelope?.back ?? envelope?.ask)
  if (!envelope || !ask) return undefined
  if (envelope.opened === undefined) return { ask, once: envelope.once }

  const opened = OpeningAsk.safeParse(readJson(envelope.opened)).data
  return { ask, once: envelope.once, form: readForm(body), ...(opened && { opened }) }
}

const Body = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

function readForm(body: unknown): FormValues {
  const fields = Object.entries(Body.safeParse(body).data ?? {}).filter(([name]) => name.startsWith(fieldPrefix))
  return Object.fromEntries(
    fields.map(([name, sent]) => [name.slice(fieldPrefix.length), [sent].flat().map((words) => asTyped(words))]),
  )
}

const asTyped = (words: string) => new Typed(plainly(words))
