/** Somebody types into a list that is looked up. Slack asks at each letter, waits three seconds, and keeps what it gets to itself. */
import type { BlockSuggestion, types } from '@slack/bolt'
import { z } from 'zod'
import { plainly } from '../../../doors/plain-words.ts'
import { readJson } from '../../../doors/read-json.ts'
import { within } from '../../../doors/within.ts'
import { isRefusal } from '../../../src/display/refusal.ts'
import { Typed } from '../../../src/display/typed.ts'
import { OpeningAsk } from '../../../src/vocabulary.ts'
import { accountOf, workspaceOf } from './account-of.ts'
import { lookUpFor, reportFailure, slackAccount, type Bot } from '../bot.ts'
import { plain } from '../draw/inert-text.ts'
import { renderOption, selectMax } from '../draw/render-field.ts'

/** Slack waits three seconds (docs.slack.dev/reference/block-kit/block-elements); one is left for the network. */
const answerWithinMs = 2_000

const Metadata = z.object({ opened: OpeningAsk })

type Options =
  | { options: types.PlainTextOption[] }
  | { option_groups: { label: types.PlainTextElement; options: types.PlainTextOption[] }[] }

export async function answerOptions(bot: Bot, body: BlockSuggestion): Promise<Options> {
  const opened = Metadata.safeParse(readJson(body.view?.private_metadata)).data?.opened
  if (!opened) return none
  const looking = { opened, field: body.block_id, typed: new Typed(plainly(body.value)), most: selectMax }
  const answering = accountOf(bot, body)
    .then((account) => lookUpFor(bot, account, looking))
    .then((found) => (isRefusal(found) ? none : drawn(found.options.map(renderOption), found.matching)))
    .catch((error: unknown) => {
      reportFailure(bot, slackAccount(workspaceOf(body), body.user.id), opened.ask, error)
      return notNow
    })
  return within(answerWithinMs, answering, () => notNow)
}

/** Slack says by itself that nothing was found. */
const none: Options = { options: [] }

/** "Nothing was found" would not be true. A person who picks it is told to choose from the list. */
const notNow: Options = {
  options: [{ text: plain('I could not look just now. Type on in a moment.'), value: 'not-looked-up' }],
}

function drawn(options: types.PlainTextOption[], matching: number): Options {
  if (options.length === matching) return { options }
  const says = `The first ${options.length} of ${matching.toLocaleString('en-GB')}. Type more to see the others`
  return { option_groups: [{ label: plain(says), options }] }
}
