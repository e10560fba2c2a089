/** A card that was settled is drawn again where it lies: once it has arrived, after a kill, never as a message. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import { createInbox } from '../../adapters/postgres/outbox/inbox.ts'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { createRedraws } from '../../adapters/postgres/outbox/redraws.ts'
import { createCircuits } from '../../jobs/circuits.ts'
import { createRedraw } from '../../jobs/redraw.ts'
import { sendableMessages } from '../../jobs/sendable.ts'
import { nothingLeft } from '../../src/as-it-stands.ts'
import type { Card } from '../../src/display/card.ts'
import type { CaseId, MessageId, PersonId } from '../../src/ids.ts'
import type { Account } from '../../src/ports/accounts.ts'
import type { Messenger, Receipt } from '../../src/ports/messenger.ts'
import { TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'
import { linked } from '../support/accounts.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aConfirmation, aRaising, risk } from '../support/builders.ts'
import { raised, went } from '../support/stages.ts'
import { silentLog } from '../support/silent-log.ts'
import { slackAccount } from '../support/tiny-messenger.ts'

type Drawn = { readonly to: Account; readonly lies: Receipt; readonly card: Card }

let bot: Bot
let stuck: CaseId
let drawn: Drawn[]
let refusing: Error | undefined
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  stuck = await raised(bot)
  await linked(bot.db, slackAccount('U-SW'), 'social-worker')
  drawn = []
  refusing = undefined
})
afterAll(() => bot.close())

const slack: Messenger = {
  serves: () => Promise.resolve(true),
  accountOf: () => Promise.resolve(undefined),
  post: () => Promise.reject(new Error('a redraw is no message')),
  find: () => Promise.resolve('no'),
  redraw(to, lies, card) {
    if (refusing) return Promise.reject(refusing)
    drawn.push({ to, lies, card })
    return Promise.resolve()
  },
}

const parts = () => ({
  outbox: createOutbox(bot.db),
  redraws: createRedraws(bot.db),
  messengers: { slack },
  circuits: createCircuits(bot.clock),
  workingMoment: (at: Date) => at,
  asItStands: bot.asItStands,
  clock: bot.clock,
  log: silentLog,
  callTimeoutMs: 1_000,
})

/** All that may be drawn again now. */
async function redrawAll(): Promise<void> {
  const redraw = createRedraw(parts())
  for (const { id } of await createRedraws(bot.db).ready(bot.clock.now(), 100)) await redraw(id)
}

const pending = () => bot.db.selectFrom('redraws').selectAll().execute()
const toSocialWorker = (person = 'social-worker') =>
  bot.db.selectFrom('outbox').selectAll().where('person', '=', person).orderBy('seq').execute()

/** Everything that waits for them arrives in Slack. */
async function arrives(person?: string): Promise<void> {
  const outbox = createOutbox(bot.db)
  for (const { id, state } of await toSocialWorker(person)) {
    if (state !== 'waiting') continue
    const taken = await outbox.take(id as MessageId, bot.clock.now(), 60_000)
    if (taken) await outbox.sent(taken, { way: 'slack', conversation: 'D1', message: `ts-${id}` }, bot.clock.now())
  }
}

async function confirmed(): Promise<void> {
  bot.clock.pass(60_000)
  went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation))
}

describe('a card that is settled', () => {
  it('is drawn again once, with what became of it and without the button that would be refused', async () => {
    await arrives()
    await confirmed()
    expect(await pending()).toHaveLength(1)
    await redrawAll()

    expect(drawn).toHaveLength(1)
    const [{ card, lies, to } = { card: undefined, lies: undefined, to: undefined }] = drawn
    expect([to?.user, lies?.conversation]).toEqual(['U-SW', 'D1'])
    expect(JSON.stringify(card?.body)).toContain('Confirmed by Samira Holt on Monday 7 September 2026')
    expect(card?.buttons.map(({ label }) => label)).toEqual(['What was raised'])
    expect(await pending()).toEqual([])
    await redrawAll()
    expect(drawn).toHaveLength(1)
  })

  it('is drawn as it was said where it was posted otherwise, as something had become of it then', async () => {
    const outbox = createOutbox(bot.db)
    const [said] = await toSocialWorker()
    const id = said?.id as MessageId
    const taken = await outbox.take(id, bot.clock.now(), 60_000)
    const receipt = { way: 'slack', conversation: 'D1', message: `ts-${id}` } as const
    if (taken) await outbox.sent(taken, receipt, bot.clock.now(), 'the hash of another card')
    await bot.db.insertInto('redraws').values({ id: randomUUID(), message: id, asked_at: bot.clock.now() }).execute()
    await redrawAll()

    expect(drawn.map(({ card }) => card)).toEqual([said?.card])
  })

  it('is not drawn before it has arrived, and shows how it stands when it is sent', async () => {
    await confirmed()

    expect(await pending()).toEqual([])
    const [said] = await toSocialWorker()
    expect(Object.keys(said?.settled as object)).toEqual([`open-confirm-case:${stuck}`])
  })

  it('waits where it is being sent just now', async () => {
    const [said] = await toSocialWorker()
    const outbox = createOutbox(bot.db)
    const taken = await outbox.take(said?.id as MessageId, bot.clock.now(), 600_000)
    await confirmed()
    await redrawAll()
    expect(drawn).toEqual([])

    if (taken) await outbox.sent(taken, { way: 'slack', conversation: 'D1', message: 'ts' }, bot.clock.now())
    await redrawAll()
    expect(drawn).toHaveLength(1)
  })

  it('is drawn by another process where one dies in the middle', async () => {
    await arrives()
    await confirmed()
    const redraws = createRedraws(bot.db)
    const [one] = await redraws.ready(bot.clock.now(), 10)
    if (one) await redraws.take(one.id, bot.clock.now(), 4_000)
    await redrawAll()
    expect(drawn).toEqual([])

    bot.clock.pass(5_000)
    await redrawAll()
    expect(drawn).toHaveLength(1)
  })

  it('is drawn once more where something becomes of it while it is drawn', async () => {
    await arrives()
    await confirmed()
    const redraws = createRedraws(bot.db)
    const [one] = await redraws.ready(bot.clock.now(), 10)
    const taken = one && (await redraws.take(one.id, bot.clock.now(), 4_000))
    if (!taken) throw new Error('nothing is to be drawn')
    await bot.db
      .updateTable('redraws')
      .set(({ eb }) => ({ asked: eb('asked', '+', 1) }))
      .execute()
    await redraws.settled(taken, 'an earlier state')

    await redrawAll()
    expect(drawn).toHaveLength(1)
  })

  it('is drawn once, as it stands now, where something becomes of it before it is drawn', async () => {
    await arrives()
    await confirmed()
    const logged: string[] = []
    const log = { ...silentLog, error: (event: string) => void logged.push(event) }
    const asksAgain = async (said: Parameters<typeof bot.asItStands>[0]) => {
      await bot.db
        .updateTable('redraws')
        .set(({ eb }) => ({ asked: eb('asked', '+', 1) }))
        .execute()
      return bot.asItStands(said)
    }
    const redraw = createRedraw({ ...parts(), log, asItStands: asksAgain })
    for (const { id } of await createRedraws(bot.db).ready(bot.clock.now(), 100)) await redraw(id)
    expect(drawn).toEqual([])

    await redrawAll()
    expect(drawn).toHaveLength(1)
    expect(logged).toEqual([])
  })

  it.each([
    ['gone', new UndeliverableError('message_not_found')],
    ['in a conversation that is lost', new TooFastError(1_000, { thisPersonAlone: true, elsewhere: 'is_archived' })],
  ])('that is %s is left alone, and nobody hears of it', async (_, error) => {
    await arrives()
    await confirmed()
    const said = (await bot.said()).length
    refusing = error
    await redrawAll()

    expect(await pending()).toEqual([])
    expect(await bot.said()).toHaveLength(said)
  })

  it.each([
    ['asks to wait', new TooFastError(30_000), 30_000],
    ['is away', new Error('503'), 60_000],
  ])('is drawn later where the platform %s', async (_, error, passedMs) => {
    await arrives()
    await confirmed()
    refusing = error
    await redrawAll()
    refusing = undefined
    await redrawAll()
    expect(drawn).toEqual([])

    bot.clock.pass(passedMs)
    await redrawAll()
    expect(drawn).toHaveLength(1)
  })

  it('is left as it is in an account that is no longer theirs', async () => {
    await arrives()
    await bot.db.updateTable('accounts').set({ removed_at: bot.clock.now() }).execute()
    await confirmed()
    await redrawAll()

    expect([drawn, await pending()]).toEqual([[], []])
  })

  it('is no message: not on a page, not late, not next to be sent, and after all that is', async () => {
    await arrives()
    const before = (await createInbox(bot.db).messagesFor('social-worker' as PersonId)).length
    await confirmed()

    expect(await createInbox(bot.db).messagesFor('social-worker' as PersonId)).toHaveLength(before)
    expect(await createDue(bot.db).late(bot.clock.now(), 0)).toMatchObject({ messages: 0 })
    const found = await sendableMessages(parts())()
    expect(found.at(-1)).toMatchObject({ redraw: true, urgent: false, platform: 'slack' })
    expect(found.filter(({ redraw }) => redraw)).toHaveLength(1)
  })

  it.each([
    ['reported', 'reported it to the front door', 'A risk to a child has been reported'],
    ['taken back', 'took it back', 'A concern about a child was taken back'],
  ])('of a danger that was %s shows that, to everybody who was told and to its writer', async (how, words, title) => {
    await linked(bot.db, slackAccount('U-P'), 'practitioner')
    await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })
    for (const person of ['social-worker', 'practitioner']) await arrives(person)
    bot.clock.pass(60_000)
    const { concern } = await bot.last('risk-unreported')
    const reporting = { reportedTo: 'front-door', reportedAt: 'today 10:30' }
    if (how === 'reported') went(await bot.fillIn('iro', { ask: 'open-report-concern', concern }, reporting))
    else went(await bot.ask('practitioner', { ask: 'take-back-concern', concern }))
    await redrawAll()

    const shown = drawn.map(({ card }) => JSON.stringify(card)).filter((card) => card.includes(words))
    expect(shown).toHaveLength(2)
    expect(drawn.map((one) => one.card.title).some((one) => one.startsWith(title))).toBe(true)
    for (const card of shown) expect(card).not.toMatch(/open-report-concern|open-take-back-concern|"urgent"/)
  })

  it('of a danger says who else has been told since', async () => {
    await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })
    await arrives()
    bot.clock.pass(30 * 60_000)
    await bot.ring()
    await redrawAll()

    const [danger] = drawn.filter(({ card }) => card.urgent)
    expect(JSON.stringify(danger?.card.body)).toMatch(/Also told: Imogen Rooke \(IRO\).*Teresa Malone/)
  })

  it('says so when nothing is left to press', async () => {
    await arrives()
    const [said] = await toSocialWorker()
    await confirmed()
    const card = said?.card as Card
    const alone = { ...card, buttons: card.buttons.slice(0, 1) }
    const stands = await bot.asItStands({ to: 'social-worker' as PersonId, card: alone, settled: {} })

    expect(stands.buttons).toEqual([])
    expect(JSON.stringify(stands.body.at(-1))).toContain(nothingLeft)
  })
})
