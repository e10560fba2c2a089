/** Draws a form under a key of its own, and remembers it under that key. */
import { sentences } from '../../../src/display/refusal.ts'
import type { MessageId } from '../../../src/ids.ts'
import type { Heard } from '../hear/activity.ts'
import { inChat, inDialog, type Bot } from '../bot.ts'
import type { Drawing } from './drawing.ts'
import type { DrawnForm } from '../../../src/ports/drawn-form.ts'
import { asDialog, asMessages } from './render-answer.ts'
import type { TeamsMessage } from './render-card.ts'
import type { Redrawing } from './render-form.ts'
import type { Dialog } from './render-reading.ts'

type Keeping = {
  /** The key under which it was sent before: nothing is known of what became of it, so the next try must be the same. */
  readonly once?: string
  readonly marker?: MessageId | undefined
  readonly redrawing?: Omit<Redrawing, 'opened'>
}

export function drawForm(
  bot: Bot,
  heard: Heard,
  drawn: DrawnForm,
  { once = bot.newId(), marker, redrawing }: Keeping = {},
) {
  bot.forms.keep(once, drawn, heard.account)
  const { wrong } = drawn.form.step ?? {}
  const how: Redrawing = {
    ...(wrong && { errors: wrong, notice: sentences['form-not-complete'] }),
    ...redrawing,
    ...(drawn.opened && { opened: drawn.opened }),
  }
  return {
    dialog: (): Dialog => asDialog(drawn.form, firstOf(once, inDialog(bot, marker)), how),
    messages: (): TeamsMessage[] => asMessages(drawn.form, firstOf(once, inChat(bot, heard, marker)), how),
  }
}

/** The first key that a drawing of a form asks for is that of the form itself; those after it are of its buttons. */
function firstOf(once: string, drawing: Drawing): Drawing {
  let given = false
  return {
    ...drawing,
    newOnce: () => {
      if (given) return drawing.newOnce()
      given = true
      return once
    },
  }
}
