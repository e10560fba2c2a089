/** Readings that are longer than one view: what each platform draws of them, and that nothing is lost between the pages. */
import { expect, it } from 'vitest'
import { button, facts, list, row, text } from '../../src/display/card.ts'
import { inPages } from '../../src/display/reading-pages.ts'
import { heading, reading, words, type Reading, type ReadingBlock } from '../../src/display/reading.ts'
import { Typed } from '../../src/display/typed.ts'
import { CaseId } from '../../src/ids.ts'
import { slackDrawing } from '../slack/drawing.ts'
import { teamsDrawing } from '../teams/drawing.ts'
import { webDrawing } from '../web/drawing.ts'

const stuck = CaseId.parse('ca000000-0000-4000-8000-000000000001')
const open = (page: number) => ({ ask: 'open-case', case: stuck, page }) as const
const times = <Thing>(count: number, make: (at: number) => Thing) => Array.from({ length: count }, (_, at) => make(at))

/** As long as the questions of the form let them be, and more bytes than letters. */
const longest = (at: number) => new Typed(`${at}: ${'Wörter & mehr. '.repeat(130)}`)
const short = (at: number) => new Typed(`${at}: She wants to know.`)

const raisings = (count: number, said: (at: number) => Typed): readonly ReadingBlock[] =>
  times(count, (at) => [
    heading(`Raised on Monday 7 September 2026: Where the child will live ${at}`),
    facts(['Raised by', `Somebody ${at}, Larkshire Police, somebody.${at}@demo.example`]),
    ...times(3, (question) => words(`Question ${question}`, said(at * 10 + question))),
  ]).flat()

const whole = (body: readonly ReadingBlock[]) =>
  reading('Case K7M-2QD', body, [button('Record the meeting', open(1)), button('Close the case', open(1))])

function everyPage(long: Reading): readonly Reading[] {
  const pages = [inPages(long, undefined, open)]
  for (let page = pages[0]; page?.buttons[0]?.label === 'Next page'; page = pages.at(-1)) {
    const { ask } = page.buttons[0]
    pages.push(inPages(long, 'page' in ask ? ask.page : undefined, open))
  }
  return pages
}

const wordsIn = (pages: readonly Reading[]) =>
  pages.flatMap(({ body }) => body.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : [])))

const bodies = {
  'forty raisings': raisings(40, short),
  'forty raisings, each as long as can be': raisings(40, longest),
  'five hundred lines, and as many rows': [
    list(times(500, (at) => `Agency ${at}: somebody with a long name of their own`)),
    ...times(500, (at) => row(`Somebody ${at}`, button('Let them take part', open(1)))),
  ],
}

it.each(Object.entries(bodies))('%s are drawn on every platform, page by page', (_, body) => {
  const pages = everyPage(whole(body))
  expect(pages.length).toBeGreaterThan(1)
  expect(wordsIn(pages)).toEqual(wordsIn([whole(body)]))
  for (const page of pages) {
    for (const platform of [slackDrawing, teamsDrawing, webDrawing])
      expect(platform.refusedIn(platform.render(page))).toEqual([])
    expect(Buffer.byteLength(JSON.stringify(teamsDrawing.render(page)))).toBeLessThanOrEqual(28 * 1024)
  }
})

it('every line and row is on one page', () => {
  const pages = everyPage(whole(bodies['five hundred lines, and as many rows']))
  const lines = pages.flatMap(({ body }) => body.flatMap((part) => (part.block === 'list' ? part.items : [])))
  const rows = pages.flatMap(({ body }) => body.flatMap((part) => (part.block === 'row' ? [part.text] : [])))
  expect([lines.length, new Set(lines).size, rows.length, new Set(rows).size]).toEqual([500, 500, 500, 500])
})

it('says which page it is, keeps its own buttons, and says again what a page goes on about', () => {
  const pages = everyPage(whole(raisings(40, longest)))
  const [first, second] = pages
  expect(first?.body[0]).toEqual({ block: 'text', text: `Page 1 of ${pages.length}` })
  expect(first?.buttons.map(({ label }) => label)).toEqual(['Next page', 'Record the meeting', 'Close the case'])
  expect(second?.buttons.map(({ label }) => label).slice(0, 2)).toEqual(['Next page', 'Page before'])
  expect(pages.at(-1)?.buttons[0]).toMatchObject({ label: 'Page before', ask: { page: pages.length - 1 } })
  for (const { body } of pages) {
    expect(body[1]?.block).toBe('heading')
    expect(body.at(-1)?.block).not.toBe('heading')
  }
  expect(JSON.stringify(pages.map(({ body }) => body[1]))).toContain('(continued)')
})

it('no page ends with a heading, and none has more parts than Slack has room for', () => {
  const headed = times(30, (at) => [heading(`About ${at}`), words('Question', longest(at))]).flat()
  for (const { body } of everyPage(whole(headed))) expect(body.at(-1)?.block).toBe('words')

  const lines = times(300, (at) => text(`Line ${at}`))
  for (const { body } of everyPage(whole(lines))) expect(body.length).toBeLessThanOrEqual(71)
})

it('one that is short is one page, and one that has become shorter shows its last', () => {
  const one = whole(raisings(2, short))
  expect(inPages(one, undefined, open)).toBe(one)
  expect(inPages(one, 7, open)).toBe(one)
  const long = whole(raisings(40, short))
  expect(inPages(long, 99, open)).toEqual(everyPage(long).at(-1))
})
