/** Which lists of a form are drawn whole, and which are found by typing: too long for a view, one by one or together. */
import { optionsAtMost, type ChoiceField, type ChoicesField, type Field, type Fields } from './form.ts'

/** A longer list is searched by typing, in place of being scrolled. */
export const scrolledAtMost = 30

/** Two lists at their longest fit into a view of Slack (250 KB) and a dialog of Teams (128 KB); three do not. */
const optionsOfForm = 2 * optionsAtMost

/** By name. Of several that are too long together, the longest are looked up. */
export function lookedUp(fields: Fields): ReadonlySet<string> {
  const lists = Object.entries(fields)
    .flatMap(([name, field]) => (isList(field) ? [{ name, length: field.options.length }] : []))
    .toSorted((one, other) => other.length - one.length)
  const found = new Set<string>()
  let left = lists.reduce((all, { length }) => all + length, 0)
  for (const { name, length } of lists) {
    if (length <= optionsAtMost && left <= optionsOfForm) break
    found.add(name)
    left -= length
  }
  return found
}

const isList = (field: Field): field is ChoiceField | ChoicesField => 'options' in field

/** Said where somebody types. */
export const typeToFind = ({ options }: ChoiceField | ChoicesField): string =>
  `Type to search all ${options.length.toLocaleString('en-GB')}`
