/** What somebody typed and did not send, kept by a test that has no database. */
import type { Draft, DraftOf, Drafts } from '../../src/ports/drafts.ts'

export function draftsInMemory(at = new Date('2026-09-07T09:30:00Z')): Drafts {
  const kept = new Map<string, Draft>()
  const keyOf = ({ person, form }: DraftOf) => `${person} ${form}`
  const soon = (work: () => void) => Promise.resolve().then(work)
  return {
    keep: (of, draft) => soon(() => void kept.set(keyOf(of), { ...draft, at })),
    find: (of) => Promise.resolve(kept.get(keyOf(of))),
    forget: (of) => soon(() => void kept.delete(keyOf(of))),
    forgetAllOf: (person) =>
      soon(() => {
        for (const key of kept.keys()) if (key.startsWith(`${person} `)) kept.delete(key)
      }),
  }
}
