import type { ActionsBlock, Button, ConfirmationDialog, InputBlock, PlainTextInput, SectionBlock } from '@slack/types'
import * as max from './numbers.ts'
import { foundViolations, optionViolations } from './option-violations.ts'
import { textViolations, tooLong } from './sentences.ts'

export type Element = ActionsBlock['elements'][number] | InputBlock['element'] | NonNullable<SectionBlock['accessory']>

export function elementViolations(at: string, element: Element): string[] {
  return [
    ...('action_id' in element ? tooLong(`${at}/action_id`, element.action_id, max.actionId) : []),
    ...('placeholder' in element ? textViolations(`${at}/placeholder`, element.placeholder, max.placeholder) : []),
    ...('confirm' in element ? confirmViolations(`${at}/confirm`, element.confirm) : []),
    ...contentViolations(at, element),
  ]
}

function contentViolations(at: string, element: Element): string[] {
  switch (element.type) {
    case 'button':
      return buttonViolations(at, element)
    case 'plain_text_input':
      return plainTextViolations(at, element)
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes':
    case 'overflow':
      return optionViolations(at, element)
    case 'external_select':
    case 'multi_external_select':
      return foundViolations(at, element)
    case 'datepicker':
      return element.initial_date === undefined || /^\d{4}-\d{2}-\d{2}$/.test(element.initial_date)
        ? []
        : [`${at}/initial_date is not a date such as 2026-03-31`]
    case 'image':
      return tooLong(`${at}/alt_text`, element.alt_text, max.imageAlt)
    case 'channels_select':
    case 'conversations_select':
    case 'datetimepicker':
    case 'email_text_input':
    case 'file_input':
    case 'multi_channels_select':
    case 'multi_conversations_select':
    case 'multi_users_select':
    case 'number_input':
    case 'rich_text_input':
    case 'timepicker':
    case 'url_text_input':
    case 'users_select':
    case 'workflow_button':
      return [`${at} is of type ${element.type}, whose limits this check does not know`]
  }
}

function buttonViolations(at: string, button: Button): string[] {
  return [
    ...textViolations(`${at}/text`, button.text, max.buttonText),
    ...tooLong(`${at}/value`, button.value, max.buttonValue),
    ...tooLong(`${at}/url`, button.url, max.buttonUrl),
    ...tooLong(`${at}/accessibility_label`, button.accessibility_label, max.accessibilityLabel),
  ]
}

function plainTextViolations(at: string, { min_length = 0, max_length, initial_value }: PlainTextInput): string[] {
  const longest = max_length ?? max.plainTextInput
  return [
    ...(longest < 1 || longest > max.plainTextInput
      ? [`${at}/max_length is not between 1 and ${max.plainTextInput}`]
      : []),
    ...(min_length > longest ? [`${at}/min_length is above max_length`] : []),
    ...tooLong(`${at}/initial_value`, initial_value, longest),
  ]
}

function confirmViolations(at: string, { title, text, confirm, deny }: ConfirmationDialog): string[] {
  return [
    ...textViolations(`${at}/title`, title, max.confirmTitle),
    ...textViolations(`${at}/text`, text, max.confirmText),
    ...textViolations(`${at}/confirm`, confirm, max.confirmButton),
    ...textViolations(`${at}/deny`, deny, max.confirmButton),
  ]
}
