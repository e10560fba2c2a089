import { actionsOf, elementsOf, type Action, type AdaptiveCard, type Element } from './adaptive-card.ts'
import { textOf } from './text-of.ts'

/** The one button with this title; where rows repeat a title, `among` says some words of the row. */
export function findButton(card: AdaptiveCard, label: string, among = ''): Action {
  const said = (action: Action) => action.title === label
  const row =
    among === '' ? card : smallestWith(card, (each) => textOf(each).includes(among) && actionsOf(each).some(said))
  const found = row ? actionsOf(row).filter(said) : []
  const [first] = found
  if (first && found.length === 1) return first
  throw new Error(`${found.length} buttons say "${label}"${among && ` among "${among}"`} in:\n${textOf(card)}`)
}

function smallestWith(card: AdaptiveCard, fits: (element: Element) => boolean): Element | undefined {
  const fitting = [card, ...elementsOf(card)].filter(fits)
  return fitting.sort((a, b) => textOf(a).length - textOf(b).length)[0]
}
