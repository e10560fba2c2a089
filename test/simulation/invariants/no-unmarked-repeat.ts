/** Of one message nobody has two copies, unless every later one says that it may be a repeat. */
import type { World } from '../world.ts'

export function noUnmarkedRepeat({ landed }: World): readonly string[] {
  const seen = new Set<string>()
  return landed.flatMap(({ marker, marked, to, card }) => {
    const again = seen.has(marker)
    seen.add(marker)
    return again && !marked ? [`"${card.title}" came to ${to} again, unmarked`] : []
  })
}
