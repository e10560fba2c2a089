/** The numbers stand open on a person's first form, and are one line on every form after it: what is always there is not read. */
import type { Answer } from '../display/answer.ts'
import type { ReadingBlock } from '../display/reading.ts'
import type { PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { ConcernsNeeds } from './needs.ts'

/** Never where the form stops for danger, which begins with them. */
export async function foldNumbers({ tx, now }: World<ConcernsNeeds>, by: PersonId, answer: Answer): Promise<Answer> {
  if (answer.kind !== 'form') return answer
  const stops = answer.intro[0]?.block === 'heading'
  const last = answer.intro.findLastIndex(({ block }) => block === 'numbers')
  if (last === -1) return answer
  const seen = await tx.haveSeenNumbers(by, now)
  if (!seen && !stops) return answer
  return { ...answer, intro: answer.intro.map((block, at) => (at === last ? folded(block) : block)) }
}

const folded = (block: ReadingBlock): ReadingBlock => (block.block === 'numbers' ? { ...block, folded: true } : block)
