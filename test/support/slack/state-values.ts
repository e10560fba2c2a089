/** `view.state.values` as Slack sends it: by block id, then by action id. */
import type { PlainTextOption } from '@slack/types'

export type StateValues = Record<string, Record<string, StateValue>>

export type SelectedOption = Pick<PlainTextOption, 'text' | 'value'>

export type StateValue =
  | { readonly type: 'plain_text_input'; readonly value: string | null }
  | {
      readonly type: 'static_select' | 'external_select' | 'radio_buttons'
      readonly selected_option: SelectedOption | null
    }
  | {
      readonly type: 'multi_static_select' | 'multi_external_select' | 'checkboxes'
      readonly selected_options: readonly SelectedOption[]
    }
  | { readonly type: 'datepicker'; readonly selected_date: string | null }
