/** What the Teams window does with the bot's answer to a press or to a form. */
import { z } from 'zod'
import { cardType } from './adaptive-card.ts'
import { initialValues } from './inputs.ts'
import { readCard, readDialog } from './posted.ts'
import type { Reply } from './send.ts'
import { nextChange, type Dialog, type Message, type TeamsState, type TeamsUser } from './state.ts'
import { TeamsError } from './teams-error.ts'

export type Outcome = {
  /** `trouble`: "Something went wrong. Try again." `held-back`: Teams did not send it. */
  readonly result: 'dialog' | 'closed' | 'message' | 'card' | 'sent' | 'trouble' | 'held-back'
  /** What is said in words of their own beside the cards. */
  readonly says: string
  readonly reply?: Reply
}

const TaskAnswer = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('continue'), value: z.looseObject({ title: z.string(), card: z.unknown() }) }),
    z.object({ type: z.literal('message'), value: z.string() }),
  ]),
})

const ActionAnswer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() })

/** The answer to `task/…` and `composeExtension/…`; only a task can be left without one. */
export function applyTask(state: TeamsState, from: Dialog['from'], user: TeamsUser, reply: Reply): Outcome {
  return withTrouble(state, reply, () => {
    if (reply.text.trim() === '' || isEmptyObject(reply.body)) return close(state, user, 'closed', '', reply)
    const { task } = TaskAnswer.parse(reply.body)
    if (task.type === 'message') return close(state, user, 'message', task.value, reply)
    const card = readDialog(state, task.value)
    const { title } = task.value
    state.dialogs.set(user.id, { title, card, from, values: initialValues(card), seen: nextChange(state) })
    return { result: 'dialog', says: '', reply }
  })
}

/** The answer to `Action.Execute`: a card is seen by who pressed, until the bot changes it for everybody. */
export function applyAction(state: TeamsState, message: Message, user: TeamsUser, reply: Reply): Outcome {
  return withTrouble(state, reply, () => {
    const { statusCode, type, value } = ActionAnswer.parse(reply.body)
    if (type === cardType && statusCode === 200) {
      message.cardFor.set(user.aadObjectId, readCard(state, 'adaptiveCard/action', value))
      message.seen = nextChange(state)
      return { result: 'card', says: '', reply }
    }
    if (type === 'application/vnd.microsoft.activity.message' && statusCode === 200)
      return { result: 'message', says: z.string().parse(value), reply }
    throw new TeamsError(statusCode, type, JSON.stringify(value))
  })
}

function withTrouble(state: TeamsState, reply: Reply, apply: () => Outcome): Outcome {
  const name = String(reply.sent['name'])
  try {
    if (reply.status === 200) return apply()
    state.violations.push(`${name}: ${reply.status === 0 ? 'no answer in time' : `status ${reply.status}`}`)
  } catch (error) {
    if (!(error instanceof TeamsError || error instanceof z.ZodError)) throw error
    state.violations.push(`${name}: ${error.message}`)
  }
  return { result: 'trouble', says: '', reply }
}

function close(state: TeamsState, user: TeamsUser, result: 'closed' | 'message', says: string, reply: Reply): Outcome {
  state.dialogs.delete(user.id)
  return { result, says, reply }
}

const isEmptyObject = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Object.keys(body).length === 0
