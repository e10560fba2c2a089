/** What would have gone to whom today, for the person who decides whether nudges go live. */
import { asDay, type Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import { instantOf } from '../calendar/london.ts'
import { card, list, text, type Card } from '../display/card.ts'
import type { PersonId } from '../ids.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { chasedAction, chasedDuty } from './chased.ts'
import type { NudgesNeeds } from './needs.ts'
import type { Nudge } from './nudge.ts'

/** A quarter of an hour before closing: the day's posts are out, and the report is still read on the same day. */
const beforeClosingMs = 15 * 60_000

export const shadowReportAt = ({ partnership }: World<unknown>, day: Day): Date =>
  new Date(instantOf(day, partnership.workingHours.closes).getTime() - beforeClosingMs)

const peopleAtMost = 50
const thingsAtMost = 5

export async function reportShadow(world: World<NudgesNeeds>, { day }: { readonly day: string }): Promise<void> {
  const { tx, partnership } = world
  const on = asDay(day)
  const posts = await tx.shadowPosts(on)
  if (posts.length === 0) return
  const lines: string[] = []
  for (const { person, nudges } of posts.slice(0, peopleAtMost)) lines.push(await lineOf(world, person, nudges))
  await tell(world, {
    key: `shadow-report-${day}`,
    to: partnership.reportsTo,
    card: reportCard(on, posts.length, lines),
    about: { subject: 'person', id: partnership.reportsTo },
  })
}

function reportCard(day: Day, people: number, lines: readonly string[]): Card {
  const left = people - lines.length
  return card(`Nudges in shadow, ${inWords(day)}`, [
    text(
      `Nothing was sent. ${people === 1 ? 'One person' : `${people} people`} would have had one message each today. ` +
        'Nudges go live once that is decided: npm run decide-nudges.',
    ),
    list(lines),
    ...(left > 0 ? [text(`And ${left} more people.`)] : []),
  ])
}

async function lineOf(world: World<NudgesNeeds>, person: PersonId, nudges: readonly Nudge[]): Promise<string> {
  const name = personById(world.partnership, person)?.name ?? 'Somebody who has left'
  const things = new Map(nudges.map((nudge) => [nudge.about.id, nudge]))
  const called: string[] = []
  for (const nudge of [...things.values()].slice(0, thingsAtMost))
    called.push(`${await calledBy(world, nudge)} (${nudge.rung})`)
  const left = things.size - called.length
  return `${name}: ${called.join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

async function calledBy({ tx, partnership, calendar }: World<NudgesNeeds>, { about }: Nudge): Promise<string> {
  if (about.subject === 'action') {
    const action = await tx.actionById(about.id)
    return action ? chasedAction(action, partnership, calendar).called : 'an action'
  }
  const duty = await tx.dutyById(about.id)
  return duty ? chasedDuty(duty, partnership, calendar).called : 'a duty'
}
