/** The one door in, as platforms know it. */
import type { Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { PersonId } from '../ids.ts'
import type { Ask } from '../vocabulary.ts'

export type AskOfPerson = {
  ask: Ask
  by: PersonId
  form?: FormValues
  /** One for each drawn form or press, so that a repeat does the work once and gets the same answer. */
  once?: string
}

/** The one door in. */
export type AnswerAsk = (asking: AskOfPerson) => Promise<Answer>
