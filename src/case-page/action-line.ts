/** One line for each action that was agreed: what, whose, by when, and whether it is done. */
import type { Action } from '../actions/action.ts'
import { standsAt } from '../actions/action.card.ts'
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'

export function actionLine(action: Action, world: World<unknown>): string {
  return `${nameOf(world.partnership, action.owner)}, ${stands(action, world)}. ${action.what}`
}

function stands(action: Action, { now, calendar }: World<unknown>): string {
  switch (action.state) {
    case 'open':
      return standsAt(action, dayOf(now), calendar)
    case 'done':
      return action.doneOn ? `done on ${inWords(action.doneOn)}` : 'done'
    case 'ended':
      return 'no longer needed'
  }
}
