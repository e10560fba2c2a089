/** What fits into one message of Teams, and into one dialog. */
import type { AdaptiveCard, Element } from './adaptive-card.ts'
import { verbs, type RefreshData } from './data.ts'
import type { Drawing } from './drawing.ts'

/**
 * A message may have 100 KB, counted as UTF-16, of which 80 are advised:
 * learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const cardBytes = 80 * 1024

export const bytesOf = (card: unknown): number => 2 * JSON.stringify(card).length

/** Throws where it is larger than what Teams takes. */
export function asCard(body: readonly Element[], { marker, surface }: Drawing): AdaptiveCard {
  const data: RefreshData | undefined = marker && surface !== 'dialog' ? { kind: 'refresh', marker } : undefined
  const card: AdaptiveCard = {
    type: 'AdaptiveCard',
    version: '1.5',
    ...(data && { refresh: { action: { type: 'Action.Execute', title: 'Refresh', verb: verbs.refresh, data } } }),
    body,
  }
  const bytes = bytesOf(card)
  if (bytes > cardBytes) throw new RangeError(`a card of ${bytes} bytes: Teams takes ${cardBytes}`)
  return card
}

/** Parts that belong together stay together; where they do not all fit into one card, they go into several. */
export function inCards(parts: readonly (readonly Element[])[], drawing: Drawing): AdaptiveCard[] {
  const bodies: Element[][] = []
  let room = 0
  for (const part of parts) {
    const weight = bytesOf(part)
    if (weight > room) {
      bodies.push([])
      room = cardBytes - bytesOf(asCard([], drawing))
    }
    bodies.at(-1)?.push(...part)
    room -= weight
  }
  return bodies.map((body) => asCard(body, drawing))
}
