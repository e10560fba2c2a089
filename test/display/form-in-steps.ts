/** A form in two steps, as every door has it: what was sent of each is kept, and sent as one. */
import { answerInSteps } from '../../bin/wiring/answer-in-steps.ts'
import { done, type Answer } from '../../src/display/answer.ts'
import { form } from '../../src/display/form.ts'
import { fields, readForm } from '../../src/display/read-form.ts'
import { isRefusal } from '../../src/display/refusal.ts'
import { CaseId } from '../../src/ids.ts'
import type { AnswerAsk, AskOfPerson } from '../../src/ports/answer-ask.ts'
import { opensSomething } from '../../src/vocabulary.ts'
import { draftsInMemory } from '../web/drafts-in-memory.ts'

const stuck = CaseId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a03')
const declared = fields({
  why: { field: 'words', label: 'Why do they need to know?', max: 300, lines: 'many' },
  more: { field: 'words', label: 'What else?', max: 300, lines: 'one', optional: true },
  name: { field: 'words', label: 'What is the child called?', max: 300, lines: 'one' },
})
export const [why, name] = [declared.why.label, declared.name.label]

export const opensSteps = { ask: 'open-confirm-case', case: stuck } as const

const inTwo = form('Confirm the case', {
  fields: declared,
  steps: [
    { name: 'why', fields: ['why', 'more'] },
    { name: 'the child', fields: ['name'] },
  ],
  submit: { label: 'Confirm', ask: { ask: 'confirm-case', case: stuck } },
})

/** Whatever is opened is this form; `sent` has what came of it, whole. */
export function formInSteps() {
  const sent: AskOfPerson[] = []
  const whole: AnswerAsk = (asking) => {
    if (opensSomething(asking.ask)) return Promise.resolve(inTwo)
    const read = readForm(declared, asking.form ?? {})
    if (!isRefusal(read)) sent.push(asking)
    return Promise.resolve(isRefusal(read) ? read : done('Saved.'))
  }
  const stepped = answerInSteps(whole, draftsInMemory())
  const answer = (asking: AskOfPerson): Promise<Answer> =>
    stepped(opensSomething(asking.ask) && asking.ask.ask !== opensSteps.ask ? { ...asking, ask: opensSteps } : asking)
  const words = () =>
    Object.entries(sent.at(-1)?.form ?? {})
      .map(([one, given]) => [one, given[0]?.reveal()])
      .filter(([, given]) => given !== '')
  return { answer, sent, words }
}
