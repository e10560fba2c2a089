/** What fits into one message of Teams, and into one dialog. */
import type { AdaptiveCard, Element } from './adaptive-card.ts'
import { verbs, type RefreshData } from './card-data.ts'
import type { Drawing } from './drawing.ts'

/**
 * A message may have about 100 KB, counted as UTF-16 and with what people add to it, of which 80 are advised:
 * learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
const messageBytes = 90 * 1024
/**
 * A dialog is the answer to a request, so it is counted as it is sent. Teams names no limit for it, its service takes 256
 * KB (github.com/microsoft/BotFramework-Services/issues/341): the longest of our forms has less than this.
 */
const dialogBytes = 128 * 1024

const bytesInMessage = (value: unknown): number => 2 * JSON.stringify(value).length

/** Throws where it is larger than what Teams takes. */
export function asCard(body: readonly Element[], { marker, surface }: Drawing): AdaptiveCard {
  const data: RefreshData | undefined = marker && surface !== 'dialog' ? { kind: 'refresh', marker } : undefined
  const card: AdaptiveCard = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'en',
    fallbackText: 'This version of Teams cannot show what Unstuck says here. Please update Teams.',
    ...(data && { refresh: { action: { type: 'Action.Execute', title: 'Refresh', verb: verbs.refresh, data } } }),
    body,
  }
  const [bytes, most] =
    surface === 'dialog' ? [Buffer.byteLength(JSON.stringify(card)), dialogBytes] : [bytesInMessage(card), messageBytes]
  if (bytes > most) throw new RangeError(`a card of ${bytes} bytes: Teams takes ${most} here`)
  return card
}

/** Parts that belong together stay together; where they do not all fit into one card, they go into several. */
export function inCards(parts: readonly (readonly Element[])[], drawing: Drawing): AdaptiveCard[] {
  const bodies: Element[][] = []
  let room = 0
  for (const part of parts) {
    const weight = bytesInMessage(part)
    if (weight > room) {
      bodies.push([])
      room = messageBytes - bytesInMessage(asCard([], drawing))
    }
    bodies.at(-1)?.push(...part)
    room -= weight
  }
  return bodies.map((body) => asCard(body, drawing))
}
