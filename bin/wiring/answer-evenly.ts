/** A raising is answered at even steps of time: the use case has more to do for a child who is known, and that would tell. */
import { atEvenSteps } from '../../doors/at-even-steps.ts'
import type { AnswerAsk } from '../../src/ports/answer-ask.ts'

/** Longer than either takes on a machine that is not overloaded, and too short to be waited for. */
const stepMs = 250

export const answerEvenly =
  (answer: AnswerAsk): AnswerAsk =>
  (asking) =>
    asking.ask.ask === 'raise-case' ? atEvenSteps(stepMs, () => answer(asking)) : answer(asking)
