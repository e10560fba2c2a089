/** Everything that one person held and that needs somebody, page by page. */
import { home, type Answer } from '../display/answer.ts'
import { card, rowsAtMost, text } from '../display/card.ts'
import { moreCard, pageOf } from '../display/page.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { heldBy } from './find-held.ts'
import { heldBlocks, listButtons } from './gone.card.ts'
import type { Held } from './held.ts'
import { leaverOf } from './leaver.ts'
import type { HandoversNeeds } from './needs.ts'
import { maySeeTo } from './to-hand-over.ts'

export async function showHandovers(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  { of, from }: { readonly of: PersonId; readonly from?: number | undefined },
): Promise<Answer> {
  const { partnership } = world
  const things = await heldFor(world, by, of)
  if (isRefusal(things)) return things
  const leaver = leaverOf(partnership, of)
  const page = pageOf(things, from, rowsAtMost)
  if (things.length === 0)
    return home('To hand over', [
      card('Nothing is left', [text(`Everything that was with ${leaver.name} is done or has been taken over.`)]),
    ])
  return home('To hand over', [
    card(
      `Still to take over from ${leaver.name}: ${things.length}`,
      heldBlocks(partnership, page.shown, by),
      listButtons(partnership, leaver, things, by).filter(({ ask }) => ask.ask !== 'open-handovers'),
    ),
    ...moreCard(page, { ask: 'open-handovers', of, from: page.next }),
  ])
}

/** What this person may hand over of it; a refusal where nothing of it is theirs to see to. */
export async function heldFor(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  of: PersonId,
): Promise<readonly Held[] | Refusal> {
  if (!leaverOf(world.partnership, of).known) return refused('no-longer-there')
  const all = await heldBy(world, [of])
  const theirs: Held[] = []
  for (const held of all) if (await maySeeTo(world, by, held)) theirs.push(held)
  return theirs.length > 0 || all.length === 0 ? theirs : refused('not-for-you')
}
