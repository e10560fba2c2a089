/** The same form as it stands on somebody's screen, with what they typed, and a sentence above it. */
import type { types, ViewOutput, ViewStateValue } from '@slack/bolt'
import { plain } from './inert-text.ts'

/** No field has such a name. */
const noticeId = '-notice'

/** Above everything; the next one takes its place. */
export const noticeOf = (notice: string): types.SectionBlock => ({
  type: 'section',
  block_id: noticeId,
  text: plain(notice),
})

export function keepForm(view: ViewOutput, notice: string): types.ModalView {
  const blocks = blocksOf(view)
  return sameForm(
    view,
    blocks.map((block) => (block.type === 'input' ? withTyped(block, view.state.values) : block)),
    notice,
  )
}

/** With the questions of another drawing of it, which hold what was typed; what stands above and below them stays. */
export function withQuestions(view: ViewOutput, { blocks: drawn }: types.ModalView, notice?: string): types.ModalView {
  const blocks = blocksOf(view)
  const [above, below] = aroundQuestions(blocks)
  const [first, last] = aroundQuestions(drawn as readonly types.KnownBlock[])
  const questions = (drawn as readonly types.KnownBlock[]).slice(first, last)
  return sameForm(view, [...blocks.slice(0, above), ...questions, ...blocks.slice(below)], notice)
}

const blocksOf = (view: ViewOutput): readonly types.KnownBlock[] =>
  (view.blocks as types.KnownBlock[]).filter((block) => block.block_id !== noticeId)

function aroundQuestions(blocks: readonly types.KnownBlock[]): readonly [first: number, afterLast: number] {
  const isQuestion = ({ type }: types.KnownBlock): boolean => type === 'input'
  return [blocks.findIndex(isQuestion), blocks.findLastIndex(isQuestion) + 1]
}

function sameForm(view: ViewOutput, blocks: readonly types.KnownBlock[], notice: string | undefined): types.ModalView {
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: plain(view.title.text),
    ...(view.submit && { submit: plain(view.submit.text) }),
    ...(view.close && { close: plain(view.close.text) }),
    ...(view.clear_on_close && { clear_on_close: true }),
    blocks: [...(notice === undefined ? [] : [noticeOf(notice)]), ...blocks],
  }
}

export const isForm = (view: ViewOutput): boolean => view.callback_id === 'form'

/** The names of the inputs that are on the screen: Slack refuses an error for any other. */
export const inputsOf = (view: ViewOutput): ReadonlySet<string> =>
  new Set(
    (view.blocks as types.KnownBlock[]).flatMap((block) => (block.type === 'input' ? (block.block_id ?? []) : [])),
  )

function withTyped(block: types.InputBlock, state: ViewOutput['state']['values']): types.InputBlock {
  const typed = Object.values(state[block.block_id ?? ''] ?? {})[0]
  return { ...block, element: typed ? refilled(block.element, typed) : block.element }
}

type Element = types.InputBlock['element']

function refilled(element: Element, typed: ViewStateValue): Element {
  const empty = Object.entries(element).filter(([property]) => !property.startsWith('initial_'))
  return { ...Object.fromEntries(empty), ...initial(element, typed) } as Element
}

/** We draw plain options alone, in groups where there are many. */
function optionsOf(element: Element): readonly types.PlainTextOption[] {
  const { options, option_groups: groups } = element as {
    readonly options?: readonly types.PlainTextOption[]
    readonly option_groups?: readonly { readonly options: readonly types.PlainTextOption[] }[]
  }
  return options ?? groups?.flatMap((group) => group.options) ?? []
}

/** Only what `render-field.ts` draws comes back. */
function initial(element: Element, { value, selected_date: date, ...selected }: ViewStateValue): object {
  if (element.type === 'plain_text_input') return value ? { initial_value: value } : {}
  if (element.type === 'datepicker') return date ? { initial_date: date } : {}
  if (element.type === 'external_select' || element.type === 'multi_external_select') return found(element, selected)
  const options = optionsOf(element)
  if (options.length === 0) return {}
  const values = [selected.selected_option, ...(selected.selected_options ?? [])].map((option) => option?.value)
  const chosen = options.filter((option) => values.includes(option.value))
  if (chosen.length === 0) return {}
  return element.type === 'radio_buttons' || element.type === 'static_select'
    ? { initial_option: chosen[0] }
    : { initial_options: chosen }
}

/** What was looked up stands in no list of the view: Slack gives it back whole. */
function found(
  { type }: Element,
  { selected_option: one, selected_options: several }: Omit<ViewStateValue, 'value' | 'selected_date'>,
): object {
  const chosen = [one, ...(several ?? [])].flatMap((option) => (option ? [drawnAgain(option)] : []))
  if (chosen.length === 0) return {}
  return type === 'external_select' ? { initial_option: chosen[0] } : { initial_options: chosen }
}

const drawnAgain = ({ text, value }: NonNullable<ViewStateValue['selected_option']>): types.PlainTextOption => ({
  text: plain(text.text),
  value,
})
