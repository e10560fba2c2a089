/** What was reached, and how often: a stage that no life reaches is seen by its absence. */
export type Kind = 'ask' | 'stage' | 'message' | 'fault' | 'happening'

export type Coverage = Record<string, number>

export type Count = (kind: Kind, ...what: readonly string[]) => void

export function countInto(coverage: Coverage): Count {
  return (kind, ...what) => {
    const name = `${kind} ${what.join(' ')}`
    coverage[name] = (coverage[name] ?? 0) + 1
  }
}

/** How many lives have each. */
export function addTo(sum: Coverage, { ...one }: Coverage): void {
  for (const name of Object.keys(one)) sum[name] = (sum[name] ?? 0) + 1
}

/** Line by line, by kind; what every life has comes first. */
export function tableOf(coverage: Coverage): readonly string[] {
  const kinds = new Map<string, string[]>()
  for (const [name, lives] of Object.entries(coverage).toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b))) {
    const [kind = '', ...what] = name.split(' ')
    kinds.set(kind, [...(kinds.get(kind) ?? []), `${String(lives).padStart(7)}  ${what.join(' ')}`])
  }
  return [...kinds].flatMap(([kind, lines]) => ['', `   lives  ${kind} (${lines.length})`, ...lines])
}
