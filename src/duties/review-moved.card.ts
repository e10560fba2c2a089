/** Tells the IRO that a review, from which dates are counted, was taken back or counts again. */
import { inWords } from '../calendar/in-words.ts'
import { card, facts, text, type Card } from '../display/card.ts'
import { openButton } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import type { ReviewMeant } from './take-back-review.form.ts'

/** `moved`: the duties that are due on another day by it. */
export const reviewMoved = (
  duty: Duty,
  { on, heldAfterAll }: ReviewMeant,
  byName: string,
  moved: readonly Duty[],
): Card =>
  card(
    `Child ${duty.ref}: ${heldAfterAll ? 'a review counts again' : 'a review was taken back'}`,
    [
      text(
        heldAfterAll
          ? `${byName} says that the review on ${inWords(on)} was held after all.`
          : `${byName} says that the review on ${inWords(on)} was not held, though a return has it. If it was held, ask them to say so.`,
      ),
      ...(moved.length > 0
        ? [facts(...moved.map(({ kind, due }) => [dutyInWords[kind], `due ${inWords(due)}`] as const))]
        : [text('No date moves by it.')]),
    ],
    [openButton(duty)],
  )
