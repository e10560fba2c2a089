/** Tells the IRO, or a coordinator where no IRO can be reached, that a review, from which dates are counted, was taken back or counts again. */
import { inWords } from '../calendar/in-words.ts'
import { card, facts, text, type Card, type CardBlock } from '../display/card.ts'
import { openButton } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import type { NextInLine } from '../parts/told.ts'
import type { ReviewMeant } from './take-back-review.form.ts'

type Moving = {
  /** A coordinator hears where no IRO does, and sees no duty. */
  readonly as: 'iro' | NextInLine
  readonly byName: string
  /** The duties that are due on another day by it. */
  readonly moved: readonly Duty[]
}

export const reviewMoved = (duty: Duty, { on, heldAfterAll }: ReviewMeant, { as, byName, moved }: Moving): Card =>
  card(
    `Child ${duty.ref}: ${heldAfterAll ? 'a review counts again' : 'a review was taken back'}`,
    [
      text(
        heldAfterAll
          ? `${byName} says that the review on ${inWords(on)} was held after all.`
          : `${byName} says that the review on ${inWords(on)} was not held, though a return has it. If it was held, ask them to say so.`,
      ),
      ...(as !== 'iro' ? [text('You are told because no IRO of this child can be reached.')] : movedBlocks(moved)),
    ],
    as === 'iro' ? [openButton(duty)] : [],
  )

const movedBlocks = (moved: readonly Duty[]): readonly CardBlock[] =>
  moved.length > 0
    ? [facts(...moved.map(({ kind, due }) => [dutyInWords[kind], `due ${inWords(due)}`] as const))]
    : [text('No date moves by it.')]
