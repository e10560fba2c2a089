/** An `answer` that says what a test wants it to say, and remembers what it was asked. */
import type { Answer } from '../../src/display/answer.ts'
import type { AnswerAsk, AskOfPerson } from '../../src/ports/answer-ask.ts'
import { opensSomething, type Ask } from '../../src/vocabulary.ts'
import { addressOf } from '../../adapters/web/render-card.ts'
import { request } from './samples.ts'

export type Replies = {
  opening?: Answer | undefined
  /** What a form or a press gets: an answer, an error thrown, or nothing at all for ever. */
  doing?: Answer | Error | 'silence' | undefined
  asked?: AskOfPerson[]
}

export function answering(replies: Replies): AnswerAsk {
  return (asking) => {
    ;(replies.asked ??= []).push(asking)
    const reply = opensSomething(asking.ask) ? replies.opening : replies.doing
    if (reply === undefined) return Promise.reject(new Error('the test gave no reply'))
    if (reply === 'silence') return new Promise(() => undefined)
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply)
  }
}

const opening: Ask = { ask: 'open-input', request }
export const openAddress = addressOf(opening)
