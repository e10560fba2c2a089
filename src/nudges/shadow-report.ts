/** What would have gone to whom today, for the person who decides whether nudges go live. */
import { asDay, type Day } from '../calendar/day.ts'
import { minuteMs } from '../calendar/durations.ts'
import { inWords } from '../calendar/in-words.ts'
import { instantOf } from '../calendar/london.ts'
import { card, list, text, type Card } from '../display/card.ts'
import type { PersonId } from '../ids.ts'
import type { Rung } from '../partnership/policies.ts'
import { nameOf } from '../people/name-of.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { chasedAction, chasedDuty } from './chased.ts'
import type { NudgesNeeds } from './needs.ts'
import type { Nudge } from './nudge.ts'

/** A quarter of an hour before closing: the day's posts are out, and the report is still read on the same day. */
const beforeClosingMs = 15 * minuteMs

/** When a post of this moment is reported: those of the last quarter of an hour once the day has closed. */
export function shadowReportAt({ partnership, now }: World<unknown>, day: Day): Date {
  const closing = instantOf(day, partnership.workingHours.closes)
  const usual = new Date(closing.getTime() - beforeClosingMs)
  return now < usual ? usual : closing
}

/** Slack draws 50 blocks in a message at most; a list of so many characters takes a handful. */
const charactersAtMost = 10_000

export async function reportShadow(world: World<NudgesNeeds>, { day }: { readonly day: string }): Promise<void> {
  const { tx, partnership } = world
  const on = asDay(day)
  const posts = await tx.takeShadowPosts(on)
  if (posts.length === 0) return
  const lines: string[] = []
  for (const { person, nudges } of posts) lines.push(await lineOf(world, person, nudges))
  const report = world.newId()
  const parts = partsOf(lines)
  for (const [index, part] of parts.entries())
    await tell(world, {
      key: `shadow-report-${day}-${report}-${index + 1}`,
      to: partnership.reportsTo,
      card: reportCard(on, posts.length, part, parts.length > 1 ? ` (${index + 1} of ${parts.length})` : ''),
      about: { subject: 'person', id: partnership.reportsTo },
    })
}

function partsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = []
  let room = 0
  for (const line of lines) {
    room -= line.length
    const current = parts.at(-1)
    if (current && room >= 0) current.push(line)
    else {
      parts.push([line])
      room = charactersAtMost - line.length
    }
  }
  return parts
}

const reportCard = (day: Day, people: number, lines: readonly string[], part: string): Card =>
  card(`Reminders in shadow, ${inWords(day)}${part}`, [
    text(
      `Nothing was sent. ${people === 1 ? 'One person' : `${people} people`} would have had one message each. ` +
        'To start sending reminders: npm run nudges -- live --by EMAIL.',
    ),
    list(lines),
  ])

const rungInWords: Readonly<Record<Rung, string>> = {
  coming: 'before it is due',
  due: 'due today',
  overdue: 'overdue',
  iro: 'IRO',
}

async function lineOf(world: World<NudgesNeeds>, person: PersonId, nudges: readonly Nudge[]): Promise<string> {
  const name = nameOf(world.partnership, person)
  const things = new Map(nudges.map((nudge) => [nudge.about.id, nudge]))
  const called: string[] = []
  for (const nudge of things.values()) called.push(`${await calledBy(world, nudge)} (${rungInWords[nudge.rung]})`)
  return `${name}: ${called.join(', ')}`
}

async function calledBy({ tx, partnership, calendar }: World<NudgesNeeds>, { about }: Nudge): Promise<string> {
  if (about.subject === 'action') {
    const action = await tx.actionById(about.id)
    return action ? chasedAction(action, partnership, calendar).called : 'an action'
  }
  const duty = await tx.dutyById(about.id)
  return duty ? chasedDuty(duty, partnership, calendar).called : 'a duty'
}
