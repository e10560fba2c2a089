/**
 * What waits for a person: each thing once, with its one press. It is found in what they were told and can still press, so it
 * says what a message said, and a thing that is done, taken back or somebody else's now is not in it.
 */
import { answersIn, rankOf } from './asks-for-answer.ts'
import type { Said, SaidCards, Waits, WhatWaits } from './ports/waits.ts'
import { thingOf } from './things-named.ts'
import type { RefusedNow } from './would-refuse.ts'

type Parts = { readonly cards: SaidCards; readonly refusedNow: RefusedNow }

/** Each takes a connection of the database while it is tried. */
const atOnce = 4

export const createWhatWaits =
  ({ cards, refusedNow }: Parts): WhatWaits =>
  async (person) => {
    const asked = [...eachOnce(await cards.saidTo(person))]
    const things = new Map<string, Waits>()
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

/** Each thing that can be pressed, as the newest message says it. */
function eachOnce(messages: readonly Said[]): Iterable<Waits> {
  const found = new Map<string, Waits>()
  for (const { card: said, saidAt } of messages)
    for (const { says, button: press } of answersIn(said)) {
      const key = JSON.stringify(press.ask)
      found.set(key, { says, button: press, since: found.get(key)?.since ?? saidAt })
    }
  return found.values()
}
