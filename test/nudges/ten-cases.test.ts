/** Six weeks and ten cases, lived through: how many routine messages each person gets on each working day. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aConfirmation, aProposal, aRaising, aRecord, aView } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { went } from '../support/stages.ts'
import { kindOf, type MessageKey, type MessageKind } from '../../src/people/kinds-of-message.ts'
import type { MeetingId } from '../../src/ids.ts'

const children = Array.from({ length: 10 }, (_, at) => ({
  identifier: `LK20${at}`,
  born: '2013-02-0' + String(1 + (at % 9)),
}))
/** Working days from Monday 7 September 2026 on, six weeks. */
const days = Array.from({ length: 40 }, (_, ahead) => new Date(Date.UTC(2026, 8, 7 + ahead)))
  .filter((day) => day.getUTCDay() % 6 !== 0)
  .map((day) => day.toISOString().slice(0, 10))

let bot: Bot
type Got = {
  readonly day: string
  readonly to: string
  readonly kind: MessageKind
  readonly title: string
  readonly body: number
}
let got: readonly Got[]
/** Each thing of a ladder in a post: said before where its person has heard of the same rung and date. */
let reminded: readonly { readonly day: string; readonly to: string; readonly isRepeat: boolean }[]

beforeAll(async () => {
  bot = await startBot({ children, at: '2026-09-07T08:10:00Z' })
  const picked = new Set<string>()
  const held = new Set<string>()
  for (const [index, day] of days.entries()) {
    await bot.until(`${day}T09:30:00Z`)
    const child = children[index]
    if (child) await raiseAndConfirm(child.identifier)
    await bot.until(`${day}T11:00:00Z`)
    for (const fact of await bot.facts()) {
      if (fact.fact === 'times-offered' && !picked.has(fact.meeting)) {
        picked.add(fact.meeting)
        went(await bot.ask('chair', { ask: 'pick-slot', meeting: fact.meeting, slot: 0 }))
      }
      if (fact.fact === 'meeting-opened' && !held.has(fact.meeting)) {
        held.add(fact.meeting)
        await hold(fact.meeting, held.size)
      }
    }
    await bot.until(`${day}T16:30:00Z`)
  }
  got = (await bot.db.selectFrom('outbox').selectAll().where('state', '=', 'sent').orderBy('seq').execute()).map(
    (row) => ({
      ...{ day: row.settled_at?.toISOString().slice(0, 10) ?? '', to: row.person, kind: kindOf(row.key as MessageKey) },
      title: (row.card as { title: string }).title.replace(/[0-9A-Z]{3}-[0-9A-Z]{3}/g, 'REF'),
      body: (row.card as { body: readonly { block: string }[] }).body.filter(({ block }) => block === 'row').length,
    }),
  )
  reminded = (await bot.db.selectFrom('nudges').selectAll().where('posted_on', 'is not', null).execute()).map(
    ({ posted_on, posted_to, waits_until }) => ({
      ...{ day: posted_on ?? '', to: posted_to ?? '', isRepeat: waits_until !== null },
    }),
  )
}, 500_000)
afterAll(() => bot.close())

async function raiseAndConfirm(identifier: string): Promise<void> {
  went(await bot.fillIn('practitioner', { ask: 'open-raise-case' }, { ...aRaising, identifier }))
  await bot.deliver()
  const { case: stuck } = await bot.last('case-raised')
  went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation))
  await bot.ring()
  await bot.deliver()
  const asked = (await bot.facts()).filter((fact) => fact.fact === 'input-asked')
  const toHealth = asked.findLast(({ body }) => body === 'larkshire-nhs-trust')
  if (!toHealth) throw new Error('health was not asked')
  went(await bot.fillIn('health-lead', { ask: 'open-input', request: toHealth.request }, aView))
}

/** One action each, of which every other is not done. */
async function hold(meeting: MeetingId, count: number): Promise<void> {
  went(await bot.fillIn('chair', { ask: 'open-record', meeting }, aRecord))
  const owner = count % 2 === 0 ? 'health-lead' : 'social-worker'
  went(await bot.fillIn('chair', { ask: 'open-add-action', meeting }, { ...aProposal, owner, due: '2026-10-01' }))
  went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))
}

/** What goes by itself: it waits for its receiver, a child may be in danger, somebody does not answer, the meeting starts,
 * or it was held. */
const exempt: ReadonlySet<MessageKind> = new Set<MessageKind>(['asks', 'danger', 'escalation', 'starts', 'record'])
const isRoutine = ({ kind }: Got): boolean => !exempt.has(kind)
const perDay = (some: readonly Got[]) => {
  const counts = new Map<string, number>()
  for (const { day, to } of some) counts.set(`${day} ${to}`, (counts.get(`${day} ${to}`) ?? 0) + 1)
  return counts
}

it('nobody gets two routine messages on one working day, on which a meeting is set up too', async () => {
  const routine = got.filter(isRoutine)
  const most = Math.max(...perDay(routine).values())
  console.info(`routine messages: ${routine.length}, most to one person in a day: ${most}`)
  expect(routine.length).toBeGreaterThan(20)
  expect(most).toBe(1)
  await expect(table()).toMatchFileSnapshot('../golden/ten-cases.txt')
})

it('says no more than three things in full in one message', () => {
  expect(Math.max(...got.filter(isRoutine).map(({ body }) => body))).toBeLessThanOrEqual(3)
})

it('repeats at most one reminder in five to the same person', () => {
  const repeats = reminded.filter(({ isRepeat }) => isRepeat).length
  console.info(`reminders: ${reminded.length}, of which said before: ${repeats}`)
  expect(reminded.length).toBeGreaterThan(40)
  expect(repeats / reminded.length).toBeLessThanOrEqual(0.2)
})

/** Each person and day: how many of each kind, the titles of the routine ones, and how many things they had heard before. */
const table = (): string => {
  const keys = [...perDay(got).keys()].toSorted()
  return keys
    .map((key) => {
      const those = got.filter(({ day, to }) => `${day} ${to}` === key)
      const count = (kind: string) => those.filter((one) => one.kind === kind).length
      const routine = those.filter(isRoutine).map(({ title }) => title)
      const repeats = reminded.filter(({ day, to, isRepeat }) => isRepeat && `${day} ${to}` === key).length
      const others = (['starts', 'escalation'] as const).flatMap((kind) =>
        count(kind) > 0 ? [`, ${count(kind)} ${kind}`] : [],
      )
      return `${key}: ${count('asks')} asks, ${routine.length} routine${others.join('')}, ${repeats} repeats${routine.length > 0 ? ` | ${routine.join(' | ')}` : ''}\n`
    })
    .join('')
}
