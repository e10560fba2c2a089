/** Remembers the last so many things in memory: a convenience that may be gone, never the record of anything. */
export type Kept<Thing> = { keep(key: string, thing: Thing): void; find(key: string): Thing | undefined }

export function keepLast<Thing>(atMost: number): Kept<Thing> {
  const things = new Map<string, Thing>()
  return {
    keep(key, thing) {
      things.delete(key)
      things.set(key, thing)
      const [oldest] = things.keys()
      if (things.size > atMost && oldest !== undefined) things.delete(oldest)
    },
    find: (key) => things.get(key),
  }
}
