/** Draws what is opened on demand as a modal without anything to send. */
import type { types } from '@slack/bolt'
import type { Reading } from '../../../src/display/reading.ts'
import { plain } from './inert-text.ts'
import { renderBody, renderButtons } from './render-block.ts'
import { blocksOfView, onSurface } from './surface.ts'

/** docs.slack.dev/reference/views: title, submit and close. */
export const titleMax = 24

export const renderReading = ({ title, body, buttons }: Reading): types.ModalView =>
  asModal(title, [...renderBody(body), ...renderButtons(buttons)])

export function asModal(title: string, blocks: readonly types.KnownBlock[]): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'reading',
    title: plain(title, titleMax, 'a title'),
    close: plain('Close'),
    blocks: onSurface(blocks, blocksOfView),
  }
}
