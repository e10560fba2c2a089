/** Draws buttons as actions of an Adaptive Card. */
import { questionBefore } from '../../../src/asked-first.ts'
import type { Button } from '../../../src/display/card.ts'
import { opensSomething } from '../../../src/vocabulary.ts'
import type { Action, Actions, Container, Submit } from './adaptive-card.ts'
import { opensDialog, verbs, type PressData } from './card-data.ts'
import type { Drawing } from './drawing.ts'
import { asksFirst, renderQuestion } from './render-question.ts'

/** Teams shows six and hides the rest behind three dots, others show five: learn.microsoft.com/adaptive-cards/rendering-cards/host-config */
const buttonsInRow = 5
/** So many characters are read without being cut on the narrowest card; a longer label has a row of its own. */
const lettersInRow = 40

/** In parts: what shows something stays with what it shows. */
export function renderButtons(buttons: readonly Button[], drawing: Drawing): (Actions | Container)[][] {
  const rows = inRows(buttons).map((row): Actions => ({
    type: 'ActionSet',
    actions: row.map((button) => renderButton(button, drawing, buttons)),
  }))
  const questions = buttons.flatMap((button) => questionOf(button, drawing))
  return questions.length > 0 ? [[...rows, ...questions]] : rows.map((row) => [row])
}

export const questionOf = (button: Button, drawing: Drawing): Container[] =>
  renderQuestion(button, (yes) => drawPress(yes, drawing))

function inRows(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = []
  let letters = 0
  for (const button of buttons) {
    const row = rows.at(-1)
    if (row && row.length < buttonsInRow && letters + button.label.length <= lettersInRow) {
      row.push(button)
      letters += button.label.length
    } else {
      rows.push([button])
      letters = button.label.length
    }
  }
  return rows
}

/** `among`: the buttons of the same set. */
export function renderButton(button: Button, drawing: Drawing, among: readonly Button[] = [button]): Action {
  if (!questionBefore(button)) return drawPress(button, drawing)
  const { label, style } = button
  return { title: label, ...(style && { style: styles[style] }), ...asksFirst(button, among) }
}

/** Only a submit opens a dialog; and within a dialog Teams knows nothing else. */
function drawPress({ label, ask, style }: Button, { surface, marker, newOnce }: Drawing): Action {
  const opens = opensSomething(ask)
  const press: PressData = { kind: 'press', ask, ...(!opens && { once: newOnce() }), ...(marker && { marker }) }
  const submit: Submit = {
    type: 'Action.Submit',
    title: label,
    ...(style && { style: styles[style] }),
    // A card in a chat has no inputs that could be sent along.
    ...(surface !== 'chat' && { associatedInputs: 'none' }),
    data: opens && surface === 'chat' ? { msteams: opensDialog, ...press } : press,
  }
  if (opens || surface === 'dialog') return submit
  return {
    type: 'Action.Execute',
    title: label,
    ...(style && { style: styles[style] }),
    verb: verbs.press,
    data: press,
    fallback: submit,
  }
}

const styles = { primary: 'positive', danger: 'destructive' } as const
