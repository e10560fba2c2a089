/** The social worker, their deputy or the chair confirms: only now is any agency asked. */
import { dayOf } from '../calendar/london.ts'
import type { Child } from '../children/child.ts'
import { endClimb } from '../climbs/take-step.ts'
import { reportedBlocks } from '../concerns/reported-blocks.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { answeredWords } from '../display/answered.ts'
import { isBlank } from '../display/is-blank.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { ValuesOf } from '../display/read-form.ts'
import { isRefusal, notComplete, refused, type Refusal } from '../display/refusal.ts'
import { Typed } from '../display/typed.ts'
import type { CaseId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { actsFor } from '../people/deputies.ts'
import { tell } from '../people/tell.ts'
import { hears } from '../parts/hears.ts'
import { may } from '../parts/may.ts'
import { named } from '../parts/named.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { aboutCase } from './about-case.ts'
import type { AskedAgency, Case } from './case.ts'
import { askable, confirmFields, confirmForm, whyFields, whyName } from './confirm-case.form.ts'
import { confirmedCard } from './confirmed.card.ts'
import { isNhsNumber } from '../display/nhs-number.ts'
import type { CasesNeeds } from './needs.ts'
import { unconfirmed } from './unconfirmed.ts'

export async function showConfirmForm(world: World<CasesNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const stuck = await toConfirm(world, by, id)
  if (isRefusal(stuck)) return stuck
  // The form holds the date of birth that the return has, so for a chair, who is not in the case yet, it counts as opening the identity.
  if (!actsFor(world.partnership, by.id, stuck.socialWorker))
    await world.tx.record({ fact: 'identity-opened', case: id })
  return drawn(world, stuck)
}

export async function confirmCase(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: CaseId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const stuck = await toConfirm(world, by, id)
  if (isRefusal(stuck)) return stuck
  const today = dayOf(now)
  const declared = { ...whyFields(partnership), ...confirmFields(world, today) }
  const form = await drawn(world, stuck)
  const raisings = await tx.raisingsOf(id)
  const about = aboutCase(stuck)
  const read = await readOrStop(world, by.id, { about, raisings, fields: declared, form, sent })
  if (isAnswer(read)) return read
  const values = read.values as ConfirmValues
  const asked = askedFrom(world, values, sent)
  const problems = incomplete(partnership, values, asked)
  if (problems) return notComplete(problems)

  const chair = values.chair
  const raisers = [...new Set(raisings.map((raising) => raising.by))]
  const confirmed: Case = { ...stuck, raisers, state: 'asking', chair, asked, inputsClose: values.inputsClose }
  const child = await tx.childById(stuck.child)
  await tx.saveCase(confirmed)
  await tx.acceptRaisers(id)
  await tx.saveIdentity(id, identityFrom(values, child))
  if (values.notTold)
    await tx.saveConfirmation(id, answeredWords({ notTold: declared.notTold }, { notTold: values.notTold }))
  await tx.record({
    fact: 'case-confirmed',
    case: id,
    child: stuck.child,
    chair,
    asked: asked.map(({ agency, person }) => ({ body: agency, person })),
    parents: values.parents,
    childTold: values.childTold,
    inputsClose: values.inputsClose,
  })
  await endClimb(world, unconfirmed(id))
  await tx.withdraw({ subject: 'case', id })
  await tx.setWake({ wake: 'inputs-ask', case: id }, now)
  for (const { person: to } of hears(named({ case: confirmed }, partnership), 'confirmed').to)
    if (to !== by.id)
      await tell(world, {
        key: `confirmed-${id}-${to}`,
        to,
        card: confirmedCard(confirmed, partnership),
        about: { subject: 'case', id },
        what: 'confirmed',
      })
  return done(`Confirmed. ${asked.length === 1 ? 'One agency is' : `${asked.length} agencies are`} being asked now.`)
}

type ConfirmValues = ValuesOf<ReturnType<typeof confirmFields>>

async function toConfirm(world: World<CasesNeeds>, by: PartnershipPerson, id: CaseId): Promise<Case | Refusal> {
  const stuck = await world.tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  if (!may(await partsToday(world, { case: stuck }), by.id, 'confirm-form')) return refused('not-for-you')
  return stuck.state === 'raised' ? stuck : refused('already-done')
}

async function drawn(world: World<CasesNeeds>, stuck: Case) {
  const child = await world.tx.childById(stuck.child)
  const raisings = await world.tx.raisingsOf(stuck.id)
  const told = await reportedBlocks(world, { id: stuck.id, raisings })
  return confirmForm(world, dayOf(world.now), stuck, child, { raisings, reported: told })
}

function askedFrom(
  { partnership }: World<CasesNeeds>,
  { agencies }: ConfirmValues,
  sent: FormValues,
): readonly AskedAgency[] {
  return askable(partnership)
    .filter(({ id }) => agencies.includes(id))
    .map((agency) => ({
      agency: agency.id,
      person: agency.lead,
      because: sent[whyName(partnership, agency)]?.[0] ?? new Typed(''),
    }))
}

function incomplete(
  partnership: Partnership,
  values: ConfirmValues,
  asked: readonly AskedAgency[],
): Record<string, string> | undefined {
  const errors: Record<string, string> = {}
  for (const { agency, because } of asked)
    if (isBlank(because.reveal()))
      errors[whyName(partnership, { id: agency })] = 'Say why they need to know, or do not ask them.'
  if ((values.parents === 'not-told' || values.childTold === 'not-told') && !values.notTold)
    errors['notTold'] = 'Say why the parents or the child are not told.'
  if (values.nhsNumber && !isNhsNumber(values.nhsNumber.reveal()))
    errors['nhsNumber'] = 'This is not a valid NHS number. Check its ten digits.'
  return Object.keys(errors).length > 0 ? errors : undefined
}

const identityFrom = ({ name, born, nhsNumber, upn }: ConfirmValues, child: Child | undefined) => ({
  name,
  born: new Typed(born),
  ...(nhsNumber && { nhsNumber }),
  ...(upn && { upn }),
  ...(child && { authorityIdentifier: child.identifier }),
})
