/** Remembers the last so many things in memory: a convenience that may be gone, never the record of anything. */
type Kept<Thing> = { keep(key: string, thing: Thing): void; find(key: string): Thing | undefined }

export function keepLast<Thing>(limit: number): Kept<Thing> {
  const things = new Map<string, Thing>()

  function keep(key: string, thing: Thing): void {
    things.delete(key)
    things.set(key, thing)
    const [oldest] = things.keys()
    if (things.size > limit && oldest !== undefined) things.delete(oldest)
  }

  return { keep, find: (key) => things.get(key) }
}
