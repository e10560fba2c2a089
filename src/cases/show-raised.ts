/** Everything that was raised about a child, for the person who confirms the case: by itself, and over the form. */
import type { Answer } from '../display/answer.ts'
import { button } from '../display/card.ts'
import { reading } from '../display/reading.ts'
import { isRefusal } from '../display/refusal.ts'
import type { CaseId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { openedToConfirm } from './confirm-case.ts'
import type { CasesNeeds } from './needs.ts'
import { raisedAbout } from './raised-in-form.ts'

export async function showRaised(world: World<CasesNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const shown = await openedToConfirm(world, by, id)
  if (isRefusal(shown)) return shown
  return reading(
    `Raised ${shown.stuck.ref}`,
    [...shown.reported, ...raisedAbout(shown, world.partnership)],
    [button('Confirm the case', { ask: 'open-confirm-case', case: id }, 'primary')],
  )
}
