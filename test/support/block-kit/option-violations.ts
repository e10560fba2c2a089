import { isDeepStrictEqual } from 'node:util'
import type {
  Checkboxes,
  ExternalSelect,
  MultiExternalSelect,
  MultiStaticSelect,
  Option,
  Overflow,
  PlainTextElement,
  RadioButtons,
  StaticSelect,
} from '@slack/types'
import * as max from './numbers.ts'
import { duplicates, textViolations, tooFew, tooLong, tooMany } from './sentences.ts'

type WithOptions = StaticSelect | MultiStaticSelect | RadioButtons | Checkboxes | Overflow

export function optionViolations(at: string, element: WithOptions): string[] {
  const groups = 'option_groups' in element ? element.option_groups : undefined
  const options = element.options ?? groups?.flatMap((group) => group.options)
  if (!options) return [`${at} has neither options nor option_groups`]
  return [
    ...(element.options && groups ? [`${at} has both options and option_groups`] : []),
    ...tooMany(`${at}/option_groups`, groups, max.selectGroups),
    ...(groups ?? []).flatMap((group, index) => [
      ...textViolations(`${at}/option_groups/${index}/label`, group.label, max.optionText),
      ...tooMany(`${at}/option_groups/${index}/options`, group.options, max.selectOptions),
    ]),
    ...tooFew(`${at}/options`, options),
    ...tooMany(`${at}/options`, element.options, mostOptions[element.type]),
    ...duplicates(
      `${at}/options`,
      'value',
      options.map(({ value }) => value),
    ),
    ...options.flatMap((option, index) => oneOptionViolations(`${at}/options/${index}`, option)),
    ...initialViolations(at, element, options),
  ]
}

/** Of a list that is looked up only what is chosen already is drawn. */
export function foundViolations(at: string, element: ExternalSelect | MultiExternalSelect): string[] {
  const several = 'initial_options' in element ? element.initial_options : undefined
  const one = 'initial_option' in element ? element.initial_option : undefined
  return [
    ...tooFew(`${at}/initial_options`, several),
    ...[...(several ?? []), ...(one ? [one] : [])].flatMap((option) => oneOptionViolations(`${at}/initial`, option)),
  ]
}

/** What an app answers to somebody who types: options, or groups of them. */
export function offeredViolations(offered: {
  readonly options?: readonly Option[]
  readonly option_groups?: readonly { readonly label: PlainTextElement; readonly options: readonly Option[] }[]
}): string[] {
  const { options, option_groups: groups } = offered
  return [
    ...((options === undefined) === (groups === undefined) ? ['neither options nor groups, or both'] : []),
    ...tooMany('/option_groups', groups, max.selectGroups),
    ...[{ label: undefined, options: options ?? [] }, ...(groups ?? [])].flatMap((group) => [
      ...(group.label ? textViolations('/label', group.label, max.optionText) : []),
      ...tooMany('/options', group.options, max.selectOptions),
      ...group.options.flatMap((option) => oneOptionViolations('/options', option)),
    ]),
  ]
}

const mostOptions = {
  static_select: max.selectOptions,
  multi_static_select: max.selectOptions,
  radio_buttons: max.buttonedOptions,
  checkboxes: max.buttonedOptions,
  overflow: max.overflowOptions,
} as const satisfies Record<WithOptions['type'], number>

function oneOptionViolations(at: string, { text, value, description }: Option): string[] {
  return [
    ...textViolations(`${at}/text`, text, max.optionText),
    ...tooLong(`${at}/value`, value, max.optionValue),
    ...textViolations(`${at}/description`, description, max.optionDescription),
  ]
}

/** Slack refuses an initial option that is not, whole, one of the options; and an empty list of initial options. */
function initialViolations(at: string, element: WithOptions, options: readonly Option[]): string[] {
  const several = 'initial_options' in element ? element.initial_options : undefined
  const one = 'initial_option' in element ? element.initial_option : undefined
  const initial = [...(several ?? []), ...(one ? [one] : [])]
  return [
    ...tooFew(`${at}/initial_options`, several),
    ...initial
      .filter((given) => !options.some((option) => isDeepStrictEqual(option, given)))
      .map((given) => `${at} starts with ${JSON.stringify(given.value)}, which is not one of its options`),
  ]
}
