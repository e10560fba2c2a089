/** One thread a case: the first message about it is the root and is kept as the case stands, what follows are replies. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { createRedraws } from '../../adapters/postgres/outbox/redraws.ts'
import { createSaidCards } from '../../adapters/postgres/outbox/said-cards.ts'
import { createThreads } from '../../adapters/postgres/outbox/threads.ts'
import { createCircuits } from '../../jobs/circuits.ts'
import { createDeliver } from '../../jobs/deliver.ts'
import { createRedraw } from '../../jobs/redraw.ts'
import { createCaseAsItStands } from '../../src/case-as-it-stands.ts'
import type { Card } from '../../src/display/card.ts'
import type { CaseId, MessageId, PersonId } from '../../src/ids.ts'
import type { Account } from '../../src/ports/accounts.ts'
import type { Messenger, Receipt, Under } from '../../src/ports/messenger.ts'
import { ThreadGoneError, UndeliverableError } from '../../src/ports/messenger-errors.ts'
import { createWhatWaits } from '../../src/what-waits.ts'
import { linked } from '../support/accounts.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aConfirmation } from '../support/builders.ts'
import { silentLog } from '../support/silent-log.ts'
import { raised, went } from '../support/stages.ts'
import { slackAccount } from '../support/tiny-messenger.ts'

type Posted = { readonly to: Account; readonly card: Card; readonly under?: Under | undefined; readonly id: string }

let bot: Bot
let stuck: CaseId
let posts: Posted[]
let drawn: { readonly lies: Receipt; readonly card: Card }[]
let looked: (Receipt | undefined)[]
let gone: ReadonlySet<string>
let lost: boolean

beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  stuck = await raised(bot)
  ;[posts, drawn, looked, gone, lost] = [[], [], [], new Set(), false]
})
afterAll(() => bot.close())

const slack: Messenger = {
  threads: true,
  serves: () => Promise.resolve(true),
  accountOf: () => Promise.resolve(undefined),
  post(to, card, id, _, under) {
    if (under && gone.has(under.root.message)) return Promise.reject(new ThreadGoneError('gone'))
    posts.push({ to, card, under, id })
    return lost ? Promise.reject(new Error('500')) : Promise.resolve(lies(to, id))
  },
  find(to, id, _, root) {
    looked.push(root)
    return Promise.resolve(posts.some((post) => post.id === id) ? lies(to, id) : 'no')
  },
  redraw(_, where, card) {
    if (gone.has(where.message)) return Promise.reject(new UndeliverableError('message_not_found'))
    drawn.push({ lies: where, card })
    return Promise.resolve()
  },
}
const lies = (to: Account, id: string): Receipt => ({ way: 'slack', conversation: `D-${to.user}`, message: id })

function jobs() {
  const trying = { store: bot.store, clock: bot.clock, partnership: bot.inForce, newId: randomUUID }
  const parts = {
    outbox: createOutbox(bot.db),
    redraws: createRedraws(bot.db),
    messengers: { slack },
    circuits: createCircuits(bot.clock),
    workingMoment: (at: Date) => at,
    asItStands: bot.asItStands,
    threading: {
      threads: createThreads(bot.db),
      caseAsItStands: createCaseAsItStands({
        ...trying,
        whatWaits: createWhatWaits({ ...trying, cards: createSaidCards(bot.db) }),
      }),
    },
    clock: bot.clock,
    log: silentLog,
    callTimeoutMs: 5_000,
  }
  const redraw = createRedraw(parts)
  const { deliver } = createDeliver({
    ...parts,
    redraw,
    placeOf: (person) => Promise.resolve({ account: slackAccount(person), messenger: slack }),
    stillTrue: () => Promise.resolve(true),
    tellUndelivered: () => Promise.resolve(),
    tellAtFault: () => Promise.resolve(),
    closeAccount: () => Promise.resolve(),
  })
  return { deliver, redraw }
}

/** What waits for this person is sent, in its order; what lies with them is drawn again. */
async function sent(person: string): Promise<readonly Posted[]> {
  if ((await bot.db.selectFrom('accounts').select('id').where('person', '=', person).execute()).length === 0)
    await linked(bot.db, slackAccount(person), person)
  const { deliver, redraw } = jobs()
  const waiting = bot.db.selectFrom('outbox').select('id').where('person', '=', person).where('state', '=', 'waiting')
  const before = posts.length
  for (const { id } of await waiting.where('not_before', '<=', bot.clock.now()).orderBy('seq').execute())
    await deliver(id as MessageId)
  for (const { id } of await createRedraws(bot.db).ready(bot.clock.now(), 100)) await redraw(id)
  return posts.slice(before)
}

const about = async (key: string, to: string, card: Card, urgent = false): Promise<void> => {
  await bot.store.transact({ at: bot.clock.now() }, (tx) =>
    tx.say({
      ...{ key, to: to as PersonId, meantFor: to as PersonId, card, urgent, notBefore: bot.clock.now() },
      about: { subject: 'case', id: stuck },
    }),
  )
}
const plain: Card = { kind: 'card', title: 'Something was noted', body: [], buttons: [] }
const asking: Card = {
  ...plain,
  title: 'Please confirm',
  buttons: [{ label: 'Confirm', ask: { ask: 'open-confirm-case', case: '' as CaseId } }],
}
const confirmed = async (): Promise<void> => {
  bot.clock.pass(60_000)
  went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation))
}
const wordsOf = (card: Card | undefined): string => JSON.stringify(card ?? '')
const roots = () => bot.db.selectFrom('threads').selectAll().where('case_id', '=', stuck).execute()

describe('the first message about a case', () => {
  it('is the root, and says how the case stands beside what it asks', async () => {
    const [first] = await sent('social-worker')
    expect(first?.under).toBeUndefined()
    expect(wordsOf(first?.card)).toMatch(/[A-Z0-9]{3}-[A-Z0-9]{3} as it stands\. Step 2 of 6: confirmed\. Waits for /)
    expect(first?.card.buttons.map(({ ask }) => ask.ask)).toEqual(
      expect.arrayContaining(['open-confirm-case', 'open-case']),
    )
    expect(await roots()).toMatchObject([{ person: 'social-worker', root: first?.id }])
    expect(drawn).toEqual([])
  })

  it('is drawn again as the case moves: its name in place of what was asked, the step, and no press that is over', async () => {
    const [first] = await sent('social-worker')
    await confirmed()
    await bot.ring()
    await sent('social-worker')
    const { card, lies: where } = drawn.at(-1) ?? {}
    expect(where?.message).toBe(first?.id)
    expect(card?.title).toMatch(/ as it stands$/)
    expect(wordsOf(card)).toContain('Step 3 of 6: views. 0 of ')
    expect(card?.buttons.map(({ ask }) => ask.ask)).not.toContain('open-confirm-case')
  })

  it('says what was said later and waits for them, with its one press', async () => {
    await confirmed()
    await about('noted', 'health-lead', plain)
    const [first] = await sent('health-lead')
    expect(wordsOf(first?.card)).toContain('Nothing in this case waits for an answer from you.')
    expect(first?.card.buttons.map(({ ask }) => ask.ask)).toEqual(['open-case'])
    await bot.ring()
    const [asked] = await sent('health-lead')
    expect(asked?.under).toMatchObject({ root: { message: first?.id }, broadcast: true })
    const { card, lies: where } = drawn.at(-1) ?? {}
    expect(where?.message).toBe(first?.id)
    expect(card?.body.filter(({ block }) => block === 'row')).toMatchObject([
      { button: { ask: { ask: 'open-input' } } },
    ])
  })

  it('says to somebody who takes part no longer that they do not', async () => {
    await sent('social-worker')
    await bot.db.updateTable('cases').set({ social_worker: 'deputy-social-worker' }).where('id', '=', stuck).execute()
    await bot.db.updateTable('parts').set({ until: bot.clock.now() }).where('person', '=', 'social-worker').execute()
    bot.clock.pass(60_000)
    await bot.store.transact({ at: bot.clock.now() }, (tx) => tx.record({ fact: 'case-closed', case: stuck }))
    await sent('social-worker')
    expect(wordsOf(drawn.at(-1)?.card)).toContain('You no longer take part in this case.')
  })
})

describe('what follows', () => {
  it('is a reply, and is said in the conversation as well only where it asks for an answer or is urgent', async () => {
    const [first] = await sent('social-worker')
    await about('noted', 'social-worker', plain)
    await about('asked', 'social-worker', {
      ...asking,
      buttons: [{ label: 'Confirm', ask: { ask: 'open-confirm-case', case: stuck } }],
    })
    await about('danger', 'social-worker', plain, true)
    const replies = await sent('social-worker')
    expect(replies.map(({ under }) => under?.root.message)).toEqual([first?.id, first?.id, first?.id])
    expect(replies.map(({ under }) => under?.broadcast)).toEqual([false, true, true])
    expect(replies.map(({ card }) => card.title)).toEqual([
      'Something was noted',
      'Please confirm',
      'Something was noted',
    ])
  })

  it('is a root of its own in another account, where the first does not lie', async () => {
    await sent('social-worker')
    expect(
      await createThreads(bot.db).of(
        { to: 'social-worker' as PersonId, about: { subject: 'case', id: stuck } },
        slackAccount('elsewhere'),
      ),
    ).toEqual({ case: stuck })
  })

  it('begins another thread where the root is gone, found as it is posted or as the root is drawn again', async () => {
    const [first] = await sent('social-worker')
    gone = new Set([first?.id ?? ''])
    await about('noted', 'social-worker', plain)
    expect(await sent('social-worker')).toEqual([])
    const [second] = await sent('social-worker')
    expect(second?.under).toBeUndefined()
    expect(await roots()).toMatchObject([{ root: second?.id }])

    gone = new Set([second?.id ?? ''])
    await confirmed()
    await sent('social-worker')
    const now = await roots()
    expect(now.filter(({ person, root }) => person === 'social-worker' && root === second?.id)).toEqual([])
  })

  it('is looked for among the replies after an attempt of which nobody knows how it ended, and not posted twice', async () => {
    const [first] = await sent('social-worker')
    await about('noted', 'social-worker', plain)
    lost = true
    await sent('social-worker')
    lost = false
    bot.clock.pass(600_000)
    expect(await sent('social-worker')).toEqual([])
    expect(looked).toMatchObject([{ message: first?.id }])
    const { state } = await bot.db
      .selectFrom('outbox')
      .select('state')
      .where('key', '=', 'noted')
      .executeTakeFirstOrThrow()
    expect(state).toBe('sent')
  })
})

it('a message about no case is in no thread', async () => {
  const threads = createThreads(bot.db)
  const to = 'social-worker' as PersonId
  expect(await threads.of({ to, about: { subject: 'person', id: to } }, slackAccount(to))).toBeUndefined()
})
