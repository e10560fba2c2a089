import { pageOf } from '../../adapters/web/answer-page.ts'
import { createLook } from '../../adapters/web/look.ts'
import { mostRows, renderForm } from '../../adapters/web/render-form.ts'
import type { Drawing } from '../../adapters/web/render-card.ts'
import type { Renderer } from '../contract/render.contract.ts'
import type { View } from '../contract/words-of.ts'

const look = createLook()
const drawing: Drawing = { csrf: 'csrf', newOnce: () => 'once' }

export const webDrawing: Renderer = {
  platform: 'web',
  mostRows,
  asksAgain: true,
  writtenAs: 'html',
  render,
  read: (drawn) => wordsIn(String(drawn)),
  activeIn: (drawn) => activeIn(String(drawn)),
  refusedIn: (drawn) => unclosedIn(String(drawn)),
}

/** What every page has around it is left out, and how it looks: that is for pictures. */
function render(view: View): string {
  const page =
    view.kind === 'form'
      ? {
          template: 'form.njk',
          title: view.title,
          data: { form: renderForm({ form: view, once: 'once', opened: undefined, errors: {} }, drawing) },
        }
      : pageOf(view, drawing)
  const html = look.draw(page.template, { title: page.title, ...page.data })
  const main = /<main[^]*<\/main>/.exec(html)?.[0] ?? ''
  return main.replaceAll(/ (class|data-[a-z-]+)="[^"]*"/g, '').replaceAll(/\s*\n\s*/g, '\n') + '\n'
}

/** What is written on the page, and what its fields hold. */
function wordsIn(html: string): string {
  const held = html.replaceAll(/<input[^>]* value="([^"]*)"[^>]*>/g, '$1')
  return unescaped(held.replaceAll(/<[^>]*>/g, ''))
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const unescaped = (html: string): string =>
  html.replaceAll(
    /&(amp|lt|gt|quot|#39|#96|#92);/g,
    (_, name: string) => characters[name] ?? (name === '#96' ? '`' : '\\'),
  )

/** Only what the templates draw with may be mark-up; a link to an ask or to a place on the page stays with us, and a number is called. */
function activeIn(html: string): string[] {
  const foreign = [...html.matchAll(/<\/?([a-z0-9-]+)/gi)].flatMap(([, tag = '']) => (drawn.has(tag) ? [] : [tag]))
  const tags = html.replaceAll(/="[^"]*"/g, '=""')
  const handlers = [...tags.matchAll(/<[^>]*\s(on\w+)=/gi)].map(([, handler = '']) => handler)
  const links = [...html.matchAll(/href="([^"]*)"/g)].flatMap(([, to = '']) =>
    /^(\/ask\?|#|tel:[\d+]+$)/.test(to) ? [] : [unescaped(to)],
  )
  const telling = [...html.matchAll(/<a [^>]*href="https:[^>]*>/g)].flatMap(([tag]) =>
    tag.includes(' rel="noopener noreferrer"') ? [] : [tag],
  )
  return [...foreign, ...handlers, ...telling, ...links]
}

const drawn = new Set(
  'main div section table thead tbody tr th td h1 h2 p ul li dl dt dd a span form input button label select option textarea fieldset legend details summary'.split(
    ' ',
  ),
)

const empty = new Set(['input'])

/** A page whose tags do not fit into each other is drawn otherwise than it was meant. */
function unclosedIn(html: string): string[] {
  const open: string[] = []
  for (const [, end, tag = ''] of html.matchAll(/<(\/?)([a-z0-9]+)/g)) {
    if (empty.has(tag)) continue
    if (!end) open.push(tag)
    else if (open.pop() !== tag) return [`</${tag}> closes nothing`]
  }
  return open
}
