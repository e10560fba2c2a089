/** What a message says of days and times, held to the tables at the moment at which it is posted. */
import { sql, type Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'
import type { Day } from '../../src/calendar/day.ts'
import { instantInWords, inWords } from '../../src/calendar/in-words.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../../src/calendar/working-days.ts'
import type { Card } from '../../src/display/card.ts'

export type Dates = {
  readonly saidAt: Date
  readonly holdsUntil: Date | null
  /** Of the action or duty that it is about. */
  readonly due: Day | null
  /** Of the meeting that it is about. */
  readonly startsAt: Date | null
  readonly minutes: number | null
}

export async function datesOf(db: Kysely<Database>, id: string): Promise<Dates | undefined> {
  const { rows } = await sql<Dates>`
    select said_at as "saidAt", holds_until as "holdsUntil", coalesce(actions.due, duties.due) as due,
      starts_at as "startsAt", minutes
    from outbox
      left join actions on subject = 'action' and actions.id::text = subject_id
      left join duties on subject = 'duty' and duties.id::text = subject_id
      left join meetings on subject = 'meeting' and meetings.id::text = subject_id
    where outbox.id = ${id}`.execute(db)
  return rows[0]
}

export function untruthsIn(card: Card, dates: Dates, now: Date, calendar: WorkingCalendar): readonly string[] {
  const { saidAt, holdsUntil, due, startsAt, minutes } = dates
  const today = dayOf(now)
  const { title } = card
  const found: string[] = []
  const untrue = (why: string) => found.push(`"${title}" was posted on ${now.toISOString()}, but ${why}`)
  if (holdsUntil && holdsUntil <= now) untrue(`it held until ${holdsUntil.toISOString()}`)
  if (/\btoday\b/.test(title) && dayOf(saidAt) !== today) untrue(`was said on ${dayOf(saidAt)}`)
  if (due) {
    if (/is due today/.test(title) && due !== today) untrue(`is due on ${due}`)
    const late = /overdue by (\d+) working day/.exec(title)?.[1]
    if (late && Number(late) !== workingDaysBetween(due, today, calendar)) untrue(`was due on ${due}`)
    const named = /(?:due|new date,) ([A-Z]\w+day \d+ \w+ \d{4})/.exec(title)?.[1]
    if (named && named !== inWords(due)) untrue(`is due on ${due}`)
  }
  if (startsAt && minutes !== null) {
    const when = JSON.stringify(card.body)
    if (/"When",/.test(when) && !when.includes(instantInWords(startsAt)))
      untrue(`the meeting is at ${startsAt.toISOString()}`)
    if (/next working day/.test(title) && addWorkingDays(today, 1, calendar) !== dayOf(startsAt))
      untrue(`the meeting is at ${startsAt.toISOString()}`)
    const ends = startsAt.getTime() + minutes * 60_000
    if (/the meeting opens/.test(title) && (now < startsAt || now.getTime() > ends))
      untrue(`the meeting is at ${startsAt.toISOString()}`)
  }
  return found
}
