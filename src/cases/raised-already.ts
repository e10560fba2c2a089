/** One open raising for each person and case: a person who raises the same child again is offered to add to it, and loses nothing that they typed. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import type { Child } from '../children/child.ts'
import { sameGiven, type GivenChild } from '../children/given-child.ts'
import type { Answered } from '../display/answered.ts'
import type { Answer } from '../display/answer.ts'
import { button, text } from '../display/card.ts'
import { filled } from '../display/form.ts'
import { reading, words } from '../display/reading.ts'
import { Typed } from '../display/typed.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { RaisingListed } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { addFields, addForm } from './own-raising.form.ts'

type Raised = {
  readonly child: Child | undefined
  /** As it was typed; nothing where a child was chosen from a list. */
  readonly given: GivenChild
  readonly disagreement: boolean
}

/**
 * The same answer whether or not anybody knows the child. Somebody outside the authority is known to have raised it by what they
 * typed alone: that two numbers are of one child would tell them that we know it. A disagreement is another thing: others settle it.
 */
export async function raisedAlready(
  { tx, partnership }: World<CasesNeeds>,
  by: PartnershipPerson,
  { child, given, disagreement }: Raised,
): Promise<RaisingListed | undefined> {
  const isOurs = by.agency === partnership.authority
  // Takes the child's lock, so that of two forms that are sent at once the second finds the first.
  const open = child && (await tx.openCaseOf(child.id))
  const own = await tx.raisingsBy(by.id)
  for (const raising of own.filter(({ theme }) => !disagreement || theme === 'disagreement'))
    if (!raising.closedAt) {
      const before = await tx.childGiven(raising.id)
      const mayKnow = isOurs || raising.takesPart || isEmpty(before)
      if (sameGiven(before, given) || (mayKnow && raising.case && raising.case === open?.id)) return raising
    }
  return undefined
}

/** An earlier version kept nothing of what a child was found by. */
const isEmpty = ({ number, name }: GivenChild): boolean => !number && !name

/** With what they wrote now: in the form that adds it, where that is long enough, else to be read and copied. */
export function addInstead(world: World<unknown>, raising: RaisingListed, written: readonly Answered[]): Answer {
  const said = `You raised this on ${inWords(dayOf(raising.at))}, so it was not raised a second time.`
  const form = addForm(world, raising)
  const all = written.map((one) => `${one.question}\n${one.words.reveal()}`).join('\n\n')
  if (all.length > addFields.more.max)
    return reading(
      'Raised already',
      [
        text(`${said} What you have just written is not kept. Copy what is new, and add it.`),
        ...written.map((one) => words(one.question, one.words)),
      ],
      [button('Add to it', { ask: 'open-add-to-raising', raising: raising.id }, 'primary')],
    )
  return {
    ...form,
    intro: [text(`${said} You can add what you have just written to it: it is below.`), ...form.intro],
    values: { ...form.values, more: filled(new Typed(all)) },
  }
}
