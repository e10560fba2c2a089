/** The question before a press that cannot be taken back, as a page with its two answers. */
import { z } from 'zod'
import { readJson } from '../../doors/read-json.ts'
import { readAsk } from './read-form.ts'
import type { Page } from './show.ts'
import type { Visit } from './visit.ts'

const words = (most: number) => z.string().min(1).max(most)
/** As our own page sent it (`Confirm` has the limits). */
const Question = z.object({ asks: words(100), says: words(300), yes: words(30), no: words(30) })
const Body = z.object({ ask: z.string(), question: z.string() })

/** Undefined for what no page of ours sends. `cameFrom`: the page with the button, where one is known. */
export function pageOfQuestion({ drawing }: Visit, body: unknown, cameFrom: string | undefined): Page | undefined {
  const sent = Body.safeParse(body).data
  const ask = readAsk(sent?.ask)
  const question = Question.safeParse(readJson(sent?.question)).data
  if (!ask || !question) return undefined
  return {
    template: 'question.njk',
    title: question.asks,
    data: {
      question,
      hidden: { ask: JSON.stringify(ask), once: drawing.newOnce(), _csrf: drawing.csrf },
      back: wayBack(cameFrom),
    },
  }
}

/** A page that came of something that was sent cannot be opened again. */
function wayBack(cameFrom: string | undefined): string {
  if (cameFrom === undefined || !URL.canParse(cameFrom)) return '/'
  const { pathname, search } = new URL(cameFrom)
  return pathname === '/ask' && search.startsWith('?ask=') ? pathname + search : '/'
}
