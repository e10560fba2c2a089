/** Draws what is opened on demand as a dialog without anything to send. */
import type { Reading } from '../../../src/display/reading.ts'
import type { Element } from './adaptive-card.ts'
import { heightOfDialog } from './dialog-height.ts'
import type { Drawing } from './drawing.ts'
import { renderBlock } from './render-block.ts'
import { renderButtons } from './render-button.ts'
import { attached, type Attachment } from './render-card.ts'
import { asCard } from './surface.ts'

/** The `value` of a `continue`: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules */
export type Dialog = {
  readonly title: string
  /** In pixels. */
  readonly height: number
  readonly width: 'medium'
  readonly card: Attachment
}

export const renderReading = (reading: Reading, drawing: Drawing): Dialog =>
  asDialogWith(reading.title, readingParts(reading, drawing).flat(), drawing)

export const asDialogWith = (title: string, body: readonly Element[], drawing: Drawing): Dialog => ({
  title,
  height: heightOfDialog(body),
  width: 'medium',
  card: attached(asCard(body, drawing)),
})

export const readingParts = ({ body, buttons }: Reading, drawing: Drawing): Element[][] => [
  ...body.map((part) => renderBlock(part, drawing)),
  ...renderButtons(buttons, drawing),
]
