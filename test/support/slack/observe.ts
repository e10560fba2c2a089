/** What one person has before them. */
import type { KnownBlock } from '@slack/types'
import { who, type Message, type OpenView, type SlackState } from './state.ts'
import { textOf } from './text-of.ts'
import { stackOf } from './views.ts'

export type Observer = {
  /** All that stands in this person's direct message with the bot, oldest first. */
  messages(): readonly Message[]
  /** What only this person saw, oldest first. */
  ephemerals(): readonly Message[]
  /** The uppermost view that is open. */
  currentView(): OpenView | undefined
  home(): OpenView | undefined
}

export function observe(state: SlackState, team: string, user: string): Observer {
  return {
    messages: () =>
      (state.workspaces.get(team)?.directMessages.get(user)?.messages ?? []).filter(({ deleted }) => !deleted),
    ephemerals: () =>
      state.ephemerals.filter((message) => message.team === team && message.user === user && !message.deleted),
    currentView: () => stackOf(state, team, user).at(-1),
    home: () => state.homes.get(who(team, user)),
  }
}

export function textOfMessage({ text, blocks }: Pick<Message, 'text' | 'blocks'>): string {
  return blocks.length > 0 ? `${text}\n${textOf(blocks)}` : text
}

/** A view with its title, what its fields hold, what is marked as wrong, and its button. */
export function textOfView({ view, values, errors }: OpenView): string {
  const title = view.type === 'modal' ? view.title.text : 'Home'
  const button = view.type === 'modal' && view.submit ? `[${view.submit.text}]` : ''
  const marked = Object.values(errors).map((error) => `! ${error}`)
  return [title, textOf(view.blocks as KnownBlock[], values), ...marked, button]
    .filter((line) => line !== '')
    .join('\n')
}

/** Looks again and again until there is something, and says what was there instead when there never is. */
export async function waitFor<T>(look: () => T | undefined, otherwise: () => string, withinMs = 30_000): Promise<T> {
  const end = performance.now() + withinMs
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    if (performance.now() > end) throw new Error(otherwise())
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
