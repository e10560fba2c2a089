/** A card goes to the person it was written for, who is in the partnership, and holds nothing typed that was not approved. */
import { childsName } from '../fill.ts'
import { textOf } from '../words.ts'
import type { World } from '../world.ts'

/** What the chair approves line by line, or the person who agrees that a case is closed. */
const approved: ReadonlySet<string> = new Set(['what', 'know', 'decisions', 'toRaisers', 'toRaiser'])
export const isApproved = (field: string): boolean => approved.has(field) || /^(what|know|decision)-/.test(field)

export async function toldOnlyWhatTheyMaySee({ db, landed, words }: World): Promise<readonly string[]> {
  const rows = await db.selectFrom('outbox').select(['id', 'person', 'key']).execute()
  const meant = new Map(rows.map(({ id, person }) => [id, person]))
  return landed.flatMap(({ marker, to, card, account }) => [
    ...(meant.get(marker) === to && account.user === to
      ? []
      : [`"${card.title}" is for ${meant.get(marker)} and came to ${to}`]),
    ...(textOf(card).includes(childsName) ? [`"${card.title}" to ${to} names the child`] : []),
    ...words
      .of(card)
      .filter(({ field }) => !isApproved(field))
      .map(({ field, by }) => `"${card.title}" to ${to} holds what ${by} wrote as ${field}`),
  ])
}
