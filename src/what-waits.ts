/**
 * What waits for a person: each thing once, with its one press. What others wait for is found in what the person was told and
 * can still press, so it says what a message said; what they do by a day is found in the things themselves.
 */
import { rankOf, waitedFor } from './asks-for-answer.ts'
import { workingCalendar } from './calendar/working-days.ts'
import type { CaseId, PersonId } from './ids.ts'
import { ownToDo } from './nudges/own-to-do.ts'
import type { Said, SaidCards, Waits, WhatWaits } from './ports/waits.ts'
import { thingOf } from './things-named.ts'
import { createRefusedNow, type Trying } from './would-refuse.ts'

/** Each takes a connection of the database while it is tried. */
const atOnce = 4

export function createWhatWaits(parts: Trying & { readonly cards: SaidCards }): WhatWaits {
  const { cards, store, clock, newId } = parts
  const refusedNow = createRefusedNow(parts)
  return async (person, about) => [
    ...(await othersWaitFor(person, about)),
    ...(about === undefined ? await toDoOf(person) : []),
  ]

  async function othersWaitFor(person: PersonId, about?: CaseId): Promise<readonly Waits[]> {
    const asked = [...eachOnce(await cards.saidTo(person, about))]
    const things = new Map<string, Found>()
    for (let first = 0; first < asked.length; first += atOnce) {
      const some = asked.slice(first, first + atOnce)
      const refused = await Promise.all(some.map(({ button: { ask } }) => refusedNow(ask, person)))
      for (const [place, found] of some.entries()) {
        const thing = thingOf(found.button.ask)
        const kept = things.get(thing)
        if (refused[place] === undefined && (!kept || rankOf(found.button) < rankOf(kept.button)))
          things.set(thing, found)
      }
    }
    return [...things.values()].toSorted(
      (a, b) => rankOf(a.button) - rankOf(b.button) || a.since.getTime() - b.since.getTime(),
    )
  }

  async function toDoOf(person: PersonId): Promise<readonly Waits[]> {
    const [now, partnership] = [clock.now(), parts.partnership()]
    const calendar = workingCalendar(partnership.closedDays)
    return store.look(now, (tx) => ownToDo({ tx, now, partnership, calendar, newId }, person))
  }
}

/** `since`: when it was first told. */
type Found = Waits & { readonly since: Date }

/** Each button that can be pressed, as the newest message says it. */
function eachOnce(messages: readonly Said[]): Iterable<Found> {
  const found = new Map<string, Found>()
  for (const { card, saidAt } of messages)
    for (const { says, button } of waitedFor(card)) {
      const key = JSON.stringify(button.ask)
      found.set(key, { says, button, since: found.get(key)?.since ?? saidAt })
    }
  return found.values()
}
