/** Files that import each other in a circle, types included: neither can be read, moved or left behind without the other. */
import type { Source } from './sources.ts'

/** Each circle once, as its files sorted: all that reach each other (Tarjan's strongly connected components). */
export function circlesIn(sources: readonly Source[]): readonly (readonly string[])[] {
  const usedBy = new Map(
    sources.map(({ path, imports }) => [path, imports.flatMap((one) => ('ours' in one ? [one.ours] : []))]),
  )
  const seen = new Map<string, { readonly at: number; lowest: number }>()
  const open: string[] = []
  const circles: string[][] = []

  function visit(path: string): number {
    const here = { at: seen.size, lowest: seen.size }
    seen.set(path, here)
    open.push(path)
    for (const used of usedBy.get(path) ?? []) {
      const there = seen.get(used)
      if (!there) here.lowest = Math.min(here.lowest, visit(used))
      else if (open.includes(used)) here.lowest = Math.min(here.lowest, there.at)
    }
    if (here.lowest === here.at) {
      const circle = open.splice(open.lastIndexOf(path))
      if (circle.length > 1 || usedBy.get(path)?.includes(path)) circles.push(circle.toSorted())
    }
    return here.lowest
  }

  for (const { path } of sources) if (!seen.has(path)) visit(path)
  return circles
}
