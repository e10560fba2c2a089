/** For the chair and the IRO: what became of the view that the social worker was asked for after views were closed. */
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import type { Case } from '../cases/case.ts'
import { button, card, text, type Button, type Card } from '../display/card.ts'

const why = 'They were asked for it because of the disagreement, after views were closed.'

/** A coordinator, who hears where there is no IRO, reads no view. */
const buttons = ({ id }: Case, mayRead: boolean): readonly Button[] =>
  mayRead ? [button('What the agencies say', { ask: 'open-views', case: id })] : []

export const lateViewGivenCard = (stuck: Case, mayRead: boolean): Card =>
  card(`Case ${stuck.ref}: the social worker has given their view`, [text(why)], buttons(stuck, mayRead))

export const noLateViewCard = (stuck: Case, last: Day, reached: boolean, mayRead: boolean): Card =>
  card(
    `Case ${stuck.ref}: no view from the social worker`,
    [
      text(
        `${why} The last day was ${inWords(last)}, and ${reached ? 'they have not given one' : 'our message has not reached them'}. ` +
          'Please ask them how they see it before anything is decided.',
      ),
    ],
    buttons(stuck, mayRead),
  )
