/** The way of a case, step by step, for tests that begin further along. */
import type { Answer } from '../../src/display/answer.ts'
import type { Day } from '../../src/calendar/day.ts'
import { instantOf } from '../../src/calendar/london.ts'
import type { CaseId, MeetingId, RequestId } from '../../src/ids.ts'
import { aClosing, aConfirmation, aProposal, aRaising, aRecord, aView, type Given } from './builders.ts'
import type { Bot } from './bot.ts'

export function raised(bot: Bot, given?: Given, by?: string): Promise<CaseId> {
  return given || by ? raise(bot, given, by) : bot.reach('raised', () => raise(bot))
}

async function raise(bot: Bot, given: Given = {}, by = 'practitioner'): Promise<CaseId> {
  went(await bot.fillIn(by, { ask: 'open-raise-case' }, { ...aRaising, ...given }))
  return (await bot.last('case-raised')).case
}

export type Asking = { readonly case: CaseId; readonly request: Readonly<Record<string, RequestId>> }

/** Confirmed, and the agencies asked: the requests by the id of their agency. */
export function asking(bot: Bot, given?: Given): Promise<Asking> {
  return given ? confirm(bot, given) : bot.reach('asking', () => confirm(bot))
}

async function confirm(bot: Bot, given: Given = {}): Promise<Asking> {
  const stuck = await raised(bot)
  await bot.deliver()
  went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, { ...aConfirmation, ...given }))
  await bot.ring()
  await bot.deliver()
  const facts = await bot.facts()
  const asked = facts.flatMap((fact) => (fact.fact === 'input-asked' ? [[fact.body, fact.request] as const] : []))
  return { case: stuck, request: Object.fromEntries(asked) }
}

export function requestTo({ request }: Asking, agency: string): RequestId {
  const found = request[agency]
  if (!found) throw new Error(`${agency} was not asked`)
  return found
}

/** The working day after the last answer is over: views have closed. */
export const viewsClose = async (bot: Bot): Promise<void> =>
  bot.until(instantOf((await bot.last('inputs-close-moved')).to as Day, '17:00').toISOString())

export type Offered = Asking & { readonly meeting: MeetingId }

/** Health and school have given their views, and the chair is offered times. */
export const offered = (bot: Bot): Promise<Offered> => bot.reach('offered', () => giveViews(bot))

async function giveViews(bot: Bot): Promise<Offered> {
  const asked = await asking(bot)
  for (const [body, by] of [
    ['larkshire-nhs-trust', 'health-lead'],
    ['hazel-school', 'school-lead'],
  ] as const)
    went(await bot.fillIn(by, { ask: 'open-input', request: requestTo(asked, body) }, aView))
  await viewsClose(bot)
  return { ...asked, meeting: (await bot.last('times-offered')).meeting }
}

/** The chair has picked the first of the times. */
export const convened = (bot: Bot): Promise<Offered> => bot.reach('convened', () => pickTime(bot))

async function pickTime(bot: Bot): Promise<Offered> {
  const all = await offered(bot)
  went(await bot.ask('chair', { ask: 'pick-slot', meeting: all.meeting, slot: 0 }))
  await bot.deliver()
  return all
}

/** It is the time that was picked. */
export const begun = (bot: Bot): Promise<Offered> => bot.reach('begun', () => begin(bot))

async function begin(bot: Bot): Promise<Offered> {
  const all = await convened(bot)
  await bot.until((await bot.last('time-picked')).start)
  return all
}

/** The meeting has been held and recorded, with one action. */
export function recorded(bot: Bot, record?: Given, proposal?: Given, notesBy?: string): Promise<Offered> {
  return record || proposal || notesBy ? hold(bot, record, proposal, notesBy) : bot.reach('recorded', () => hold(bot))
}

async function hold(bot: Bot, record: Given = {}, proposal: Given = {}, notesBy?: string): Promise<Offered> {
  const all = await begun(bot)
  const { meeting } = all
  if (notesBy) went(await bot.fillIn('chair', { ask: 'open-note-taker', meeting }, { noteTaker: notesBy }))
  await bot.until(new Date(bot.clock.now().getTime() + 60 * 60_000).toISOString())
  went(await bot.fillIn('chair', { ask: 'open-record', meeting }, { ...aRecord, ...record }))
  went(await bot.fillIn('chair', { ask: 'open-add-action', meeting }, { ...aProposal, ...proposal }))
  return all
}

export const approved = (bot: Bot): Promise<Offered> => bot.reach('approved', () => approve(bot))

async function approve(bot: Bot): Promise<Offered> {
  const all = await recorded(bot)
  went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting: all.meeting }, { danger: 'no' }))
  return all
}

/** The social worker proposes to close it, each open action with a reason, and somebody else agrees. */
export async function closes(bot: Bot, stuck: CaseId, agrees = 'iro', proposes = 'social-worker'): Promise<void> {
  const form = await bot.ask(proposes, { ask: 'open-close-case', case: stuck })
  const ended = form.kind === 'form' ? Object.keys(form.fields).filter((name) => name.startsWith('ended-')) : []
  const reasons = Object.fromEntries(ended.map((name) => [name, 'It is no longer needed.']))
  went(await bot.ask(proposes, { ask: 'close-case', case: stuck }, { ...aClosing, ...reasons }))
  const { closing } = await bot.last('closing-proposed')
  went(await bot.fillIn(agrees, { ask: 'open-answer-closing', closing }, { answer: 'close', danger: 'no' }))
}

/** The sentence of an answer that did what was asked; throws what was said instead. */
export function went(answer: Answer): string {
  if (answer.kind === 'done') return answer.says
  throw new Error(answer.kind === 'refusal' ? `${answer.reason} ${JSON.stringify(answer.fields)}` : answer.kind)
}
