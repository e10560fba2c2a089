/** One agency gives its view, or corrects it while inputs are open. */
import { isRefusal, refused } from '../display/refusal.ts'
import { aboutCase } from '../cases/about-case.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { answeredWords, type Answered } from '../display/answered.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { ValuesOf } from '../display/read-form.ts'
import { Typed } from '../display/typed.ts'
import type { RequestId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { inputFields, inputForm } from './agency-input.form.ts'
import { closeSooner } from './closing-day.ts'
import { tellLateGiven } from './late-view.ts'
import type { InputsNeeds } from './needs.ts'
import { answerableRequest, ownRequest } from './answerable-request.ts'
import { lastAnswer } from './who-is-this-child.ts'
import { caseButton } from '../cases/case-button.ts'

export async function showInputForm(world: World<InputsNeeds>, by: PartnershipPerson, id: RequestId): Promise<Answer> {
  const own = await answerableRequest(world, by, id)
  return isRefusal(own) ? own : inputForm(world, own)
}

export async function giveInput(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  id: RequestId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now } = world
  const own = await answerableRequest(world, by, id)
  if (isRefusal(own)) return own.reason === 'inputs-closed' ? tooLate(world, by, id, sent) : own
  const { request, stuck } = own
  const form = await inputForm(world, own)
  const read = await readOrStop(world, by.id, { about: aboutCase(stuck), fields: inputFields, form, sent })
  if (isAnswer(read)) return read
  const corrected = request.state === 'given'
  await tx.saveRequest({ ...request, state: 'given', givenAt: now, view: viewFrom(read.values) })
  await tx.record({ fact: 'input-given', case: stuck.id, request: id, corrected })
  await tx.withdraw({ subject: 'request', id })
  const next = await caseButton(world, by, stuck)
  if (stuck.state !== 'asking') {
    if (!corrected) await tellLateGiven(world, stuck, request)
    return done(
      corrected ? 'Thank you. Your view has been changed.' : 'Thank you. The chair and the IRO will be told.',
      next,
    )
  }
  const sooner = await closeSooner(world, stuck.id)
  if (sooner) return done(`Thank you. ${lastAnswer(sooner)}`, next)
  return done(
    corrected ? 'Thank you. Your view has been changed.' : 'Thank you. The chair will read it when views close.',
    next,
  )
}

/** Views have closed meanwhile: nothing is kept, but a danger that is told in it is stopped for all the same. */
async function tooLate(world: World<InputsNeeds>, by: PartnershipPerson, id: RequestId, sent: FormValues) {
  const own = await ownRequest(world, by, id)
  if (isRefusal(own)) return own
  const form = await inputForm(world, own)
  const read = await readOrStop(world, by.id, { about: aboutCase(own.stuck), fields: inputFields, form, sent })
  return isAnswer(read) && read.kind === 'form' ? read : refused('inputs-closed')
}

const viewFrom = (values: ValuesOf<typeof inputFields>): readonly Answered[] => [
  ...answeredWords(inputFields, values),
  { name: 'scale', question: inputFields.scale.label, words: new Typed(values.scale) },
]
