/** An owner or a day that was written down wrongly is put right before anybody is told of it. */
import { ownerFrom } from '../actions/kind.ts'
import { inWords } from '../calendar/in-words.ts'
import { done, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { ActionId, MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import { whoAndWhen } from './add-action.form.ts'
import { afterRecord } from './after-record.ts'
import { correctForm, proposedReading } from './correct-action.form.ts'
import type { MeetingsNeeds } from './needs.ts'
import { toRecord } from './record-meeting.ts'

type Which = { readonly meeting: MeetingId; readonly action: ActionId }

export async function showProposed(world: World<MeetingsNeeds>, by: PartnershipPerson, id: MeetingId): Promise<Answer> {
  const own = await toRecord(world, by, id)
  if (isRefusal(own)) return own
  const proposals = await world.tx.proposalsOf(id)
  return proposals.length > 0
    ? proposedReading(world, own, proposals)
    : done('No action has been added yet.', afterRecord(own, 0))
}

export async function showCorrectForm(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  which: Which,
): Promise<Answer> {
  const found = await toCorrect(world, by, which)
  return isRefusal(found) ? found : correctForm(world, found.own, found.proposal)
}

export async function correctAction(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  which: Which,
  sent: FormValues,
): Promise<Answer> {
  const { tx, partnership } = world
  const found = await toCorrect(world, by, which)
  if (isRefusal(found)) return found
  const { own, proposal, proposed } = found
  const read = readForm(whoAndWhen(world, own), sent)
  if (isRefusal(read)) return read
  const { kind: was, ...before } = proposal
  const { due } = read.values
  const { owner, kind } = ownerFrom(read.values.owner)
  if (owner === before.owner && kind === was && due === before.due) return refused('already-done')
  await tx.saveProposal({ ...before, owner, due, ...(kind && { kind }), corrections: before.corrections + 1 })
  await tx.record({
    ...{ fact: 'action-corrected', case: own.stuck.id, meeting: which.meeting, action: which.action },
    ...{ from: before.owner, fromDue: before.due, owner, due },
  })
  return done(`Corrected: ${nameOf(partnership, owner)}, by ${inWords(due)}.`, afterRecord(own, proposed))
}

async function toCorrect(world: World<MeetingsNeeds>, by: PartnershipPerson, { meeting, action }: Which) {
  const own = await toRecord(world, by, meeting)
  if (isRefusal(own)) return own
  const proposals = await world.tx.proposalsOf(meeting)
  const proposal = proposals.find(({ id }) => id === action)
  return proposal ? { own, proposal, proposed: proposals.length } : refused('no-longer-there')
}
