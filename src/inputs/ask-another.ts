/** Once a case is confirmed, somebody else is asked for a view: they have two working days at least. */
import { askedWhen } from '../calendar/asked-when.ts'
import { aboutCase } from '../cases/about-case.ts'
import type { Case } from '../cases/case.ts'
import { isParty } from '../cases/who-settles.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import type { FieldErrors, FormValues } from '../display/form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { Typed } from '../display/typed.ts'
import type { CaseId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { hears } from '../parts/hears.ts'
import { may, refusedTo } from '../parts/may.ts'
import { named } from '../parts/named.ts'
import { partsToday } from '../parts/parts-of.ts'
import { colleagueFrom } from '../people/colleague-field.ts'
import { agencyOf } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { anotherFields, anotherForm, askablePeople } from './ask-another.form.ts'
import { askPerson } from './ask-person.ts'
import { askedTooCard, noLongerAskedCard } from './asked.card.ts'
import { closeNoSooner } from './closing-day.ts'
import type { InputsNeeds } from './needs.ts'
import { giveRequest } from './pass-on.ts'
import { inputsAreOpen, isSettled, soonestLastDay, type Request } from './request.ts'
import { caseButton } from '../cases/case-button.ts'

export async function showAnotherForm(world: World<InputsNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const stuck = await askingCase(world, by, id)
  return isRefusal(stuck) ? stuck : anotherForm(world.partnership, stuck)
}

export async function askAnother(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  id: CaseId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, calendar, partnership } = world
  const stuck = await askingCase(world, by, id)
  if (isRefusal(stuck)) return stuck
  const requests = await tx.requestsOf(id)
  const candidate = (chosen: string) => {
    const to = colleagueFrom(askablePeople(partnership), chosen)
    return { to, before: requests.find(({ agency }) => agency === to.agency) }
  }
  const read = await readOrStop(world, by.id, {
    about: aboutCase(stuck),
    fields: anotherFields(partnership),
    form: anotherForm(partnership, stuck),
    sent,
    further: (part) => (part.to === undefined ? {} : whyNotAsked(candidate(part.to))),
  })
  if (isAnswer(read)) return read
  const { to, before } = candidate(read.values.to)
  await closeNoSooner(world, id, soonestLastDay(world))
  await ask(world, id, { before, to, because: read.values.because })
  await tellTheOthers(world, by, id, to)
  const when = askedWhen({ now, hours: partnership.workingHours, calendar })
  return done(`${to.name}, ${agencyOf(partnership, to).name}, is ${when}.`, await caseButton(world, by, stuck))
}

function whyNotAsked({ before, to }: Pick<Asking, 'before' | 'to'>): FieldErrors {
  if (before?.state === 'given') return { to: 'Their agency has already given its view.' }
  return before?.person === to.id && !isSettled(before) ? { to: 'They have already been asked.' } : {}
}

/** Chair, IRO and those who raised it, like when the case was confirmed; in a disagreement not its social worker. */
async function tellTheOthers(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  id: CaseId,
  asked: PartnershipPerson,
): Promise<void> {
  const stuck = await world.tx.caseById(id)
  if (!stuck) return
  const agency = agencyOf(world.partnership, asked).name
  const key = `asked-too-${id}-${world.newId()}` as const
  for (const { person: to } of hears(named({ case: stuck }, world.partnership), 'confirmed').to)
    if (to !== by.id && to !== asked.id)
      await tell(world, {
        ...{ key: `${key}-${to}`, to, card: askedTooCard(stuck, agency) },
        about: { subject: 'case', id },
        what: 'confirmed',
      })
}

type Asking = { readonly before: Request | undefined; readonly to: PartnershipPerson; readonly because: Typed }

async function ask(world: World<InputsNeeds>, id: CaseId, { before, to, because }: Asking): Promise<void> {
  const { tx } = world
  const stuck = await tx.caseById(id)
  if (!stuck) return
  const asked = { agency: to.agency, person: to.id, because }
  const others = stuck.asked.filter(({ agency }) => agency !== to.agency)
  const known = { ...stuck, asked: [...others, asked] }
  await tx.saveCase(known)
  if (!before) {
    await askPerson(world, known, asked)
    return
  }
  await giveRequest(world, { request: { ...before, because }, stuck: known }, to)
  if (!isSettled(before) && before.person !== to.id)
    await tell(world, {
      key: `no-longer-asked-${before.id}-${world.newId()}`,
      to: before.person,
      card: noLongerAskedCard(stuck),
      about: { subject: 'person', id: before.person },
    })
}

/** The case, for a person who may ask for more views while they are open. */
async function askingCase(world: World<InputsNeeds>, by: PartnershipPerson, id: CaseId): Promise<Case | Refusal> {
  const stuck = await world.tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  const parts = await partsToday(world, { case: stuck })
  if (isParty(stuck, parts, by.id)) return refused('not-for-you')
  if (!may(parts, by.id, 'ask-another')) return refusedTo(parts, by.id, 'ask-another')
  return inputsAreOpen(stuck, world.now, world.partnership.workingHours) ? stuck : refused('inputs-closed')
}
