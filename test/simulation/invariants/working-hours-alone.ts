/** What is not urgent arrives on working days between opening and closing, also after an outage or a kill. */
import bankHolidays from '../../../src/calendar/bank-holidays.json' with { type: 'json' }
import type { World } from '../world.ts'

/** A call that began before closing may end after it. */
const graceMs = 60_000

const parts = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/London', weekday: 'short', year: 'numeric', month: '2-digit' },
  ...{ day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
})

export const workingHoursAlone = ({ landed }: World): readonly string[] =>
  landed
    .filter(({ urgent, at }) => !urgent && !isOpen(at) && !isOpen(new Date(at.getTime() - graceMs)))
    .map(({ card, to, at }) => `"${card.title}" came to ${to} at ${at.toISOString()}`)

function isOpen(at: Date): boolean {
  const found = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  const { weekday = '', year = '', month = '', day = '', hour = '' } = found
  const holidays: readonly string[] = (bankHolidays as Readonly<Record<string, readonly string[]>>)[year] ?? []
  return (
    !['Sat', 'Sun'].includes(weekday) && !holidays.includes(`${month}-${day}`) && Number(hour) >= 9 && Number(hour) < 17
  )
}
