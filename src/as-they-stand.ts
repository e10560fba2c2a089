/** The messages of a page, each card as it stands today: what several of them ask is tried once. */
import { createAsItStands } from './as-it-stands.ts'
import type { Partnership } from './partnership/partnership.ts'
import type { Inbox, InboxMessage } from './ports/inbox.ts'
import type { WouldRefuse } from './would-refuse.ts'

type Parts = { readonly wouldRefuse: WouldRefuse; readonly partnership: () => Partnership }

/** Each takes a connection of the database while it is tried. */
const atOnce = 4

export const createAsTheyStand =
  ({ wouldRefuse, partnership }: Parts): NonNullable<Inbox['asTheyStand']> =>
  async (person, messages) => {
    const tried = new Map<string, Promise<boolean>>()
    const once: WouldRefuse = (ask, by) => {
      const key = JSON.stringify(ask)
      const found = tried.get(key) ?? wouldRefuse(ask, by)
      tried.set(key, found)
      return found
    }
    const asItStands = createAsItStands({ wouldRefuse: once, partnership })
    const drawn: InboxMessage[] = []
    for (let first = 0; first < messages.length; first += atOnce)
      drawn.push(
        ...(await Promise.all(
          messages.slice(first, first + atOnce).map(async (message) => ({
            ...message,
            card: await asItStands({ to: person, card: message.card, settled: message.settled ?? {} }),
          })),
        )),
      )
    return drawn
  }
