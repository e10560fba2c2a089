/**
 * What every renderer owes every view. A new platform passes this file before anything else is built on it. The longest
 * views are not kept as golden files: nobody could read the difference.
 */
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askedOnce } from '../../src/display/asked-once.ts'
import { firstRows } from '../../src/display/first-rows.ts'
import { withAsked } from '../../src/display/follow-ups.ts'
import { gallery } from './gallery.ts'
import { addressesOf, wordsOf, type View } from './words-of.ts'

export type Renderer = {
  readonly platform: string
  /** Of a table in a form: the others come with the next one. */
  readonly mostRows: number
  /** Whether the same questions are there for the next thing, or asked once this one is sent. */
  readonly asksAgain: boolean
  readonly render: (view: View) => unknown
  /** As a file that a reviewer reads: `json` or `html`. */
  readonly writtenAs: 'json' | 'html'
  /** All the words that a person reads, in order, without anything between the pieces of what was split. */
  readonly read: (drawn: unknown) => string
  /** What in a drawing is read as mark-up, mention or link, a link as its address; none where all is inert. */
  readonly activeIn: (drawn: unknown) => readonly string[]
  /** A sentence for each thing that the platform would refuse. */
  readonly refusedIn: (drawn: unknown) => readonly string[]
}

const ids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const references = /\b[2-9C-HJKMNP-RTWXYZ]{3}-[2-9C-HJKMNP-RTWXYZ]{3}\b/g

/** Ids and references counted as they come: they would all be others as soon as one more is made somewhere before. */
function withSteadyNames(written: string): string {
  const counted = (kind: string) => {
    const known = new Map<string, string>()
    return (name: string): string => {
      const steady = known.get(name) ?? `${kind}-${known.size + 1}`
      known.set(name, steady)
      return steady
    }
  }
  return written.replaceAll(ids, counted('id')).replaceAll(references, counted('REF'))
}

/** Without what no drawing shows at first: the rows that come later, and what follows from an answer. */
const shownAtFirst = (view: View, { mostRows, asksAgain }: Pick<Renderer, 'mostRows' | 'asksAgain'>): View =>
  view.kind === 'form' ? withAsked(firstRows(asksAgain ? view : askedOnce(view), mostRows), view.values) : view

export function rendererContract(renderer: Renderer): void {
  const { platform, render, writtenAs, read, activeIn, refusedIn } = renderer
  const golden = (name: string): string => join(import.meta.dirname, '../golden', platform, `${name}.${writtenAs}`)
  const kept = Object.keys(gallery).filter((name) => !name.endsWith('-longest'))

  it(`${platform}: keeps no drawing of what is gone`, () => {
    const folders = [...new Set(kept.map((name) => dirname(golden(name))))]
    const drawings = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    expect(drawings.filter((file) => !kept.some((name) => golden(name) === file))).toEqual([])
  })

  describe.each(Object.entries(gallery))(`${platform}: %s`, (name, view) => {
    const drawn = (): unknown => render(view())

    if (kept.includes(name))
      it('is drawn as before', async () => {
        const shown = drawn()
        const written = typeof shown === 'string' ? shown : `${JSON.stringify(shown, null, 2)}\n`
        await expect(withSteadyNames(written)).toMatchFileSnapshot(golden(name))
      })

    it('leaves out no word', () => {
      const shown = read(drawn())
      const leftOut = wordsOf(shownAtFirst(view(), renderer)).filter((words) => !shown.includes(words))
      expect(leftOut.map((words) => words.slice(0, 80))).toEqual([])
    })

    it('lets no words act, and leads nowhere but where its links do', () => {
      expect(activeIn(drawn())).toEqual(addressesOf(view()))
    })

    it('is taken by the platform', () => {
      expect(refusedIn(drawn())).toEqual([])
    })
  })
}
