/** Several reminders in one message. */
import { whichChildrenButton } from '../children/which-children.card.ts'
import { button, card, rowsAtMost, text, type Button, type Card } from '../display/card.ts'
import type { Reminder } from './todays-reminders.ts'

/** Several reminders in one message, the most overdue first. */
export function digestCard(reminders: readonly Reminder[]): Card {
  const lines = reminders.slice(0, rowsAtMost).map((reminder) => reminder.line())
  const left = reminders.length - lines.length
  const tells = reminders.some(({ as }) => as === 'owner' || as === 'iro')
  return card(
    `${reminders.length} reminders for today`,
    left > 0 ? [...lines, text(`There are ${left} more. Open them all below.`)] : lines,
    [...(tells ? [whichChildrenButton] : []), ...(left > 0 ? openAll(reminders) : [])],
  )
}

function openAll(reminders: readonly Reminder[]): readonly Button[] {
  const has = (subject: Reminder['about']['subject']) => reminders.some(({ about }) => about.subject === subject)
  return [
    ...(has('action') ? [button('Open all actions', { ask: 'open-actions' })] : []),
    ...(has('duty') ? [button('Open all plans and assessments', { ask: 'open-plan' })] : []),
  ]
}
