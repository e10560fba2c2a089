/** A dialog that opens, and one that is sent. The answer comes within Teams' patience, and never without what was typed. */
import { within } from '../../../doors/within.ts'
import type { Answer } from '../../../src/display/answer.ts'
import { askedOf, enoughIn, followingOf, holds, moreToAnswer } from '../../../src/display/follow-ups.ts'
import type { FormValues } from '../../../src/display/form.ts'
import { isRefusal, refused, sentences, type Refusal } from '../../../src/display/refusal.ts'
import type { MessageId } from '../../../src/ids.ts'
import { opensSomething, type Ask } from '../../../src/vocabulary.ts'
import { isInOwnChat } from '../accounts.ts'
import type { Heard } from './activity.ts'
import { answerFor, inDialog, reportFailure, type Bot } from '../bot.ts'
import { CardData, type FormData } from '../draw/card-data.ts'
import { drawForm } from '../draw/draw-form.ts'
import { drawnFor, type DrawnForm } from '../../../src/ports/drawn-form.ts'
import { readSent } from './read-form.ts'
import { redrawForAll } from '../draw/redraw.ts'
import { asDialog, sentenceOf } from '../draw/render-answer.ts'
import type { Dialog } from '../draw/render-reading.ts'

export type Reply = { readonly status: number; readonly body?: unknown }

/** Teams gives up after five seconds or so; the rest is left for the network. */
const openWithinMs = 3_500
const answerWithinMs = 2_000

const notSavedYet = 'Not saved yet. Your words are still here. Please send the form again in a moment.'
const tooSlow = 'This is taking longer than usual. Please close this and try again in a moment.'

const showing = (value: Dialog): Reply => ({ status: 200, body: { task: { type: 'continue', value } } })
const saying = (value: string): Reply => ({ status: 200, body: { task: { type: 'message', value } } })
/** Teams says that something went wrong, and leaves the dialog as it is, with the words in it. */
const leftAsItIs: Reply = { status: 503 }

export const showRefusal = (bot: Bot, reason: Refusal['reason']): Reply =>
  showing(asDialog(refused(reason), inDialog(bot)))

/** A card acts only where it was posted; a message extension, wherever its person is. */
async function asked(bot: Bot, heard: Heard, asking: Parameters<typeof answerFor>[2]): Promise<Answer> {
  const anywhere = heard.activity.name?.startsWith('composeExtension/')
  return anywhere || (await isInOwnChat(bot, heard)) ? answerFor(bot, heard, asking) : refused('not-for-you')
}

/** A button or a command that opens something; within a dialog, also one that does something. */
export async function openDialog(bot: Bot, heard: Heard, ask: Ask, marker?: MessageId): Promise<Reply> {
  const opening = asked(bot, heard, { ask, ...doneOnce(heard, ask) })
    .then((answer) => {
      if (!opensSomething(ask) && !isRefusal(answer)) void redrawForAll(bot, heard, marker)
      return showing(drawnIn(bot, heard, ask, answer, marker))
    })
    .catch((error: unknown) => {
      const reference = reportFailure(bot, heard, ask.ask, error)
      return saying(`Something went wrong. Please try again in a moment. Reference: ${reference}.`)
    })
  return within(openWithinMs, opening, () => saying(tooSlow))
}

/** Within a dialog, a button comes back as the sending of a form does. */
export async function submitDialog(bot: Bot, heard: Heard, sent: unknown): Promise<Reply> {
  const data = CardData.safeParse(sent).data
  if (!data || data.kind === 'refresh') return showRefusal(bot, 'no-longer-there')
  return data.kind === 'form'
    ? sendForm(bot, heard, data, readSent(sent))
    : openDialog(bot, heard, data.ask, data.marker)
}

async function sendForm(bot: Bot, heard: Heard, data: FormData, values: FormValues): Promise<Reply> {
  const { ask, once, marker } = data
  const late = (notice: string): Reply => {
    const drawn = bot.forms.find(once, heard.account)
    return drawn
      ? showing(drawForm(bot, heard, drawn, { once, marker, redrawing: { values, notice } }).dialog())
      : leftAsItIs
  }
  const answering = unseen(bot, heard, data, values)
    .then(async (more) => {
      if (more) return showing(more.dialog())
      const answer = await asked(bot, heard, { ask, form: values, once })
      const dialog = await outcomeOf(bot, heard, data, values, answer)
      if (!isRefusal(answer)) void redrawForAll(bot, heard, marker)
      return showing(dialog)
    })
    .catch((error: unknown) => late(`${notSavedYet} Reference: ${reportFailure(bot, heard, ask.ask, error)}.`))
  // The work goes on past the limit: sending the form again finds it done, by the same `once`.
  return within(answerWithinMs, answering, () => late(notSavedYet))
}

/** A card cannot change while somebody fills it in: what follows from an answer is asked in the next one. */
export async function unseen(bot: Bot, heard: Heard, data: FormData, values: FormValues) {
  if (!data.followed) return undefined
  const drawn = await formOf(bot, heard, data)
  if (!drawn || holds(enoughIn(drawn.form.fields), values)) return undefined
  const asked = askedOf(followingOf(drawn.form.fields), values)
  if (asked.every((name) => data.followed?.includes(name))) return undefined
  return drawForm(bot, heard, drawn, { marker: data.marker, redrawing: { values, notice: moreToAnswer } })
}

async function outcomeOf(bot: Bot, heard: Heard, data: FormData, values: FormValues, answer: Answer): Promise<Dialog> {
  const { ask, marker } = data
  if (!isRefusal(answer)) return drawnIn(bot, heard, data.opened ?? ask, answer, marker)
  const drawn = await formOf(bot, heard, data)
  if (!drawn) return asDialog(answer, inDialog(bot, marker))
  const { fields: errors, reason } = answer
  const redrawing = { values, notice: errors ? sentences[reason] : sentenceOf(answer), ...(errors && { errors }) }
  return drawForm(bot, heard, drawn, { marker, redrawing }).dialog()
}

/** The questions under which the words were typed: kept, or asked for once more. */
export async function formOf(bot: Bot, heard: Heard, { once, opened }: FormData): Promise<DrawnForm | undefined> {
  const kept = bot.forms.find(once, heard.account)
  if (kept || !opened) return kept
  const form = await answerFor(bot, heard, { ask: opened })
  return form.kind === 'form' ? drawnFor(form, opened) : undefined
}

function drawnIn(bot: Bot, heard: Heard, ask: Ask, answer: Answer, marker: MessageId | undefined): Dialog {
  if (answer.kind !== 'form') return asDialog(answer, inDialog(bot, marker))
  return drawForm(bot, heard, drawnFor(answer, ask), { marker }).dialog()
}

/** What only opens something changes nothing, and its answer may hold words that nobody should keep to repeat it. */
export const doneOnce = ({ activity, conversation }: Heard, ask: Ask): { once?: string } =>
  opensSomething(ask) || activity.id === undefined ? {} : { once: `teams-${conversation.id}-${activity.id}` }
