/** Reads what was put into a modal: words that people typed are `Typed` from here on. */
import type { ViewStateValue } from '@slack/bolt'
import { plainly } from '../../../doors/plain-words.ts'
import type { FormValues } from '../../../src/display/form.ts'
import { Typed } from '../../../src/display/typed.ts'

type State = Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>

export function readSent(state: State): FormValues {
  const fields = Object.entries(state).map(([name, inputs]): [string, Typed[]] => [
    name,
    Object.values(inputs)
      .flatMap(given)
      .map((value) => new Typed(plainly(value))),
  ])
  return Object.fromEntries(fields.filter(([, values]) => values.length > 0))
}

const given = ({
  value,
  selected_date: date,
  selected_option: one,
  selected_options: several,
}: ViewStateValue): string[] =>
  [value, date, one?.value, ...(several ?? []).map((option) => option.value)].filter((each) => typeof each === 'string')
