/**
 * Questions that follow from an answer (`src/display/follow-ups.ts`): Slack tells us of the answer at once, and the questions
 * are drawn again with them. All keep their ids, so Slack keeps what is typed meanwhile.
 */
import type { BlockElementAction, types, ViewOutput } from '@slack/bolt'
import { z } from 'zod'
import { readJson } from '../../../doors/read-json.ts'
import { askedOf, deciding, holds, moreToAnswer } from '../../../src/display/follow-ups.ts'
import type { FormValues } from '../../../src/display/form.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import { OpeningAsk } from '../../../src/vocabulary.ts'
import { answerFor, reportFailure, type Bot } from '../bot.ts'
import { inputsOf, isForm, withQuestions } from '../draw/keep-form.ts'
import { renderForm } from '../draw/render-form.ts'
import { readSent } from './read-form.ts'

const Answers = z.record(z.string(), z.array(z.string()))
const Metadata = z.object({
  once: z.string(),
  opened: OpeningAsk,
  following: z.record(z.string(), z.object({ when: Answers.exactOptional(), unless: Answers.exactOptional() })),
  suffices: Answers.default({}),
})
type Metadata = z.infer<typeof Metadata>

const readMetadata = ({ private_metadata: metadata }: ViewOutput): Metadata | undefined =>
  Metadata.safeParse(readJson(metadata)).data

/** While somebody fills it in. */
export async function follow(bot: Bot, account: Account, view: ViewOutput, chosen: BlockElementAction): Promise<void> {
  const metadata = isForm(view) ? readMetadata(view) : undefined
  if (!metadata || !deciding(metadata.following).has(chosen.block_id)) return
  const values = readSent(view.state.values)
  const [drawn, asked] = [inputsOf(view), new Set(askedOf(metadata.following, values))]
  if (Object.keys(metadata.following).every((name) => drawn.has(name) === asked.has(name))) return
  await drawnAgain(bot, account, view, metadata, values)
    .then((again) => again && bot.api.updateView(view.id, again))
    .catch((error: unknown) => {
      reportFailure(bot, account, 'follow', error)
    })
}

/** Of a form that was sent before it could be drawn again: the form with the questions that nobody has seen yet. */
export async function unseen(bot: Bot, account: Account, view: ViewOutput): Promise<types.ModalView | undefined> {
  const metadata = readMetadata(view)
  if (!metadata) return undefined
  const [drawn, values] = [inputsOf(view), readSent(view.state.values)]
  const isSeen = askedOf(metadata.following, values).every((name) => drawn.has(name))
  if (isSeen || holds(metadata.suffices, values)) return undefined
  return drawnAgain(bot, account, view, metadata, values, moreToAnswer)
}

async function drawnAgain(
  bot: Bot,
  account: Account,
  view: ViewOutput,
  { opened, once }: Metadata,
  values: FormValues,
  notice?: string,
): Promise<types.ModalView | undefined> {
  const form = await answerFor(bot, account, { ask: opened })
  return form.kind === 'form' ? withQuestions(view, renderForm({ ...form, values }, once, opened), notice) : undefined
}
