import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Ask, DoingAsk, OpeningAsk } from '../../src/vocabulary.ts'

const Entry = z.strictObject({ since: z.iso.date(), ask: z.looseObject({ ask: z.string() }) })
const entries = z.array(Entry).parse(JSON.parse(readFileSync(`${import.meta.dirname}/buttons.json`, 'utf8')))

/** From a shell alone: see docs/operating.md. */
const neverOnAButton = ['decide-nudges']

/** Which ask it is, with which fields: `open-plan from`. */
const shapeOf = (ask: object): string => {
  const { ask: name, ...fields } = ask as { readonly ask: string }
  return [name, ...Object.keys(fields).toSorted()].join(' ')
}
const shapes = new Set(entries.map(({ ask }) => shapeOf(ask)))

describe('a button that was ever posted', () => {
  it.each(entries.map(({ ask }) => [shapeOf(ask), ask] as const))('is read as it was: %s', (_, ask) => {
    expect(Ask.parse(ask)).toEqual(ask)
  })

  it('has a line of its own', () => {
    expect(entries.map(({ ask }) => JSON.stringify(ask))).toEqual([
      ...new Set(entries.map(({ ask }) => JSON.stringify(ask))),
    ])
  })
})

describe('the lines', () => {
  it('hold every ask that there is', () => {
    const named = [...OpeningAsk.options, ...DoingAsk.options].map(({ shape }) => shape.ask.value)
    const held = new Set(entries.map(({ ask }) => ask.ask))

    expect(named.filter((name) => !held.has(name))).toEqual(neverOnAButton)
  })

  it('hold every shape in which an ask stands in the golden files', () => {
    const shown = [...new Set(goldenTexts().flatMap(asksIn).map(shapeOf))]

    expect(shown.length).toBeGreaterThan(50)
    expect(shown.filter((shape) => !shapes.has(shape))).toEqual([])
  })
})

function goldenTexts(): readonly string[] {
  const folder = `${import.meta.dirname}/../golden`
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(json|html)$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
}

/** However a platform writes it down: as an object, as text within a text, in an address or in a hidden field. */
function asksIn(text: string): readonly object[] {
  const plain = text
    .replaceAll(/%[0-9A-F]{2}/g, (escaped) => decodeURIComponent(escaped))
    .replaceAll('&quot;', '"')
    .replaceAll('\\"', '"')
  return [...plain.matchAll(/\{\s*"ask":\s*"[a-z-]+"[^{}]*\}/g)].map(([found]) => JSON.parse(found) as object)
}
