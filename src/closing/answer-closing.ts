/** The IRO or the chair agrees that a case is closed, or keeps it open. */
import type { Action } from '../actions/action.ts'
import type { ActionsNeeds } from '../actions/needs.ts'
import { aboutCase } from '../cases/about-case.ts'
import type { Case } from '../cases/case.ts'
import { toldRaisers, type Closing } from '../cases/closing.ts'
import { endClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { FieldErrors, FormValues } from '../display/form.ts'
import type { ValuesOf } from '../display/read-form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { ClosingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { answerFields, answerForm } from './answer-closing.form.ts'
import { notAsked } from '../cases/answering.ts'
import { clearForRaisers, type ForRaisers } from './clear-for-raisers.ts'
import { endedName } from './close-case.form.ts'
import { keptOpenCard } from './closing.card.ts'
import { unanswered } from './closing-climbs.ts'
import { endCase } from './end-case.ts'
import { caseButton } from '../cases/case-button.ts'

type Proposed = { readonly closing: Closing; readonly stuck: Case }

export async function showAnswerForm(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ClosingId,
): Promise<Answer> {
  const found = await toAnswer(world, by, id)
  return isRefusal(found) ? found : answerForm(world, found.stuck, found.closing)
}

export async function answerClosing(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ClosingId,
  sent: FormValues,
): Promise<Answer> {
  const found = await toAnswer(world, by, id)
  if (isRefusal(found)) return found
  const { stuck, closing } = found
  const form = answerForm(world, stuck, closing)
  const open = (await world.tx.actionsOf(stuck.id)).filter(({ state }) => state === 'open')
  const forRaisers = await clearForRaisers(world, stuck)
  const read = await readOrStop(world, by.id, {
    ...{ about: aboutCase(stuck), fields: answerFields, form, sent },
    further: (part) =>
      incomplete(
        part,
        open.every((action) => hasReason(closing, action)),
        forRaisers,
      ),
  })
  if (isAnswer(read)) return read
  const { values } = read
  return values.answer === 'close'
    ? agree(world, by, found, { values, open, forRaisers })
    : keepOpen(world, by, found, values)
}

function incomplete(values: Partial<Given>, reasonsForAll: boolean, forRaisers: ForRaisers): FieldErrors {
  const told = values[toldRaisers]
  if (values.answer === 'keep-open') return values.because ? {} : { because: 'Say why it stays open.' }
  if (values.answer !== 'close') return {}
  const wrong = told ? forRaisers.problem(told) : 'Say what they are told.'
  return {
    ...(!reasonsForAll && { answer: 'An action was agreed after this was proposed. Keep the case open for it.' }),
    ...(wrong && { [toldRaisers]: wrong }),
  }
}

type Given = ValuesOf<typeof answerFields>
type Agreeing = { readonly values: Given; readonly open: readonly Action[]; readonly forRaisers: ForRaisers }

async function agree(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  { stuck, closing }: Proposed,
  { values, open, forRaisers }: Agreeing,
): Promise<Answer> {
  const { tx } = world
  const told = values[toldRaisers]
  // What is told is what the person who agrees has read, and perhaps put better.
  const words = closing.words.map((one) => (one.name === toldRaisers && told ? { ...one, words: told } : one))
  const cleared = forRaisers.cleared(words)
  await answered(world, by, { ...closing, state: 'agreed' })
  await tx.record({ fact: 'closing-agreed', case: stuck.id, closing: closing.id })
  await endCase(world, by, { stuck, words, open, toRaisers: cleared })
  return done(
    `Case ${stuck.ref} is closed. Everybody in it, and everybody who raised it, will be told.`,
    await caseButton(world, by, stuck),
  )
}

async function keepOpen(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  { stuck, closing }: Proposed,
  values: Given,
): Promise<Answer> {
  const { because } = values
  const answer = answeredWords({ because: { ...answerFields.because, label: 'Why it stays open' } }, { because })
  await answered(world, by, { ...closing, state: 'kept-open', answer })
  await world.tx.record({ fact: 'closing-refused', case: stuck.id, closing: closing.id })
  const told = [...new Set([closing.by, stuck.chair])].flatMap((one) =>
    one && one !== by.id ? (personById(world.partnership, one) ?? []) : [],
  )
  for (const { id: to } of told)
    await tell(world, {
      key: `kept-open-${closing.id}-${to}`,
      to,
      card: keptOpenCard(stuck, by.name),
      about: { subject: 'person', id: to },
    })
  const names = told.map(({ name }) => name).join(' and ')
  return done(
    `Case ${stuck.ref} stays open. ${names ? `${names} will be told.` : 'Nobody else is there to be told.'}`,
    await caseButton(world, by, stuck),
  )
}

async function answered(world: World<ActionsNeeds>, by: PartnershipPerson, closing: Closing): Promise<void> {
  await world.tx.saveProposedClosing({ ...closing, answeredBy: by.id, answeredAt: world.now })
  await endClimb(world, unanswered(closing.id))
  await world.tx.withdraw({ subject: 'closing', id: closing.id })
}

const hasReason = ({ words }: Closing, action: Action): boolean => words.some(({ name }) => name === endedName(action))

/** Under the lock of its case, so that two people who answer at once are served one after the other. */
async function toAnswer(world: World<ActionsNeeds>, by: PartnershipPerson, id: ClosingId): Promise<Proposed | Refusal> {
  const { tx } = world
  const known = await tx.closingById(id)
  const stuck = known && (await tx.caseById(known.case))
  const closing = stuck && (await tx.closingById(id))
  if (!closing) return refused('no-longer-there')
  const no = await notAsked(world, { subject: 'closing', id }, stuck, closing, by.id)
  if (no) return no
  return closing.state === 'proposed' && stuck.state !== 'closed' ? { closing, stuck } : refused('already-done')
}
