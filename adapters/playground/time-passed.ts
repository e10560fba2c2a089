/** Moving the clock, and who was told what meanwhile. */
import { z } from 'zod'
import { inWords, timeInWords } from '../../src/calendar/in-words.ts'
import { dayOf } from '../../src/calendar/london.ts'
import type { Inbox } from '../../src/ports/inbox.ts'
import type { CastMember } from './cast.ts'

const instant = z.iso.datetime().transform((text) => new Date(text))
const Move = z.object({ from: instant, to: instant })

/** The longest way on offer is a week; an hour more, because of the clock change. */
const furthestMs = (7 * 24 + 1) * 60 * 60 * 1000

export const readInstant = (given: unknown): Date | undefined => instant.safeParse(given).data

export function readMove(body: unknown, now: Date): z.infer<typeof Move> | undefined {
  const move = Move.safeParse(body).data
  return move && move.to.getTime() - now.getTime() <= furthestMs ? move : undefined
}

type Told = { readonly at: Date; readonly time: string; readonly to: CastMember; readonly title: string }
type ToldOnDay = { readonly day: string; readonly told: readonly Told[] }

export async function passedSince(
  since: Date,
  inbox: Inbox,
  cast: readonly CastMember[],
): Promise<readonly ToldOnDay[]> {
  const told = await Promise.all(
    cast.map(async (to) =>
      (await inbox.messagesFor(to.person)).flatMap(({ sentAt, card }) =>
        sentAt && sentAt > since ? [{ at: sentAt, time: timeInWords(sentAt), to, title: card.title }] : [],
      ),
    ),
  )
  return byDay(told.flat().toSorted((a, b) => a.at.getTime() - b.at.getTime()))
}

function byDay(told: readonly Told[]): readonly ToldOnDay[] {
  const days = new Map<string, Told[]>()
  for (const one of told) {
    const day = inWords(dayOf(one.at))
    days.set(day, [...(days.get(day) ?? []), one])
  }
  return [...days].map(([day, ofDay]) => ({ day, told: ofDay }))
}
