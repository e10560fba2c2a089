/** The social worker or the chair closes a case, with a reason; what waits about it is withdrawn. */
import { endClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { answeredWords } from '../display/answered.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { button, card, text, type Card } from '../display/card.ts'
import { type FormValues } from '../display/form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { CaseId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import { hears } from '../parts/hears.ts'
import { may } from '../parts/may.ts'
import { named } from '../parts/named.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { aboutCase } from './about-case.ts'
import type { Case } from './case.ts'
import { closeFields, closeForm } from './close-case.form.ts'
import type { CasesNeeds } from './needs.ts'
import { unclosed } from './unclosed.ts'
import { unconfirmed } from './unconfirmed.ts'

export async function showCloseForm(world: World<CasesNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const stuck = await toClose(world, by, id)
  return isRefusal(stuck) ? stuck : closeForm(world, id)
}

export async function closeCase(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: CaseId,
  sent: FormValues,
): Promise<Answer> {
  const { tx } = world
  const stuck = await toClose(world, by, id)
  if (isRefusal(stuck)) return stuck
  const form = closeForm(world, id)
  const read = await readOrStop(world, by.id, { about: aboutCase(stuck), fields: closeFields, form, sent })
  if (isAnswer(read)) return read
  await tx.saveCase({ ...stuck, state: 'closed' })
  await tx.saveClosing(id, answeredWords(closeFields, read.values))
  await tx.record({ fact: 'case-closed', case: id })
  await endClimb(world, unconfirmed(id))
  await endClimb(world, unclosed(id))
  await tx.withdraw({ subject: 'case', id })
  for (const { person: to } of hears(named({ case: stuck }, world.partnership), 'news').to)
    if (to !== by.id)
      await tell(world, {
        key: `closed-${id}-${to}`,
        to,
        card: closedCard(stuck),
        about: { subject: 'case', id },
        what: 'news',
      })
  return done(`Case ${stuck.ref} is closed. Everybody in it will be told.`)
}

async function toClose(world: World<CasesNeeds>, by: PartnershipPerson, id: CaseId): Promise<Case | Refusal> {
  const stuck = await world.tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  if (!may(await partsToday(world, { case: stuck }), by.id, 'close-form')) return refused('not-for-you')
  return stuck.state === 'closed' ? refused('already-done') : stuck
}

const closedCard = (stuck: Case): Card =>
  card(
    `Case ${stuck.ref}: closed`,
    [text('The case is closed. You do not need to do anything more.')],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )
