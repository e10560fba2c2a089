/**
 * Somebody types into a list that is looked up: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search
 * The answer is shown to them alone, wherever they type, so it matters who asks and not where.
 */
import { z } from 'zod'
import { plainly } from '../../../doors/plain-words.ts'
import { readJson } from '../../../doors/read-json.ts'
import { within } from '../../../doors/within.ts'
import { isRefusal } from '../../../src/display/refusal.ts'
import { Typed } from '../../../src/display/typed.ts'
import { reportFailure, whoIs, type Bot } from '../bot.ts'
import type { Choice } from '../draw/adaptive-card.ts'
import { ListData } from '../draw/card-data.ts'
import { choice, shownAtOnce } from '../draw/render-field.ts'
import type { Heard } from './activity.ts'
import { escaped } from './read-form.ts'
import type { Reply } from './submissions.ts'

/** Teams gives up after five seconds or so; the rest is left for the network. */
const answerWithinMs = 3_500

const Search = z.object({ queryText: z.string().max(200), dataset: z.string() })

export async function search(bot: Bot, heard: Heard, sent: unknown): Promise<Reply> {
  const asked = Search.safeParse(sent).data
  const list = ListData.safeParse(readJson(asked?.dataset)).data
  if (!asked || !list) return found([])
  const searching = lookUp(bot, heard, list, asked.queryText).catch((error: unknown) => {
    reportFailure(bot, heard, list.opened.ask, error)
    return notNow
  })
  return within(answerWithinMs, searching, () => notNow)
}

async function lookUp(bot: Bot, heard: Heard, { opened, field, several }: ListData, typed: string): Promise<Reply> {
  const who = await whoIs(bot, heard)
  if (isRefusal(who)) return found([])
  const answer = await bot.lookUp({
    opened,
    field,
    by: who.person,
    typed: new Typed(plainly(typed)),
    most: shownAtOnce,
  })
  if (isRefusal(answer)) return found([])
  return found(answer.options.map((option) => choice(option, several ? escaped(option.value) : option.value)))
}

const found = (results: readonly Choice[]): Reply => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } },
})

/** "Nothing was found" would not be true: Teams says that something went wrong, and asks again at the next letter. */
const notNow: Reply = {
  status: 200,
  body: {
    statusCode: 500,
    type: 'application/vnd.microsoft.error',
    value: { code: '500', message: 'I could not look just now. Type on in a moment.' },
  },
}
