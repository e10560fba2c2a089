/** The view of one agency. The questions follow the Signs of Safety map and its scaling question. */
import { dayInShort, inWords } from '../calendar/in-words.ts'
import { familyLines } from '../cases/family-blocks.ts'
import { releasedBlocks } from '../cases/released.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { facts, text } from '../display/card.ts'
import { filled, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { World } from '../ports/world.ts'
import type { OwnRequest } from './answerable-request.ts'
import type { InputsNeeds } from './needs.ts'

const long = { field: 'words', max: 2000, lines: 'many' } as const

const scale = Array.from({ length: 11 }, (_, point) => ({
  value: String(point),
  label: point === 0 ? '0: it could not be worse' : point === 10 ? '10: the plan has moved' : String(point),
}))

export const inputFields = fields({
  worries: { ...long, label: 'What worries us?' },
  works: { ...long, label: 'What is working well?' },
  keepsStuck: { ...long, label: 'What keeps us stuck, including our own part?' },
  needs: { ...long, label: 'What needs to happen?' },
  scale: { field: 'choice', label: 'Where are we today, from 0 to 10?', options: scale, scale: true },
  onePointUp: { ...long, label: 'What would one point up look like?' },
  childTold: { ...long, label: 'What has the child told you?', optional: true },
})

const whereRaised = 'What was raised: see "Who is this child?" on the message.'

export async function inputForm(world: World<InputsNeeds>, { request, stuck, last }: OwnRequest): Promise<Form> {
  const { tx, partnership } = world
  // Who has said that they know the child has read it there.
  const toRead = request.state !== 'known' && releasedBlocks(await tx.raisingsOf(stuck.id), partnership).length > 0
  return safeguardedForm(`Our view: ${stuck.ref}`, partnership.urgent, {
    intro: [
      facts(
        ...(stuck.state === 'asking' ? [] : [['Views due by', last ? inWords(last) : 'not set'] as const]),
        ...(await familyLines(world, stuck)),
      ),
    ],
    outro: [
      text(
        stuck.state === 'asking'
          ? `You can change it until views close${last ? ` (${dayInShort(last)})` : ''}. Then the chair and the meeting read it.`
          : 'You can change this until the end of that day. The chair and the IRO can read it as soon as you have given it.',
      ),
    ],
    fields: toRead ? { ...inputFields, worries: { ...inputFields.worries, hint: whereRaised } } : inputFields,
    values: Object.fromEntries(request.view.map(({ name, words }) => [name, filled(words)])),
    submit: { label: 'Give our view', ask: { ask: 'give-input', request: request.id } },
  })
}
