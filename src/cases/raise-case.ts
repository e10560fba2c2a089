/** Somebody says that a child's plan is stuck. An open case of the child is joined, never doubled. */
import { readDay } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import type { Child } from '../children/child.ts'
import { childMeant } from '../children/child-meant.ts'
import { withLines, type Own } from '../children/own-child.ts'
import { aboutChild } from '../concerns/about-child.ts'
import { startClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { answeredWords } from '../display/answered.ts'
import { done, isAnswer, type Answer, type Done } from '../display/answer.ts'
import { button } from '../display/card.ts'
import type { FormValues } from '../display/form.ts'
import { isBlank } from '../display/is-blank.ts'
import { refused } from '../display/refusal.ts'
import type { Typed } from '../display/typed.ts'
import type { ChildId, RaisingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { unmatched, unmatchedPolicy } from './unmatched.ts'
import type { Raising } from './case.ts'
import { joinOrStart } from './join-or-start.ts'
import type { CasesNeeds } from './needs.ts'
import { addInstead, raisedAlready } from './raised-already.ts'
import { anotherChild, raiseFields, raiseForm } from './raise-case.form.ts'
import { numbersToTry } from './numbers-to-try.ts'
import {
  givenIn,
  incomplete,
  isUnknown,
  ofOwn,
  saysWhichChild,
  unknownToUs,
  type RaiseValues,
} from './raise-problems.ts'
import { unmatchedCard } from './raised.card.ts'
import type { Theme } from './themes.ts'

export async function showRaiseForm(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  ask: { readonly child?: ChildId | undefined; readonly stuck?: Theme | undefined },
): Promise<Answer> {
  return raiseForm({
    own: await ownChildren(world, by),
    today: dayOf(world.now),
    partnership: world.partnership,
    becomes: world.newId() as RaisingId,
    toTry: await numbersToTry(world),
    ...(ask.child && { child: ask.child }),
    ...(ask.stuck && { theme: ask.stuck }),
  })
}

/** `drawn`: as the form was drawn with it; absent on a form of an earlier version. */
export async function raiseCase(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  drawn: RaisingId | undefined,
  sent: FormValues,
): Promise<Answer> {
  const { now, partnership } = world
  const id = drawn ?? (world.newId() as RaisingId)
  if (drawn && (await world.tx.raisingById(drawn))) return refused('already-done')
  const today = dayOf(now)
  const own = await ownChildren(world, by)
  const toTry = await numbersToTry(world)
  const declared = raiseFields(own, today, partnership, toTry)
  const child = await childNamed(world, own, sent)
  const form = raiseForm({ own, today, partnership, toTry, ...(drawn && { becomes: drawn }) })
  const namedTo = sent['namedTo']?.[0]?.reveal() === 'iro' && ({ namedTo: 'iro' } as const)
  const about = { ...aboutChild(child ?? {}, id), ...namedTo }
  const isUnknownToUs = !child && isOfAuthority(world, by)
  const read = await readOrStop(world, by.id, {
    ...{ about, fields: declared, form, sent },
    further: (part) => ({ ...(isUnknownToUs && unknownToUs(partnership, part)), ...incomplete(part) }),
  })
  if (isAnswer(read)) return read
  const { values } = read
  const given = givenIn(values)
  const words = answeredWords(declared, values).filter(({ name }) => !saysWhichChild.has(name))
  const disagreement = values.theme === 'disagreement'
  const already = await raisedAlready(world, by, { child, given, disagreement })
  if (already) return addInstead(world, already, words)
  const raising: Raising = {
    id,
    by: by.id,
    at: now,
    theme: values.theme,
    needed: values.needed,
    words,
    ...(isUnknown(values) && { childUnknown: true }),
    ...(values.namedTo === 'iro' && { namedTo: 'iro' }),
  }
  await (child ? joinOrStart(world, child, raising) : keepUnmatched(world, raising))
  await world.tx.saveChildGiven(id, given)
  return receipt(values, id)
}

/** The same words whether or not the child is known, or has a case already: an answer would tell. */
function receipt(values: RaiseValues, id: RaisingId): Done {
  const confirms = values.theme === 'disagreement' ? 'A chair or a coordinator' : "The child's social worker"
  const finds = isUnknown(values)
    ? ' First a coordinator will ask you which child you mean.'
    : ofOwn(values)
      ? ''
      : ' If we cannot find the child, a coordinator looks first.'
  return done(`Thank you. ${confirms} will be asked to confirm before anything is shared.${finds}`, [
    button('What I raised', { ask: 'open-raising', raising: id }),
  ])
}

const isOfAuthority = ({ partnership }: World<CasesNeeds>, by: PartnershipPerson): boolean =>
  by.agency === partnership.authority

const ownChildren = async (world: World<CasesNeeds>, by: PartnershipPerson): Promise<readonly Own<Child>[]> =>
  isOfAuthority(world, by) ? withLines(world, by, await world.tx.childrenNaming(by.id)) : []

/** As it was sent, before it is read whole: who answers for the child has to be known where danger is told of. */
async function childNamed(
  world: World<CasesNeeds>,
  own: readonly Child[],
  sent: FormValues,
): Promise<Child | undefined> {
  const typed = (name: string): Typed | undefined =>
    sent[name]?.[0] && !isBlank(sent[name][0].reveal()) ? sent[name][0] : undefined
  const picked = typed('child')?.reveal()
  if (picked && picked !== anotherChild) return own.find(({ id }) => id === picked)
  return childMeant(world, {
    number: typed('identifier'),
    name: typed('name'),
    born: readDay(typed('born')?.reveal().trim() ?? ''),
  })
}

async function keepUnmatched(world: World<CasesNeeds>, raising: Raising): Promise<void> {
  const { tx } = world
  await tx.saveRaising(raising)
  await tx.record({ fact: 'raising-unmatched', raising: raising.id, stuck: raising.theme })
  for (const { person: to } of hears(named({ raising }, world.partnership), 'unmatched').to)
    await tell(world, {
      key: `unmatched-${raising.id}-${to}`,
      to,
      card: unmatchedCard(raising, world.partnership),
      about: { subject: 'raising', id: raising.id },
    })
  await startClimb(world, unmatched(raising.id), unmatchedPolicy(world.partnership.policies))
}
