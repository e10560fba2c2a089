/** The words that the people who raised a case are told when it is closed: checked, since they go into a chat. */
import type { Case } from '../cases/case.ts'
import { toldRaisers } from '../cases/closing.ts'
import type { CasesNeeds } from '../cases/needs.ts'
import { dayOf } from '../calendar/london.ts'
import type { Answered } from '../display/answered.ts'
import { clear } from '../display/clear.ts'
import { findingsInWords } from '../display/content-guard.ts'
import { notComplete, type Refusal } from '../display/refusal.ts'
import { Typed, type Cleared } from '../display/typed.ts'
import type { World } from '../ports/world.ts'

export async function clearForRaisers(
  world: World<CasesNeeds>,
  stuck: Case,
  words: readonly Answered[],
  field: string = toldRaisers,
): Promise<Cleared | Refusal> {
  const told = words.find(({ name }) => name === field)?.words ?? new Typed('')
  const outcome = clear(told, { identifiers: await identifiersOf(world, stuck), today: dayOf(world.now) })
  return 'cleared' in outcome ? outcome.cleared : notComplete({ [field]: findingsInWords(outcome.findings) })
}

/** Until somebody has confirmed who the child is, what the return says of them. */
async function identifiersOf({ tx }: World<CasesNeeds>, stuck: Case): Promise<readonly Typed[]> {
  const child = await tx.childById(stuck.child)
  return [
    ...Object.values((await tx.identityOf(stuck.id)) ?? {}),
    ...(child ? [child.identifier, child.birthday, ...(child.upn ? [child.upn] : [])] : []),
  ]
}
