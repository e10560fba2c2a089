/** The outbox says how many copies each person may have seen, never too few; and where it says "sent", it was one. */
import type { World } from '../world.ts'

export async function copiesAreKnown({ db, landed }: World): Promise<readonly string[]> {
  const rows = await db.selectFrom('outbox').select(['id', 'key', 'person', 'state', 'copies']).orderBy('seq').execute()
  return rows.flatMap(({ id, key, person, state, copies }) => {
    const there = landed.filter(({ marker }) => marker === id).length
    if (there > copies) return [`${key} to ${person} is ${state} with ${copies}, and came ${there} times`]
    return state === 'sent' && (copies !== 1 || there !== 1)
      ? [`${key} to ${person} is sent with ${copies}, and came ${there} times`]
      : []
  })
}
