/** The social worker confirms, or somebody who can in their place: only now is any agency asked. */
import { askedWhen } from '../calendar/asked-when.ts'
import { dayOf } from '../calendar/london.ts'
import { endClimb } from '../climbs/take-step.ts'
import { reportedBlocks } from '../concerns/reported-blocks.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { answeredWords } from '../display/answered.ts'
import { isBlank } from '../display/is-blank.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import type { FieldErrors, FormValues } from '../display/form.ts'
import type { ValuesOf } from '../display/read-form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import { Typed } from '../display/typed.ts'
import { caseButton } from './case-button.ts'
import type { CaseId, PersonId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import { hears } from '../parts/hears.ts'
import { may, refusedTo, rolesOf } from '../parts/may.ts'
import { named } from '../parts/named.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { aboutCase } from './about-case.ts'
import { acceptRaisings, tellUnnamed } from './accept-raisings.ts'
import type { AskedAgency, Case } from './case.ts'
import {
  confirmFields,
  confirmForm,
  partyFields,
  socialWorkersWhy,
  whyFields,
  type Confirming,
} from './confirm-case.form.ts'
import { confirmedCard } from './confirmed.card.ts'
import { familyFrom, reasonProblem } from './family.form.ts'
import { isNhsNumber } from '../display/nhs-number.ts'
import { identityFrom } from './identity.form.ts'
import type { CasesNeeds } from './needs.ts'
import { askable, whyName } from './who-to-ask.ts'
import { readerOf } from './raised-blocks.ts'
import { confirming, unconfirmed } from './unconfirmed.ts'
import { isParty } from './who-settles.ts'

export async function showConfirmForm(world: World<CasesNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const shown = await openedToConfirm(world, by, id)
  return isRefusal(shown) ? shown : confirmForm(world, shown)
}

/** What was raised is read here and by itself: both have the number and the date of birth of the return. */
export async function openedToConfirm(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: CaseId,
): Promise<Confirming | Refusal> {
  const stuck = await toConfirm(world, by, id)
  if (isRefusal(stuck)) return stuck
  // So for a chair, who is not in the case yet, it counts as opening the identity.
  if (!rolesOf(await partsToday(world, { case: stuck }), by.id).includes('social-worker'))
    await world.tx.record({ fact: 'identity-opened', case: id, without: 'name' })
  return confirmingOf(world, by, stuck)
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
  const shown = await confirmingOf(world, by, stuck)
  const declared = { ...whyFields(partnership), ...partyFields(stuck), ...confirmFields(world, shown) }
  const form = confirmForm(world, shown)
  const wrong = (values: Partial<ConfirmValues>) =>
    incomplete(partnership, values, [...askedFrom(world, values, sent), ...askedAsParty(world, stuck, sent)])
  const read = await readOrStop(world, by.id, {
    ...{ about: aboutCase(stuck), raisings: shown.raisings },
    ...{ fields: declared, form, sent },
    further: (part) => wrong(part as Partial<ConfirmValues>),
  })
  if (isAnswer(read)) return read
  const values = read.values as ConfirmValues
  const asked = [...askedFrom(world, values, sent), ...askedAsParty(world, stuck, sent)]

  const chair = values.chair
  const raisers = values.raisers ?? []
  const { inputsClose } = values
  const family = familyFrom(values)
  const confirmed: Case = { ...stuck, raisers, state: 'asking', chair, asked, inputsClose, family }
  const child = await tx.childById(stuck.child)
  await tx.saveCase(confirmed)
  const released = await acceptRaisings(world, confirmed, shown.raisings, values.released ?? [])
  await tx.saveIdentity(id, identityFrom(values, child))
  if (values.notTold)
    await tx.saveConfirmation(id, answeredWords({ notTold: declared.notTold }, { notTold: values.notTold }))
  await tx.record({
    fact: 'case-confirmed',
    case: id,
    child: stuck.child,
    chair,
    asked: asked.map(({ agency, person }) => ({ body: agency, person })),
    ...{ parents: family.parents, childTold: family.child, basis: values.basis },
    ...{ inputsClose, released },
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
  await tellUnnamed(world, shown.raisings)
  const when = askedWhen({ now, hours: partnership.workingHours, calendar: world.calendar })
  return done(
    `Confirmed. ${asked.length === 1 ? 'One agency is' : `${asked.length} agencies are`} ${when}.`,
    await caseButton(world, by, confirmed),
  )
}

/** `raisers` is asked only where somebody can be named, and `released` where there is something to release. */
type ConfirmValues = ValuesOf<ReturnType<typeof confirmFields>> & {
  readonly raisers?: readonly PersonId[] | undefined
  readonly released?: readonly string[] | undefined
}

async function toConfirm(world: World<CasesNeeds>, by: PartnershipPerson, id: CaseId): Promise<Case | Refusal> {
  const stuck = await world.tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  // Who could have confirmed it is told that it has been done, though they have no part in it since.
  const parts = await partsToday(world, { case: { ...stuck, state: 'raised' } })
  if (isParty(stuck, parts, by.id)) return refused('not-for-you')
  if (!may(parts, by.id, confirming(stuck, world))) return refusedTo(parts, by.id, confirming(stuck, world))
  return stuck.state === 'raised' ? stuck : refused('already-done')
}

async function confirmingOf(world: World<CasesNeeds>, by: PartnershipPerson, stuck: Case): Promise<Confirming> {
  const parts = await partsToday(world, { case: stuck })
  const raisings = await world.tx.raisingsOf(stuck.id)
  // The person who confirms a case says who of those that raised it takes part.
  const reader = { ...readerOf(parts, by.id), names: true }
  return {
    ...{ by, stuck },
    today: dayOf(world.now),
    child: await world.tx.childById(stuck.child),
    raisings,
    reported: may(parts, by.id, 'danger-reports')
      ? await reportedBlocks(world, { id: stuck.id, raisings }, reader)
      : [],
    reader,
  }
}

/** Who confirms a disagreement puts into words what the social worker is asked. */
function askedAsParty({ partnership }: World<CasesNeeds>, stuck: Case, sent: FormValues): readonly AskedAgency[] {
  if (!stuck.disagreement) return []
  const because = sent[socialWorkersWhy]?.[0] ?? new Typed('')
  return [{ agency: partnership.authority, person: stuck.socialWorker, because }]
}

function askedFrom(
  { partnership }: World<CasesNeeds>,
  { agencies = [] }: Partial<ConfirmValues>,
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
  values: Partial<ConfirmValues>,
  asked: readonly AskedAgency[],
): FieldErrors {
  const errors: Record<string, string> = {}
  for (const { agency, because } of asked)
    if (isBlank(because.reveal()))
      errors[whyName(partnership, { id: agency })] = 'Say why they need to know, or do not ask them.'
  const reason = reasonProblem(values)
  if (reason) errors['notTold'] = reason
  if (values.nhsNumber && !isNhsNumber(values.nhsNumber.reveal()))
    errors['nhsNumber'] = 'This is not a valid NHS number. Check its ten digits.'
  return errors
}
