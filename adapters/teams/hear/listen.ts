/** Commands, buttons, forms and typed words of Teams → asks. Each is done once, however often Teams sends it. */
import { z } from 'zod'
import { within } from '../../../doors/within.ts'
import { commandName } from '../../../src/commands/commands.ts'
import type { Heard } from './activity.ts'
import { reportFailure, type Bot } from '../bot.ts'
import { CardData } from '../draw/card-data.ts'
import { openDialog, showRefusal, submitDialog, type Reply } from './submissions.ts'
import { execute } from './execute.ts'
import { hearInstallation } from './hear-installation.ts'
import { search } from './search.ts'
import { hearValue } from './sent-by-message.ts'
import { hearWords } from './typed-words.ts'

/** Teams sends a message again that is not taken within fifteen seconds; the work goes on by itself. */
const takenWithinMs = 8_000
const taken: Reply = { status: 200 }
/** What Teams expects for an invoke that a bot does not know. */
const notImplemented: Reply = { status: 501 }

export async function listen(bot: Bot, heard: Heard): Promise<Reply> {
  const { type, id, conversation } = heard.activity
  const key = id === undefined ? undefined : `${conversation.id} ${id}`
  switch (type) {
    case 'message':
      return take(bot, heard, () =>
        bot.once(key, () => (isSubmit(heard) ? hearValue(bot, heard) : hearWords(bot, heard))),
      )
    case 'installationUpdate':
    case 'conversationUpdate':
      return take(bot, heard, () => bot.once(key, () => hearInstallation(bot, heard)))
    case 'invoke':
      return bot.onceSent(key, () => answerInvoke(bot, heard))
    default:
      return taken
  }
}

/** A person who waits for an answer gets it as a message: the request itself needs none. */
function take(bot: Bot, heard: Heard, work: () => Promise<void>): Promise<Reply> {
  const working = work().then(
    () => taken,
    (error: unknown) => {
      reportFailure(bot, heard, heard.activity.type, error)
      return taken
    },
  )
  return within(takenWithinMs, working, () => taken)
}

const isSubmit = ({ activity: { text, value } }: Heard): boolean => !text && typeof value === 'object' && value !== null

const TaskValue = z.object({ data: z.unknown() })
const ActionValue = z.object({ action: z.object({ data: z.unknown() }) })
const ExtensionValue = z.object({ commandId: z.string() })

async function answerInvoke(bot: Bot, heard: Heard): Promise<Reply> {
  const { name = '', value } = heard.activity
  switch (name) {
    case 'task/fetch':
      return fetchTask(bot, heard, TaskValue.safeParse(value).data?.data)
    case 'task/submit':
    case 'composeExtension/submitAction':
      return submitDialog(bot, heard, TaskValue.safeParse(value).data?.data)
    case 'composeExtension/fetchTask':
      return ExtensionValue.safeParse(value).data?.commandId === commandName
        ? openDialog(bot, heard, { ask: 'open-raise-case' })
        : notImplemented
    case 'adaptiveCard/action':
      return execute(bot, heard, ActionValue.safeParse(value).data?.action.data)
    case 'application/search':
      return search(bot, heard, value)
    default:
      return notImplemented
  }
}

function fetchTask(bot: Bot, heard: Heard, sent: unknown): Promise<Reply> {
  const data = CardData.safeParse(sent).data
  return data?.kind === 'press'
    ? openDialog(bot, heard, data.ask, data.marker)
    : Promise.resolve(showRefusal(bot, 'no-longer-there'))
}
