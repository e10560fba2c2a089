/** A case is closed once everything is done; before that it is proposed, and another person has to agree. */
import type { ActionsNeeds } from '../actions/needs.ts'
import { aboutCase } from '../cases/about-case.ts'
import { toldRaisers, type Closing } from '../cases/closing.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { type FormValues } from '../display/form.ts'
import { isRefusal } from '../display/refusal.ts'
import { startClimb } from '../climbs/take-step.ts'
import type { CaseId, ClosingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { answering } from '../cases/answering.ts'
import { clearForRaisers } from './clear-for-raisers.ts'
import { closeFields, closeForm, otherOf, wordsOfClosing, type Values } from './close-case.form.ts'
import { proposedCard } from './closing.card.ts'
import { unanswered, unansweredPolicy } from './closing-climbs.ts'
import { endCase } from './end-case.ts'
import { toClose, type ToClose } from './to-close.ts'
import { caseButton } from '../cases/case-button.ts'

export async function showCloseForm(world: World<ActionsNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const closing = await toClose(world, by, id)
  return isRefusal(closing) ? closing : closeForm(world, closing)
}

export async function closeCase(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: CaseId,
  sent: FormValues,
): Promise<Answer> {
  const closing = await toClose(world, by, id)
  if (isRefusal(closing)) return closing
  const { stuck, alone, as } = closing
  const [form, fields] = [closeForm(world, closing), closeFields(closing)]
  const forRaisers = await clearForRaisers(world, stuck)
  const read = await readOrStop(world, by.id, {
    ...{ about: aboutCase(stuck), fields, form, sent },
    further(part) {
      const problem = forRaisers.problem((part as Values)[toldRaisers])
      return problem ? { [toldRaisers]: problem } : {}
    },
  })
  if (isAnswer(read)) return read
  const words = wordsOfClosing(closing, read.values as Values)
  if (!alone) {
    await propose(world, by, closing, words)
    return done(
      `Proposed. Case ${stuck.ref} stays open until ${otherOf(as)} agrees. They will be told.`,
      await caseButton(world, by, stuck),
    )
  }
  await endCase(world, by, { stuck, words, open: [], toRaisers: forRaisers.cleared(words) })
  return done(
    `Case ${stuck.ref} is closed. Everybody in it, and everybody who raised it, will be told.`,
    await caseButton(world, by, stuck),
  )
}

async function propose(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  { stuck, as, open }: ToClose,
  words: Closing['words'],
): Promise<void> {
  const { tx, now } = world
  const closing: Closing = {
    ...{ id: world.newId() as ClosingId, case: stuck.id, by: by.id, as, at: now, state: 'proposed', words, answer: [] },
  }
  await tx.saveProposedClosing(closing)
  await tx.record({ fact: 'closing-proposed', case: stuck.id, closing: closing.id })
  const about = { subject: 'closing', id: closing.id } as const
  const waits = await answering(world, about, stuck, closing)
  for (const { person: to } of waits.answering.people)
    await tell(world, {
      key: `closing-proposed-${closing.id}-${to}`,
      ...{ to, about, card: proposedCard(stuck, closing, by.name, open.length) },
    })
  await startClimb(world, unanswered(closing.id), unansweredPolicy(stuck))
}
