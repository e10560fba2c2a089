/** "Which children?": the children of everything open that a person has or was handed, in one reading; each look is a fact. */
import { partsToday } from '../parts/parts-of.ts'
import { may } from '../parts/may.ts'
import { childInOneLine, knownOf } from '../children/which-child.ts'
import { dutyInWords } from '../duties/duty.ts'
import type { Answer } from '../display/answer.ts'
import { button, text } from '../display/card.ts'
import { pageOf } from '../display/page.ts'
import { reading, words, type WordsBlock } from '../display/reading.ts'
import type { ChildId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { actedForBy } from '../people/deputies.ts'
import type { World } from '../ports/world.ts'
import type { Fact } from '../vocabulary.ts'
import type { NudgesNeeds } from './needs.ts'

/** Things, not children: each is asked whether this person may know whom it is about. */
const onAPage = 40

type Thing = {
  readonly child: ChildId
  readonly ref: string
  readonly what: string
  readonly look: (named: boolean) => Fact
  readonly isTold: () => Promise<boolean>
}

export async function showWhichChildren(
  world: World<NudgesNeeds>,
  by: PartnershipPerson,
  from?: number,
): Promise<Answer> {
  const page = pageOf(await thingsOf(world, by), from, onAPage)
  const told: Thing[] = []
  for (const thing of page.shown) if (await thing.isTold()) told.push(thing)
  const lines = await linesOf(world, by, told)
  return reading(
    'Which children?',
    lines.length > 0 ? [eachTime, ...lines] : [text('Nothing here says which child it is about to you.')],
    page.left > 0 ? [button('Show more', { ask: 'open-which-children', from: page.next })] : [],
  )
}

const eachTime = text('Every time this is opened, it is recorded. Share it only with people who need it.')

/** Each child once, with all that is open for it. */
async function linesOf({ tx, partnership }: World<NudgesNeeds>, by: PartnershipPerson, things: readonly Thing[]) {
  const ids = [...new Set(things.map(({ child }) => child))]
  const confirmed = await tx.confirmedIdentities(ids)
  const lines: WordsBlock[] = []
  for (const id of ids) {
    const ofChild = things.filter(({ child }) => child === id)
    const label = `${ofChild[0]?.ref ?? ''}: ${[...new Set(ofChild.map(({ what }) => what))].join(', ')}`
    const child = await tx.childById(id)
    if (!child) continue
    const { line, named } = childInOneLine(partnership, by, knownOf(child, confirmed.get(id)))
    for (const { look } of ofChild) await tx.record(look(named))
    lines.push(words(label, line))
  }
  return lines
}

/** In the order of the references, in which the chains of the log are locked as well. */
async function thingsOf(world: World<NudgesNeeds>, by: PartnershipPerson): Promise<readonly Thing[]> {
  const { tx } = world
  const people = [by.id, ...(await actedForBy(world, by.id))]
  const duties = await tx.openDutiesOf({ owners: people, iros: people, staff: [] })
  const actions = await tx.openActionsOf({ owners: people, agencies: [], iros: people })
  return [
    ...duties
      .filter(({ chased }) => chased)
      .map((duty): Thing => ({
        ...{ child: duty.child, ref: duty.ref, what: dutyInWords[duty.kind] },
        look: () => ({ fact: 'duty-child-opened', child: duty.child, duty: duty.id }),
        isTold: async () => may(await partsToday(world, { duty }), by.id, 'duty-child'),
      })),
    ...actions
      .filter(({ chased }) => chased)
      .map((action): Thing => ({
        ...{ child: action.child, ref: action.ref, what: 'action' },
        look: (named) => ({ fact: 'identity-opened', case: action.case, ...(!named && { without: 'name' }) }),
        isTold: async () => may(await partsToday(world, { action }), by.id, 'action-child'),
      })),
  ].toSorted((a, b) => (a.ref === b.ref ? a.what.localeCompare(b.what) : a.ref < b.ref ? -1 : 1))
}
