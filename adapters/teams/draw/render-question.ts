/**
 * Draws the question before a press that cannot be taken back: the second state of a card. It lies hidden in the card, so
 * that a press shows it without asking us, in chats and in dialogs alike.
 */
import { questionBefore } from '../../../src/asked-first.ts'
import type { Button } from '../../../src/display/card.ts'
import type { Action, Container, Toggle } from './adaptive-card.ts'
import { bold, paragraph, paragraphs } from './inert-text.ts'

/** The same ask lies once in a card. */
const idOf = ({ ask }: Button): string => `question ${Object.values(ask).join(' ')}`

/** Shows the question of one button, and takes those of its neighbours away. */
export function asksFirst(pressed: Button, among: readonly Button[]): Pick<Toggle, 'type' | 'targetElements'> {
  const questions = among.filter((one) => questionBefore(one))
  return {
    type: 'Action.ToggleVisibility',
    targetElements: questions.map((one) => ({ elementId: idOf(one), isVisible: one === pressed })),
  }
}

/** `yes` is what is pressed in the end, with its own words. */
export function renderQuestion(pressed: Button, draw: (yes: Button) => Action): Container[] {
  const question = questionBefore(pressed)
  if (!question) return []
  const { asks, says, yes, no } = question
  const id = idOf(pressed)
  return [
    {
      type: 'Container',
      id,
      isVisible: false,
      separator: true,
      items: [
        paragraph(bold(asks)),
        ...paragraphs(says, { spacing: 'small' }),
        {
          type: 'ActionSet',
          actions: [
            draw({ label: yes, ask: pressed.ask, style: pressed.style ?? 'primary' }),
            {
              type: 'Action.ToggleVisibility',
              title: no,
              targetElements: [{ elementId: id, isVisible: false }],
            },
          ],
        },
      ],
    },
  ]
}
