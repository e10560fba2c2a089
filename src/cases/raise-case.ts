/** Somebody says that a child's plan is stuck. An open case of the child is joined, never doubled. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import type { Child } from '../children/child.ts'
import { withLines, type Own } from '../children/own-child.ts'
import { typedAs } from '../commands/commands.ts'
import { aboutChild } from '../concerns/about-child.ts'
import { startClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { answeredWords } from '../display/answered.ts'
import { done, isAnswer, type Answer, type Done } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { ValuesOf } from '../display/read-form.ts'
import { notComplete, refused } from '../display/refusal.ts'
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
import { raiseFields, raiseForm } from './raise-case.form.ts'
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
  const declared = raiseFields(own, today, partnership)
  const child = await childNamed(world, own, sent)
  const form = raiseForm({ own, today, partnership, ...(drawn && { becomes: drawn }) })
  const namedTo = sent['namedTo']?.[0]?.reveal() === 'iro' && ({ namedTo: 'iro' } as const)
  const about = { ...aboutChild(child ?? {}, id), ...namedTo }
  const read = await readOrStop(world, by.id, { about, fields: declared, form, sent })
  if (isAnswer(read)) return read
  const { values } = read
  const problem = incomplete(values)
  if (problem) return notComplete(problem)
  if (!child && isOfAuthority(world, by))
    return notComplete({ identifier: "No child in the authority's care has this identifier." })
  const words = answeredWords(declared, values).filter(({ name }) => name !== 'identifier')
  const disagreement = values.theme === 'disagreement'
  const already = await raisedAlready(world, by.id, { child, identifier: values.identifier, disagreement })
  if (already) return addInstead(world, already, words)
  const raising: Raising = {
    id,
    by: by.id,
    at: now,
    theme: values.theme,
    needed: values.needed,
    words,
    ...(values.namedTo === 'iro' && { namedTo: 'iro' }),
  }
  await (child ? joinOrStart(world, child, raising) : keepUnmatched(world, raising, values))
  return receipt(values)
}

/** The same words whether or not the child is known, or has a case already: an answer would tell. */
const receipt = ({ theme, needed }: Pick<RaiseValues, 'theme' | 'needed'>): Done =>
  done(
    `Thank you. ${theme === 'disagreement' ? 'A chair or a coordinator' : "The child's social worker"} will be asked to ` +
      `confirm before anything is shared. You asked for it to move ` +
      `by ${inWords(needed)}. To see how it is going, type ${typedAs('mine')}.`,
  )

type RaiseValues = ValuesOf<ReturnType<typeof raiseFields>>

function incomplete(values: RaiseValues): Record<string, string> | undefined {
  const errors: Record<string, string> = {}
  if (!values.identifier && !values.child) errors['identifier'] = "Give the local authority's identifier for the child."
  if (values.identifier && values.child) errors['identifier'] = 'Choose a child or type an identifier, not both.'
  if (!values.childSays && !values.childSaysUnknown)
    errors['childSays'] = 'Write what the child says, or say below why you do not know.'
  if (values.namedTo === 'iro' && values.theme !== 'disagreement')
    errors['namedTo'] = 'Only for a disagreement. Leave this blank, or choose the other answer.'
  return Object.keys(errors).length > 0 ? errors : undefined
}

const isOfAuthority = ({ partnership }: World<CasesNeeds>, by: PartnershipPerson): boolean =>
  by.agency === partnership.authority

const ownChildren = async (world: World<CasesNeeds>, by: PartnershipPerson): Promise<readonly Own<Child>[]> =>
  isOfAuthority(world, by) ? withLines(world, by, await world.tx.childrenNaming(by.id)) : []

async function childNamed(
  { tx }: World<CasesNeeds>,
  own: readonly Child[],
  sent: FormValues,
): Promise<Child | undefined> {
  const picked = sent['child']?.[0]?.reveal()
  if (picked) return own.find(({ id }) => id === picked)
  const identifier = sent['identifier']?.[0]
  const child = identifier?.reveal().trim() ? await tx.childByIdentifier(identifier) : undefined
  return child?.scope === 'in' ? child : undefined
}

async function keepUnmatched(world: World<CasesNeeds>, raising: Raising, { identifier }: RaiseValues): Promise<void> {
  const { tx } = world
  await tx.saveRaising(raising)
  if (identifier) await tx.saveUnmatchedIdentifier(raising.id, identifier)
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
