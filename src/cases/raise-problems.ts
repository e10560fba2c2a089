/** What is wrong with a raising beyond its single questions, and what in it says which child is meant. */
import { wrongNumber, type GivenChild } from '../children/given-child.ts'
import type { FieldErrors } from '../display/form.ts'
import type { ValuesOf } from '../display/read-form.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { anotherChild, type raiseFields } from './raise-case.form.ts'

export type RaiseValues = ValuesOf<ReturnType<typeof raiseFields>>

export function incomplete(values: Partial<RaiseValues>): FieldErrors {
  const errors: Record<string, string> = whichChildMissing(values)
  if (!values.childSays && !values.childSaysUnknown)
    errors[values.childNotHeard ? 'childSaysUnknown' : 'childSays'] = values.childNotHeard
      ? 'Say why you do not know what the child says.'
      : 'Write what the child says, or tick that you do not know.'
  if (values.namedTo === 'iro' && values.theme && values.theme !== 'disagreement')
    errors['namedTo'] = 'Only for a disagreement. Leave this blank, or choose the other answer.'
  return errors
}

/** One of the raiser's own. */
export const ofOwn = ({ child }: Partial<RaiseValues>): boolean => child !== undefined && child !== anotherChild

function whichChildMissing(values: Partial<RaiseValues>): Record<string, string> {
  const { identifier, name, born, noneKnown } = values
  const child = ofOwn(values)
  const given = identifier ?? name ?? born
  if (child && given) return { identifier: 'Choose a child or say here which one, not both.' }
  if (!child && !given && !noneKnown) return { identifier: 'Give a number of the child, or tick that you have none.' }
  const wrong = identifier && wrongNumber(identifier)
  return {
    ...(wrong && { identifier: wrong }),
    ...(name && !born && { born: 'Give the date of birth as well.' }),
    ...(born && !name && !identifier && { name: 'Give the name as well.' }),
  }
}

/** They can look the number up, or say that they cannot. */
export function unknownToUs(
  partnership: Pick<Partnership, 'alsoFor'>,
  { identifier, noneKnown }: Partial<RaiseValues>,
): FieldErrors | undefined {
  if (!identifier || noneKnown) return undefined
  return { identifier: `${nobodyHas(partnership)} Check it, or tick below that you have none.` }
}

export const nobodyHas = ({ alsoFor }: Pick<Partnership, 'alsoFor'>): string =>
  alsoFor.length === 0 ? "No child in the authority's care has this number." : 'We know no child by this number.'

/** Kept apart from the words: a coordinator alone reads them, and only while nobody knows the child. */
export const saysWhichChild: ReadonlySet<string> = new Set(['identifier', 'name', 'born', 'noneKnown'])

export const givenIn = ({ identifier: number, name, born }: RaiseValues): GivenChild => ({
  ...(number && { number }),
  ...(name && { name }),
  ...(born && { born }),
})

/** Nothing was given by which anybody could find the child. */
export const isUnknown = (values: RaiseValues): boolean => !ofOwn(values) && !values.identifier && !values.name
