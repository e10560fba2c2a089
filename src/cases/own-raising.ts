/** What somebody raised: they read it, and can add to it or withdraw it for as long as it is open. */
import type { About } from '../concerns/about-child.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { dayOf } from '../calendar/london.ts'
import { inWords } from '../calendar/in-words.ts'
import { endClimb } from '../climbs/take-step.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { facts, button, type Button } from '../display/card.ts'
import type { FormValues } from '../display/form.ts'
import { heading, reading, words, type ReadingBlock } from '../display/reading.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { Typed } from '../display/typed.ts'
import type { RaisingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { themeFacts } from '../partnership/theme-words.ts'
import { may } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { aboutCase } from './about-case.ts'
import type { Case, Raising } from './case.ts'
import { toldRaisers } from './closing.ts'
import { howItStands } from './how-it-stands.ts'
import { lockRaising } from './lock-raising.ts'
import type { CasesNeeds } from './needs.ts'
import { addFields, addForm, withdrawFields, withdrawForm } from './own-raising.form.ts'
import { tellOfRaising } from './tell-of-raising.ts'
import { unmatched } from './unmatched.ts'

type Own = { readonly raising: Raising; readonly stuck?: Case }

export async function showRaising(world: World<CasesNeeds>, by: PartnershipPerson, id: RaisingId): Promise<Answer> {
  const own = await ownRaising(world, by, id)
  if (isRefusal(own)) return own
  const { raising, stuck } = own
  const { closedAt, state } = stuck ?? {}
  const stands = { ...raising, ...(closedAt && { closedAt }), ...(state && { state }) }
  const told = stuck && closedAt ? (await world.tx.closingOf(stuck.id)).filter(({ name }) => name === toldRaisers) : []
  return reading(
    'What you raised',
    [
      facts(
        ...themeFacts(world.partnership, raising.theme),
        ['Raised', inWords(dayOf(raising.at))],
        [
          'Progress',
          raising.withdrawnAt ? `Withdrawn on ${inWords(dayOf(raising.withdrawnAt))}.` : howItStands(stands),
        ],
        ['Needs to move by', inWords(raising.needed)],
      ),
      ...[...told, ...raising.words].map((one) => words(one.question, one.words)),
      ...(await objectionBlocks(world, raising)),
    ],
    buttonsFor(own),
  )
}

/** What they wrote when they did not agree, and what they were answered. */
async function objectionBlocks(
  { tx }: World<CasesNeeds>,
  { id, objection }: Raising,
): Promise<readonly ReadingBlock[]> {
  if (!objection) return []
  const { at, answeredAt } = objection
  const stands = answeredAt
    ? `The IRO answered on ${inWords(dayOf(answeredAt))}.`
    : "It is with the child's Independent Reviewing Officer, who will answer you."
  return [
    heading('You do not agree that it is closed'),
    facts(['Sent', inWords(dayOf(at))], ['Progress', stands]),
    ...(await tx.objectionTo(id)).map((one) => words(one.question, one.words)),
  ]
}

function buttonsFor({ raising, stuck }: Own): readonly Button[] {
  const { id, withdrawnAt, notInCareAt, objection } = raising
  if (withdrawnAt || notInCareAt) return []
  if (stuck?.state === 'closed')
    return objection ? [] : [button('I do not agree that it is closed', { ask: 'open-object', raising: id })]
  return [
    button('Add to it', { ask: 'open-add-to-raising', raising: id }),
    button('Withdraw it', { ask: 'open-withdraw-raising', raising: id }),
  ]
}

export async function showAddForm(world: World<CasesNeeds>, by: PartnershipPerson, id: RaisingId): Promise<Answer> {
  const own = await openRaising(world, by, id)
  return isRefusal(own) ? own : addForm(world, own.raising)
}

export async function addToRaising(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
  sent: FormValues,
): Promise<Answer> {
  const own = await openRaising(world, by, id)
  if (isRefusal(own)) return own
  const form = addForm(world, own.raising)
  const about = aboutOwn(own)
  const read = await readOrStop(world, by.id, { about, fields: addFields, form, sent })
  if (isAnswer(read)) return read
  await write(world, own, 'added', 'Added', read.values.more)
  await world.tx.record({ fact: 'raising-added-to', ...caseOf(own), raising: id })
  await tellOfRaising(world, own, 'added')
  return done('Thank you. It has been added to what you raised.')
}

export async function showWithdrawForm(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
): Promise<Answer> {
  const own = await openRaising(world, by, id)
  return isRefusal(own) ? own : withdrawForm(world, own.raising)
}

/** The case goes on: whether it is closed is for others to say, so that nobody is pressed to withdraw. */
export async function withdrawRaising(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now } = world
  const own = await openRaising(world, by, id)
  if (isRefusal(own)) return own
  const form = withdrawForm(world, own.raising)
  const about = aboutOwn(own)
  const read = await readOrStop(world, by.id, { about, fields: withdrawFields, form, sent })
  if (isAnswer(read)) return read
  await write(world, own, 'withdrawn', 'Withdrawn, because', read.values.why, { withdrawnAt: now })
  await tx.record({ fact: 'raising-withdrawn', ...caseOf(own), raising: id })
  if (!own.stuck) {
    await endClimb(world, unmatched(id))
    await tx.withdraw({ subject: 'raising', id })
  }
  await tellOfRaising(world, own, 'withdrawn')
  return done('It is withdrawn. Those who look after it will be told why.')
}

/** The form that raised it is named too: what was told in it, or while nobody knew the child, is the same danger. */
const aboutOwn = ({ raising, stuck }: Own): About => ({ ...(stuck && aboutCase(stuck)), raising: raising.id })

const caseOf = ({ stuck }: Own) => (stuck ? { case: stuck.id } : {})

/** With the day in the question, since the record is read years later. */
async function write(
  { tx, now }: World<CasesNeeds>,
  { raising }: Own,
  name: string,
  question: string,
  typed: Typed,
  change: Partial<Raising> = {},
): Promise<void> {
  const count = raising.words.length
  const added = { name: `${name}-${count}`, question: `${question} (${inWords(dayOf(now))})`, words: typed }
  await tx.saveRaising({ ...raising, ...change, words: [...raising.words, added] })
}

async function openRaising(world: World<CasesNeeds>, by: PartnershipPerson, id: RaisingId): Promise<Own | Refusal> {
  const own = await ownRaising(world, by, id)
  if (isRefusal(own)) return own
  if (own.raising.withdrawnAt || own.raising.notInCareAt) return refused('withdrawn')
  return own.stuck?.state === 'closed' ? refused('case-closed') : own
}

async function ownRaising(world: World<CasesNeeds>, by: PartnershipPerson, id: RaisingId): Promise<Own | Refusal> {
  const { raising, stuck } = await lockRaising(world.tx, id)
  if (!raising) return refused('no-longer-there')
  if (!may(await partsToday(world, { raising }), by.id, 'own-raising')) return refused('not-for-you')
  return { raising, ...(stuck && { stuck }) }
}
