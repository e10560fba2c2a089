/** What can be asked about the closing of a case, each with its use case. */
import { z } from 'zod'
import type { ActionsNeeds } from '../actions/needs.ts'
import type { Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { Ask } from '../vocabulary.ts'
import { answerClosing, showAnswerForm } from './answer-closing.ts'
import { answerObjection, showAnswerObjectionForm } from './answer-objection.ts'
import { does, opens } from './asks.ts'
import { closeCase, showCloseForm } from './close-case.ts'
import { endWithdrawn } from './end-withdrawn.ts'
import { object, showObjectForm } from './object.ts'

const ClosingAsk = z.discriminatedUnion('ask', [...opens, ...does])
type ClosingAsk = z.infer<typeof ClosingAsk>

const names: ReadonlySet<string> = new Set(ClosingAsk.options.map(({ shape }) => shape.ask.value))

export const isAboutClosing = (ask: Ask): ask is ClosingAsk => names.has(ask.ask)

export async function answerAboutClosing(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  ask: ClosingAsk,
  form: FormValues,
): Promise<Answer> {
  switch (ask.ask) {
    case 'open-close-case':
      return showCloseForm(world, by, ask.case)
    case 'close-case':
      return closeCase(world, by, ask.case, form)
    case 'open-answer-closing':
      return showAnswerForm(world, by, ask.closing)
    case 'answer-closing':
      return answerClosing(world, by, ask.closing, form)
    case 'end-withdrawn':
      return endWithdrawn(world, by, ask.case)
    case 'open-object':
      return showObjectForm(world, by, ask.raising)
    case 'object':
      return object(world, by, ask.raising, form)
    case 'open-answer-objection':
      return showAnswerObjectionForm(world, by, ask.raising)
    case 'answer-objection':
      return answerObjection(world, by, ask.raising, form)
  }
}
