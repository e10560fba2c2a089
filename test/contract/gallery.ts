/** What every platform must be able to draw. */
import { kinds } from './kinds.ts'
import { wholeWay } from './whole-way/walk.ts'
import type { View } from './words-of.ts'

const named = (views: Readonly<Record<string, View>>, nameOf: (name: string) => string) =>
  Object.fromEntries(Object.entries(views).map(([name, view]) => [nameOf(name), () => view]))

/** Every kind of view by itself, and every view that the bot shows on its whole way. */
export const gallery: Readonly<Record<string, () => View>> = {
  ...Object.fromEntries(Object.entries(kinds).map(([name, view]) => [`kinds/${name}`, view])),
  ...named(await wholeWay('plain'), (name) => `whole-way/${name}`),
  ...named(await wholeWay('longest'), (name) => `whole-way/${name}-longest`),
}
