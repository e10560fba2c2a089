/** A case as one person may see it: each part only if `may` says so. */
import { agencyName, nameOf } from '../people/name-of.ts'
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { button, facts, list, type Button } from '../display/card.ts'
import type { Answer } from '../display/answer.ts'
import { heading, reading, words, type ReadingBlock } from '../display/reading.ts'
import { reportedBlocks } from '../concerns/reported-blocks.ts'
import { refused } from '../display/refusal.ts'
import type { CaseId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { themeFacts } from '../partnership/theme-words.ts'
import { may } from '../parts/may.ts'
import type { Field } from '../permissions/may-see.ts'
import { type Part } from '../parts/part.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import type { Case, CaseState } from './case.ts'
import { raisedBlocks } from './confirm-case.form.ts'
import { joinLink } from './join-link.ts'
import type { CasesNeeds } from './needs.ts'

export async function showCase(world: World<CasesNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const { tx, partnership } = world
  const stuck = await tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  const parts = await partsToday(world, { case: stuck })
  if (!may(parts, by.id, 'case')) return refused('not-for-you')
  const body: ReadingBlock[] = [caseFacts(stuck, partnership)]
  const address = await tx.linkOf(id)
  if (address) body.push(joinLink(address))
  if (stuck.asked.length > 0)
    body.push(heading('Who has been asked'), list(stuck.asked.map((asked) => askedLine(asked, partnership))))
  if (may(parts, by.id, 'danger-reports'))
    body.push(...(await reportedBlocks(world, { id, raisings: await tx.raisingsOf(id) })))
  if (may(parts, by.id, 'reasons')) body.push(...(await reasonBlocks(world, id)))
  if (may(parts, by.id, 'raised-words')) body.push(...(await raisedWords(world, stuck, parts, by)))
  return reading(
    `Case ${stuck.ref}`,
    body,
    buttonsFor(stuck, (field) => may(parts, by.id, field)),
  )
}

function caseFacts(stuck: Case, partnership: Partnership) {
  const name = (id: Case['chair']) => (id ? nameOf(partnership, id) : 'not named yet')
  return facts(
    ...themeFacts(partnership, stuck.theme),
    ['Progress', stateInWords[stuck.state]],
    ['Raised', inWords(dayOf(stuck.raisedAt))],
    ['Needs to move by', inWords(stuck.needed)],
    ['Social worker', name(stuck.socialWorker)],
    ['Chair', name(stuck.chair)],
    ['IRO', name(stuck.iro)],
    ...(stuck.inputsClose ? [['Views due by', inWords(stuck.inputsClose)] as const] : []),
  )
}

const askedLine = ({ agency, person }: Case['asked'][number], partnership: Partnership): string =>
  `${agencyName(partnership, agency)}: ${nameOf(partnership, person)}`

/** A raiser from outside the authority reads back their own words, and nobody else's. */
async function raisedWords(world: World<CasesNeeds>, stuck: Case, parts: readonly Part[], by: PartnershipPerson) {
  const all = await world.tx.raisingsOf(stuck.id)
  const others = parts.filter(({ role }) => role !== 'raiser')
  const mine = may(others, by.id, 'raised-words') ? all : all.filter((raising) => raising.by === by.id)
  return mine.flatMap((raising) => raisedBlocks(raising, world.partnership))
}

/** Why parents or child are not told, and why the case was closed, as they were written. */
async function reasonBlocks({ tx }: World<CasesNeeds>, id: CaseId): Promise<readonly ReadingBlock[]> {
  const reasons = [...(await tx.confirmationOf(id)), ...(await tx.closingOf(id))]
  return reasons.map((reason) => words(reason.question, reason.words))
}

function buttonsFor({ id, state }: Case, theyMay: (field: Field) => boolean): readonly Button[] {
  const buttons: Button[] = []
  if (state !== 'raised' && theyMay(state === 'closed' ? 'closed-identity' : 'identity'))
    buttons.push(button('Who is this child?', { ask: 'open-identity', case: id }))
  if (state !== 'raised' && state !== 'asking' && theyMay('inputs'))
    buttons.push(button('What the agencies say', { ask: 'open-views', case: id }))
  if (state === 'following-up' && theyMay('summary'))
    buttons.push(button('What was agreed', { ask: 'open-summary', case: id }))
  if (state === 'raised' && theyMay('confirm-form'))
    buttons.push(button('Confirm the case', { ask: 'open-confirm-case', case: id }, 'primary'))
  if (state !== 'raised' && state !== 'closed' && theyMay('replace-chair'))
    buttons.push(button('Change the chair', { ask: 'open-replace-chair', case: id }))
  if (state !== 'closed' && theyMay('close-form'))
    buttons.push(button('Close the case', { ask: 'open-close-case', case: id }))
  return buttons
}

export const stateInWords = {
  raised: 'Waiting for the social worker to confirm it',
  asking: 'Agencies are giving their views',
  convening: 'The meeting is being arranged or held',
  'following-up': 'People are doing what was agreed',
  closed: 'Closed',
} as const satisfies Record<CaseState, string>
