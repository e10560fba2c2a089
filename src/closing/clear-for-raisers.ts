/** The words that the people who raised a case are told when it is closed: checked, since they go into a chat. */
import type { Case } from '../cases/case.ts'
import { toldRaisers } from '../cases/closing.ts'
import type { CasesNeeds } from '../cases/needs.ts'
import { dayOf } from '../calendar/london.ts'
import type { Answered } from '../display/answered.ts'
import { clear } from '../display/clear.ts'
import { findingsInWords } from '../display/content-guard.ts'
import { Typed, type Cleared } from '../display/typed.ts'
import type { World } from '../ports/world.ts'

/** Made before the form is read, so that what is found is said together with what else is wrong in it. */
export type ForRaisers = {
  /** What of these words may not be told; nothing is wrong with words that are not there. */
  problem(told: Typed | undefined): string | undefined
  /** The words, once no problem was found in them. */
  cleared(words: readonly Answered[], field?: string): Cleared
}

export async function clearForRaisers(world: World<CasesNeeds>, stuck: Case): Promise<ForRaisers> {
  const about = { identifiers: await identifiersOf(world, stuck), today: dayOf(world.now) }
  return {
    problem(told) {
      const outcome = told && clear(told, about)
      return outcome && 'findings' in outcome ? findingsInWords(outcome.findings) : undefined
    },
    cleared(words, field = toldRaisers) {
      const outcome = clear(words.find(({ name }) => name === field)?.words ?? new Typed(''), about)
      if ('cleared' in outcome) return outcome.cleared
      throw new Error('words for a message were not checked as the form was read')
    },
  }
}

/** Until somebody has confirmed who the child is, what the return says of them. */
async function identifiersOf({ tx }: World<CasesNeeds>, stuck: Case): Promise<readonly Typed[]> {
  const child = await tx.childById(stuck.child)
  return [
    ...Object.values((await tx.identityOf(stuck.id)) ?? {}),
    ...(child ? [child.identifier, child.birthday, ...(child.upn ? [child.upn] : [])] : []),
  ]
}
