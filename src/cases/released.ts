/**
 * What agencies that are asked read of what was raised: the lines that the person who confirmed the case released, in the words
 * of those who wrote them, and never who that was.
 */
import { dayOf } from '../calendar/london.ts'
import { inWords } from '../calendar/in-words.ts'
import { filled, type ChoicesField, type FormValues } from '../display/form.ts'
import { heading, words, type ReadingBlock } from '../display/reading.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import type { Raising } from './case.ts'

/** What would help is left out: each agency says by itself what needs to happen. */
const lines: Readonly<Record<string, string>> = {
  tried: 'What has been tried',
  childSays: 'What the child says',
  childSaysUnknown: 'Why nobody knows what the child says',
}

/** Words can tell who wrote them, so those of somebody who is named to the IRO alone go nowhere. */
const releasable = ({ withdrawnAt, namedTo, words }: Raising) =>
  withdrawnAt || namedTo === 'iro' ? [] : words.filter(({ name }) => name in lines)

type Line = { readonly value: string; readonly label: string }

function linesOf(raisings: readonly Raising[]): readonly Line[] {
  const several = raisings.filter((raising) => releasable(raising).length > 0).length > 1
  return raisings.flatMap((raising, place) =>
    releasable(raising).map(({ name }) => ({
      value: valueOf(raising, name),
      label: `${several ? `${place + 1}. ` : ''}${lines[name]}${several ? ` (${inWords(dayOf(raising.at))})` : ''}`,
    })),
  )
}

const valueOf = ({ id }: Raising, name: string): string => `${id} ${name}`

/** Nothing where nobody has raised what can be released. */
export function releasedFields(raisings: readonly Raising[]): { readonly released?: ChoicesField } {
  const options = linesOf(raisings)
  if (options.length === 0) return {}
  return {
    released: {
      field: 'choices',
      label: 'What may the agencies read, in the words in which it was raised?',
      hint: 'They never read who wrote it. Remove what is not for them.',
      options,
      optional: true,
    },
  }
}

/** All of it, unless somebody takes a line out. */
export function releasedValues(raisings: readonly Raising[]): FormValues {
  const options = linesOf(raisings)
  return options.length === 0 ? {} : { released: filled(...options.map(({ value }) => value)) }
}

/** The names of its lines among those that were chosen. */
export const releasedOf = (raising: Raising, chosen: readonly string[]): readonly string[] =>
  releasable(raising).flatMap(({ name }) => (chosen.includes(valueOf(raising, name)) ? [name] : []))

export const releasedBlocks = (raisings: readonly Raising[], partnership: Partnership): readonly ReadingBlock[] =>
  raisings.flatMap((raising) => {
    const shown = releasable(raising).filter(({ name }) => raising.released?.includes(name))
    return shown.length === 0
      ? []
      : [
          heading(`Raised on ${inWords(dayOf(raising.at))}: ${themeName(partnership, raising.theme)}`),
          ...shown.map((one) => words(one.question, one.words)),
        ]
  })
