/** A reading that lies over a form which somebody has begun, and whatever is read on from there. */
import type { types, ViewOutput } from '@slack/bolt'
import { onlyToRead, type Reading } from '../../../src/display/reading.ts'
import { renderReading } from './render-reading.ts'

const callback = 'reading-over-form'

/** Without what starts or does something: either would take away the form beneath, with what was typed into it. */
export const laidOver = (reading: Reading): types.ModalView => ({
  ...renderReading(onlyToRead(reading)),
  callback_id: callback,
})

export const isLaidOver = (view: ViewOutput): boolean => view.callback_id === callback
