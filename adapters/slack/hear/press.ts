/** A button that was pressed, on a message, in a modal or on the Home tab: perhaps years after it was posted. */
import type { BlockAction, RespondFn } from '@slack/bolt'
import { readJson } from '../../../doors/read-json.ts'
import { refused } from '../../../src/display/refusal.ts'
import { Ask } from '../../../src/vocabulary.ts'
import { accountOf, workspaceOf } from './account-of.ts'
import { askAndShow, whose } from './ask-and-show.ts'
import { follow } from './follow.ts'
import { reportFailure, slackAccount, type Bot } from '../bot.ts'
import { show, type WhereShown } from '../draw/show.ts'
import { openForSending } from '../draw/suffice.ts'

export async function answerPress(bot: Bot, body: BlockAction, respond: RespondFn): Promise<void> {
  const [action] = body.actions
  const claimed = { ...placeOf(body, respond), account: slackAccount(workspaceOf(body), body.user.id) }
  const account = await whose(bot, claimed, accountOf(bot, body))
  if (!account) return
  if (action && body.view && !(await openForSending(bot, account, body.view, action)))
    await follow(bot, account, body.view, action)
  // Slack tells us of what leads out of it too: such a button has an address, and asks nothing.
  if (action?.type !== 'button' || action.url !== undefined || action.value === undefined) return
  const place: WhereShown = { ...claimed, account }
  const ask = readPress(action.value)
  if (!ask)
    return show(bot, place, openMine, refused('no-longer-there')).catch((error: unknown) => {
      reportFailure(bot, account, 'not-read', error)
    })
  await askAndShow(bot, place, ask)
}

const placeOf = (body: BlockAction, respond: RespondFn): Omit<WhereShown, 'account'> => ({
  trigger: body.trigger_id,
  ...(body.response_url && { respond }),
  ...(body.view && { view: body.view }),
})

const openMine = { ask: 'open-mine' } as const

/** Undefined for a button that is not ours, or that asks what nobody can ask now. */
const readPress = (value: string | undefined): Ask | undefined => Ask.safeParse(readJson(value)).data
