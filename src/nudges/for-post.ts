/** Messages that wait for a post: those that are still true, the most urgent first. */
import { dayOf } from '../calendar/london.ts'
import { row, text, type CardBlock } from '../display/card.ts'
import type { PersonId } from '../ids.ts'
import { kindOf } from '../people/kinds-of-message.ts'
import type { World } from '../ports/world.ts'
import type { NudgesNeeds } from './needs.ts'
import type { ForPost } from './nudge.ts'

type Waiting = Pick<ForPost, 'meantFor' | 'about' | 'what' | 'holdsUntil'> & { readonly to: PersonId }
/** Asked of each before it is said: does it still hold, and for this person? */
export type StillTrue = (world: World<NudgesNeeds>, message: Waiting) => Promise<boolean>

export async function stillForPost(
  world: World<NudgesNeeds>,
  receiver: PersonId,
  principals: readonly PersonId[],
  stillTrue: StillTrue,
): Promise<readonly ForPost[]> {
  const { tx, now } = world
  const all = await tx.waitForPost(principals, dayOf(now))
  const kept: ForPost[] = []
  for (const forPost of all) if (await stillTrue(world, { ...forPost, to: receiver })) kept.push(forPost)
  await tx.withdrawFromPost(
    all.filter((one) => !kept.includes(one)).map(({ id }) => id),
    now,
  )
  return kept.toSorted((a, b) => rank(a) - rank(b))
}

/** What ends soonest, then what waits for somebody, then what is only to be known. */
const rank = ({ key, holdsUntil }: ForPost): number => (kindOf(key) === 'news' ? 2 : holdsUntil ? 0 : 1)

export const isNews = ({ key }: ForPost): boolean => kindOf(key) === 'news'

/** Of several in one message: its title with its first button, and what it says. */
export function blocksInPost({ card: { title, body, buttons } }: ForPost): readonly CardBlock[] {
  const [first] = buttons
  return [first ? row(`${title}.`, first) : text(`${title}.`), ...body.filter(({ block }) => block !== 'row')]
}
