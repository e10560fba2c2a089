/** A form in two steps, as every door has it: what was sent of each is kept, and sent as one. */
import { answerInSteps } from '../../bin/wiring/answer-in-steps.ts'
import { done, type Answer } from '../../src/display/answer.ts'
import { button, row } from '../../src/display/card.ts'
import { form } from '../../src/display/form.ts'
import { fields, readForm } from '../../src/display/read-form.ts'
import { fold, reading } from '../../src/display/reading.ts'
import { isRefusal } from '../../src/display/refusal.ts'
import { CaseId, RaisingId } from '../../src/ids.ts'
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

const opensRaised = { ask: 'open-raised', case: stuck } as const
const raising = RaisingId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a04')
const whoRaised = row('You can see who it is.', button('Who raised it', { ask: 'open-raiser', raising }))
const letIn = row('They take no part.', button('Let them take part', { ask: 'admit-raiser', raising }))
/** Lies over the form in Slack. */
const raised = reading(
  'Raised LK-1',
  [whoRaised, letIn],
  [button('Next page', { ...opensRaised, page: 2 }), button('Confirm the case', opensSteps, 'primary')],
)

const inTwo = form('Confirm the case', {
  intro: [fold('It needs to move soon.', 'What was raised', opensRaised, raised.body)],
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
  const drafts = draftsInMemory()
  const stepped = answerInSteps(whole, drafts)
  const by = new Set<AskOfPerson['by']>()
  const answer = (asking: AskOfPerson): Promise<Answer> => {
    by.add(asking.by)
    if (asking.ask.ask === 'open-raised') return Promise.resolve(raised)
    return stepped(
      opensSomething(asking.ask) && asking.ask.ask !== opensSteps.ask ? { ...asking, ask: opensSteps } : asking,
    )
  }
  /** As after a day: what was sent of the steps so far is gone. */
  const forgets = () => Promise.all([...by].map((person) => drafts.forgetAllOf(person)))
  const words = () =>
    Object.entries(sent.at(-1)?.form ?? {})
      .map(([one, given]) => [one, given[0]?.reveal()])
      .filter(([, given]) => given !== '')
  return { answer, forgets, sent, words }
}
