/** What one file of a partnership changes against another. */
import { isDeepStrictEqual } from 'node:util'
import { Theme } from '../cases/themes.ts'
import { challengeStages } from './challenge-stages.ts'
import { leftPeople } from './left.ts'
import type { Agency, Partnership, PartnershipPerson } from './partnership.ts'
import { themeExplained, themeName } from './theme-words.ts'

export type Changed<Thing> = { readonly before: Thing; readonly after: Thing }

export type Compared<Thing> = {
  readonly added: readonly Thing[]
  readonly removed: readonly Thing[]
  readonly changed: readonly Changed<Thing>[]
}

/** One setting by its place in the file, such as `policies.ladder.iro`; lists as their values after each other. */
export type ChangedSetting = { readonly path: string; readonly before: string; readonly after: string }

export type PartnershipChange = {
  readonly people: Compared<PartnershipPerson>
  readonly agencies: Compared<Agency>
  /** Everything that is neither people nor agencies. */
  readonly settings: readonly ChangedSetting[]
}

/** How many joined, left, or had anything else about them changed. */
export type Counts = { readonly joined: number; readonly left: number; readonly changed: number }

export const comparePartnerships = (before: Partnership, after: Partnership): PartnershipChange => ({
  people: { ...compare(before.people, after.people), removed: leftPeople(before, after) },
  agencies: compare(before.agencies, after.agencies),
  settings: changedSettings(before, after),
})

export function countsOf(before: Partnership | undefined, after: Partnership): Counts {
  if (!before) return { joined: after.people.length, left: 0, changed: 0 }
  const { added, removed, changed } = comparePartnerships(before, after).people
  return { joined: added.length, left: removed.length, changed: changed.length }
}

function compare<Thing extends { readonly id: string }>(
  before: readonly Thing[],
  after: readonly Thing[],
): Compared<Thing> {
  const earlier = new Map(before.map((one) => [one.id, one]))
  const later = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
    changed: after.flatMap((one) => {
      const was = earlier.get(one.id)
      return was && !isDeepStrictEqual(was, one) ? [{ before: was, after: one }] : []
    }),
  }
}

function changedSettings(before: Partnership, after: Partnership): readonly ChangedSetting[] {
  const [earlier, later] = [settingsOf(before), settingsOf(after)]
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((path) => {
    const [was, is] = [earlier.get(path) ?? 'none', later.get(path) ?? 'none']
    return was === is ? [] : [{ path, before: was, after: is }]
  })
}

function settingsOf(partnership: Partnership): ReadonlyMap<string, string> {
  const { name, authority, reportsTo, urgent, workingHours, closedDays, meetingHosts, alsoFor, policies, workspaces } =
    partnership
  const perTheme = Object.fromEntries(
    Theme.options.map((theme) => {
      const asked = partnership.themes.find((one) => one.theme === theme)?.ask ?? []
      const ask = Object.fromEntries(asked.map(({ kind, because }) => [kind, because]))
      const words = { name: themeName(partnership, theme), explanation: themeExplained(partnership, theme) }
      return [theme, { ...words, ask }]
    }),
  )
  const perWorkspace = Object.fromEntries(
    workspaces.map(({ platform, workspace, name: called, agencies, domains }) => [
      `${platform} ${workspace} for ${agencies.join(', ')}`,
      [...domains, ...(called === undefined ? [] : [`called ${called}`])].join(', '),
    ]),
  )
  const all = { name, authority, reportsTo, urgent, workingHours, closedDays, meetingHosts, alsoFor, policies }
  const challenge = { stages: challengeStages(partnership).map((one) => `${one.name}: ${one.who}, ${one.workingDays}`) }
  return new Map(leavesOf({ ...all, challenge, themes: perTheme, workspaces: perWorkspace }, []))
}

function leavesOf(value: unknown, path: readonly string[]): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : [[path.join('.'), value.map(String).join(', ')]]
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
  return [[path.join('.'), String(value)]]
}
