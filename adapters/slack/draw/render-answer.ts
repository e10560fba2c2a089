/** Draws any answer where it is asked for: as messages in a chat, as a modal, or as a person's Home tab. */
import type { types } from '@slack/bolt'
import type { Answer, Done, Home } from '../../../src/display/answer.ts'
import type { Form } from '../../../src/display/form.ts'
import { heardOf } from '../../../src/display/heard.ts'
import type { Reading } from '../../../src/display/reading.ts'
import { sentences } from '../../../src/display/refusal.ts'
import type { OpeningAsk } from '../../../src/vocabulary.ts'
import { asMessage, cardBlocks, renderCard, type SlackMessage } from './render-card.ts'
import { header, renderButtons, sections } from './render-block.ts'
import { renderForm } from './render-form.ts'
import { asModal, renderReading } from './render-reading.ts'
import { blocksOfMessage, blocksOfView, onSurface } from './surface.ts'

export type Spoken = Exclude<Answer, Form | Reading>

export function asMessages(answer: Spoken): SlackMessage[] {
  switch (answer.kind) {
    case 'card':
      return [renderCard(answer)]
    case 'home':
      return homeMessages(answer)
    case 'done':
      return [asMessage(answer.says, doneBlocks(answer))]
    case 'refusal':
      return [asMessage(sentenceOf(answer), sections(sentenceOf(answer)))]
  }
}

/** `opened`: what opened the form, where something did; `isAnother`: it opened another one, after which this one came. */
export function asView(answer: Answer, once: string, opened?: OpeningAsk, isAnother?: boolean): types.ModalView {
  switch (answer.kind) {
    case 'form':
      return renderForm(answer, once, opened, isAnother)
    case 'reading':
      return renderReading(answer)
    case 'card':
      return asModal('Unstuck', cardBlocks(answer))
    case 'home':
      return asModal('Unstuck', homeBlocks(answer))
    case 'done':
      return lastView(asModal('Done', doneBlocks(answer)))
    case 'refusal':
      return asModal('Nothing was changed', sections(sentenceOf(answer)))
  }
}

/** After something was done, what lies beneath is as it was before: closing this view takes it away as well. */
export const lastView = (view: types.ModalView): types.ModalView => ({ ...view, clear_on_close: true })

/** Nothing was changed yet, and what lies beneath is as it was. */
export const isStep = (answer: Answer): boolean => answer.kind === 'form' && answer.step !== undefined

export function asHomeTab(answer: Spoken): types.HomeView {
  const blocks = answer.kind === 'home' ? homeBlocks(answer) : asMessages(answer).flatMap((message) => message.blocks)
  return { type: 'home', callback_id: 'home', blocks: onSurface(blocks, blocksOfView) }
}

/** The one sentence of an outcome; for a form, with what is wrong in it. */
export function sentenceOf(answer: Extract<Answer, { kind: 'done' | 'refusal' }>): string {
  if (answer.kind === 'done') return answer.says
  return [sentences[answer.reason], ...Object.values(answer.fields ?? {})].join('\n')
}

const doneBlocks = ({ says, next = [] }: Done): types.KnownBlock[] => [...sections(says), ...renderButtons(next)]

const homeBlocks = ({ title, sections: cards }: Home): types.KnownBlock[] => [
  header(title),
  ...cards.flatMap(cardBlocks),
]

/** A message takes half of what a Home tab takes, so a full home becomes several messages, parted between its cards. */
function homeMessages({ title, sections: cards }: Home): SlackMessage[] {
  const messages: { blocks: types.KnownBlock[]; heard: string[] }[] = [{ blocks: [header(title)], heard: [title] }]
  for (const card of cards) {
    const blocks = cardBlocks(card)
    const last = messages.at(-1)
    if (last && last.blocks.length + blocks.length <= blocksOfMessage) {
      last.blocks.push(...blocks)
      last.heard.push(heardOf(card))
    } else messages.push({ blocks, heard: [title, heardOf(card)] })
  }
  return messages.map(({ blocks, heard }) => asMessage(heard.join('\n'), blocks))
}
