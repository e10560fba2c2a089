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

type Told = { readonly at: Date; readonly to: CastMember; readonly title: string }
/** The same thing said to the same person more than once in a day is one line. */
type Line = {
  readonly time: string
  readonly to: CastMember
  readonly title: string
  readonly times: number
  readonly lastTime: string
}
type ToldOnDay = { readonly day: string; readonly lines: readonly Line[] }

export async function passedSince(
  since: Date,
  inbox: Inbox,
  cast: readonly CastMember[],
): Promise<readonly ToldOnDay[]> {
  const told = await Promise.all(
    cast.map(async (to) =>
      (await inbox.messagesFor(to.person)).flatMap(({ sentAt, card }) =>
        sentAt && sentAt > since ? [{ at: sentAt, to, title: card.title }] : [],
      ),
    ),
  )
  return byDay(told.flat().toSorted((a, b) => a.at.getTime() - b.at.getTime()))
}

function byDay(told: readonly Told[]): readonly ToldOnDay[] {
  const days = new Map<string, Map<string, Line>>()
  for (const { at, to, title } of told) {
    const day = inWords(dayOf(at))
    const lines = days.get(day) ?? new Map<string, Line>()
    days.set(day, lines)
    const time = timeInWords(at)
    const same = `${to.person} ${title}`
    const line = lines.get(same) ?? { time, to, title, times: 0, lastTime: time }
    lines.set(same, { ...line, times: line.times + 1, lastTime: time })
  }
  return [...days].map(([day, lines]) => ({ day, lines: [...lines.values()] }))
}
