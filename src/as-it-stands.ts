/**
 * A card that was said, as it stands today: without the buttons that would be refused, and with what became of them. The same
 * wherever it lies: in Slack, in Teams, on a page.
 */
import { text, type Button, type Card, type CardBlock } from './display/card.ts'
import type { PersonId } from './ids.ts'
import type { Partnership } from './partnership/partnership.ts'
import { canBeSettled, settledBy } from './settled-by.ts'
import { inSettledWords, isChange, type Settled } from './settled-words.ts'
import { keysOf } from './things-named.ts'
import type { WouldRefuse } from './would-refuse.ts'

export type SaidCard = {
  readonly to: PersonId
  readonly card: Card
  /** The last fact that concerned each of its buttons, by the keys of `keysOf`. */
  readonly settled: Readonly<Record<string, Settled>>
}

export type AsItStands = (message: SaidCard) => Promise<Card>

type Parts = { readonly wouldRefuse: WouldRefuse; readonly partnership: () => Partnership }

export const nothingLeft = 'Nothing is left to press.'

export const createAsItStands =
  ({ wouldRefuse, partnership }: Parts): AsItStands =>
  async ({ to, card, settled }) => {
    const lines = new Set<string>()
    const body: CardBlock[] = []
    const buttons: Button[] = []
    let taken = 0
    for (const block of card.body) {
      if (block.block !== 'row') {
        body.push(block)
        continue
      }
      const { line, isOver } = await standing(block.button)
      const words = line === undefined ? block.text : `${block.text} ${line}`
      if (isOver) taken += 1
      body.push(isOver ? text(words) : line === undefined ? block : { ...block, text: words })
    }
    for (const button of card.buttons) {
      const { line, isOver } = await standing(button)
      if (line !== undefined) lines.add(line)
      if (isOver) taken += 1
      else buttons.push(button)
    }
    const left = buttons.length > 0 || body.some(({ block }) => block === 'row')
    const said = [...lines, ...(taken > 0 && !left ? [nothingLeft] : [])].join(' ')
    return taken === 0 && lines.size === 0 && !body.some((block, place) => block !== card.body[place])
      ? card
      : { ...card, body: [...body, ...(said === '' ? [] : [text(said)])], buttons }

    async function standing({ ask }: Button): Promise<{ readonly line?: string; readonly isOver: boolean }> {
      const settling = settledBy[ask.ask]
      const isOver = canBeSettled(ask) && (await wouldRefuse(ask, to))
      const last = keysOf(ask, to)
        .flatMap((key) => settled[key] ?? [])
        .toSorted(byTime)
        .at(-1)
      const says = 'says' in settling ? (isOver ? settling.says : undefined) : wordsOf(last, isOver)
      return { isOver, ...(says !== undefined && { line: says }) }
    }

    function wordsOf(last: Settled | undefined, isOver: boolean): string | undefined {
      return last && (isOver || isChange(last.fact.fact)) ? inSettledWords(last, partnership(), to) : undefined
    }
  }

const byTime = (one: Settled, other: Settled): number => one.at.getTime() - other.at.getTime()
