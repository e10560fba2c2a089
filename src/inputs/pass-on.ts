/** A colleague of the same agency knows the child better: the request becomes theirs, and the person who passes it on no longer sees it. */
import { done, type Answer } from '../display/answer.ts'
import { type FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { RequestId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueFrom } from '../people/colleague-field.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { askedCard } from './asked.card.ts'
import type { InputsNeeds } from './needs.ts'
import { answerableRequest, type OwnRequest } from './answerable-request.ts'
import { colleaguesOf, passFields, passForm } from './pass-on.form.ts'
import { isPartys, type Request } from './request.ts'

export async function showPassOnForm(world: World<InputsNeeds>, by: PartnershipPerson, id: RequestId): Promise<Answer> {
  const own = await answerableRequest(world, by, id)
  if (isRefusal(own)) return own
  if (isPartys(own.request, world.partnership)) return refused('asked-as-party')
  if (own.request.state === 'given') return refused('view-already-given')
  const colleagues = colleaguesOf(world.partnership, own.request)
  if (colleagues.length === 0) return refused('no-colleague')
  return passForm(world.partnership, own.request, colleagues)
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
  if (isPartys(request, partnership)) return refused('asked-as-party')
  if (request.state === 'given') return refused('view-already-given')
  const colleagues = colleaguesOf(partnership, request)
  const read = readForm(passFields(partnership, colleagues), sent)
  if (isRefusal(read)) return read
  const to = colleagueFrom(colleagues, read.values.to)
  await giveRequest(world, own, to)
  return done(`Passed on. ${to.name} will be asked now.`)
}

/** This person is asked from now on, and is told. */
export async function giveRequest(
  world: World<InputsNeeds>,
  { request, stuck, last }: OwnRequest,
  to: PartnershipPerson,
): Promise<void> {
  const { tx, partnership } = world
  const { id, agency, because, askedAt } = request
  // The colleague has not answered or been reminded.
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
    card: askedCard({ ...stuck, ...(last && { inputsClose: last }) }, passed, partnership),
    about: { subject: 'request', id },
  })
}
