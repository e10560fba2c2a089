/** What stands at the foot of a Home tab: whom to call, and what is about its person and no case. */
import { whomToCall } from '../concerns/safeguarded.form.ts'
import { button, card, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { commands } from './commands.ts'

const inFooter: ReadonlySet<string> = new Set(['help', 'away', 'accounts'])

export const homeFooter = ({ urgent }: Partnership): Card =>
  card(
    'Numbers to call, and what is yours',
    whomToCall(urgent),
    commands.filter(({ word }) => inFooter.has(word)).map(({ label, ask }) => button(label, ask)),
  )
