import type { KnownBlock, SectionBlock } from '@slack/types'
import { elementViolations, type Element } from './element-violations.ts'
import * as max from './numbers.ts'
import { duplicates, textViolations, tooFew, tooLong, tooMany } from './sentences.ts'

export function blockViolations(at: string, block: KnownBlock): string[] {
  return [...tooLong(`${at}/block_id`, block.block_id, max.blockId), ...contentViolations(at, block)]
}

function contentViolations(at: string, block: KnownBlock): string[] {
  switch (block.type) {
    case 'section':
      return sectionViolations(at, block)
    case 'header':
      return textViolations(`${at}/text`, block.text, max.headerText)
    case 'context':
      return [
        ...tooFew(`${at}/elements`, block.elements),
        ...tooMany(`${at}/elements`, block.elements, max.contextElements),
        ...block.elements.flatMap((element, index) =>
          element.type === 'image' ? [] : textViolations(`${at}/elements/${index}`, element),
        ),
      ]
    case 'actions':
      return [
        ...tooFew(`${at}/elements`, block.elements),
        ...tooMany(`${at}/elements`, block.elements, max.actionsElements),
        ...elementsViolations(`${at}/elements`, block.elements),
      ]
    case 'input':
      return [
        ...textViolations(`${at}/label`, block.label, max.inputLabel),
        ...textViolations(`${at}/hint`, block.hint, max.inputHint),
        ...elementViolations(`${at}/element`, block.element),
      ]
    case 'markdown':
      return tooLong(`${at}/text`, block.text, max.markdownText)
    case 'table':
      return [
        ...tooMany(`${at}/rows`, block.rows, max.tableRows),
        ...block.rows.flatMap((row, index) => tooMany(`${at}/rows/${index}`, row, max.tableCells)),
      ]
    case 'image':
      return [...tooLong(`${at}/alt_text`, block.alt_text, max.imageAlt), ...textViolations(`${at}/title`, block.title)]
    case 'rich_text':
    case 'divider':
      return []
    case 'alert':
    case 'card':
    case 'carousel':
    case 'container':
    case 'context_actions':
    case 'data_table':
    case 'file':
    case 'plan':
    case 'task_card':
    case 'video':
      return [`${at} is of type ${block.type}, whose limits this check does not know`]
  }
}

function sectionViolations(at: string, { text, fields, accessory }: SectionBlock): string[] {
  return [
    ...(text || fields?.length ? [] : [`${at} has neither text nor fields`]),
    ...textViolations(`${at}/text`, text, max.sectionText),
    ...tooMany(`${at}/fields`, fields, max.sectionFields),
    ...(fields ?? []).flatMap((field, index) => textViolations(`${at}/fields/${index}`, field, max.sectionField)),
    ...(accessory ? elementViolations(`${at}/accessory`, accessory) : []),
  ]
}

function elementsViolations(at: string, elements: readonly Element[]): string[] {
  const ids = elements.map((element) => ('action_id' in element ? element.action_id : undefined))
  return [
    ...duplicates(at, 'action_id', ids),
    ...elements.flatMap((element, index) => elementViolations(`${at}/${index}`, element)),
  ]
}
