/** A colleague of the same agency knows the child better: the request becomes theirs, and whoever passes it on loses sight of it. */
import { done, type Answer } from '../display/answer.ts'
import { text } from '../display/card.ts'
import { form, type FormValues } from '../display/form.ts'
import { fields, readForm } from '../display/read-form.ts'
import { isRefusal, notComplete, refused } from '../display/refusal.ts'
import type { RequestId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField, colleagueFrom } from '../people/colleague-field.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { askedCard } from './asked.card.ts'
import type { InputsNeeds } from './needs.ts'
import { answerableRequest, type OwnRequest } from './answerable-request.ts'
import type { Request } from './request.ts'

const passFields = (partnership: Partnership, colleagues: readonly PartnershipPerson[]) =>
  fields({ to: colleagueField(partnership, colleagues, 'Which colleague knows the child?') })

const colleaguesOf = ({ people }: Partnership, request: Request): readonly PartnershipPerson[] =>
  people.filter(({ id, agency }) => agency === request.agency && id !== request.person)

export async function showPassOnForm(world: World<InputsNeeds>, by: PartnershipPerson, id: RequestId): Promise<Answer> {
  const own = await answerableRequest(world, by, id)
  if (isRefusal(own)) return own
  if (own.request.state === 'given') return refused('view-already-given')
  const colleagues = colleaguesOf(world.partnership, own.request)
  if (colleagues.length === 0) return refused('no-colleague')
  return form('Pass to a colleague', {
    intro: [text('They are asked in your place, and you no longer see this case.')],
    fields: passFields(world.partnership, colleagues),
    submit: { label: 'Pass on', ask: { ask: 'pass-on', request: id } },
  })
}

export async function passOn(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  id: RequestId,
  sent: FormValues,
): Promise<Answer> {
  const { partnership } = world
  const own = await answerableRequest(world, by, id)
  if (isRefusal(own)) return own
  const { request } = own
  if (request.state === 'given') return refused('view-already-given')
  const colleagues = colleaguesOf(partnership, request)
  const read = readForm(passFields(partnership, colleagues), sent)
  if (isRefusal(read)) return read
  const to = colleagueFrom(colleagues, read.values.to)
  if (!to) return notComplete({ to: 'No colleague of yours has this address.' })
  await giveRequest(world, own, to)
  return done(`Passed on: ${to.name} is asked now.`)
}

/** This person is asked from now on, and is told. */
export async function giveRequest(
  world: World<InputsNeeds>,
  { request, stuck }: OwnRequest,
  to: PartnershipPerson,
): Promise<void> {
  const { tx, partnership } = world
  const { id, agency, because, askedAt } = request
  // Neither the answer nor the reminder was the colleague's.
  const passed: Request = { id, case: stuck.id, agency, person: to.id, because, askedAt, state: 'asked', view: [] }
  await tx.saveRequest(passed)
  await tx.saveCase({
    ...stuck,
    asked: stuck.asked.map((asked) => (asked.agency === agency ? { ...asked, person: to.id } : asked)),
  })
  await tx.record({ fact: 'request-passed-on', case: stuck.id, request: id, to: to.id })
  await tx.withdraw({ subject: 'request', id })
  await tell(world, {
    key: `asked-${id}-${world.newId()}`,
    to: to.id,
    card: askedCard(stuck, passed, partnership),
    about: { subject: 'request', id },
  })
}
