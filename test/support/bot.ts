/**
 * The whole bot without a platform: asks go in at its door, on a real database and a clock that stands still until it is
 * moved, and what it said is read from the outbox.
 */
import { randomUUID } from 'node:crypto'
import { openQuickly } from './quick-database.ts'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import { createSaidCards } from '../../adapters/postgres/outbox/said-cards.ts'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { createAnswer } from '../../src/answer.ts'
import { createAsItStands } from '../../src/as-it-stands.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { Card } from '../../src/display/card.ts'
import { PersonId } from '../../src/ids.ts'
import type { AllNeeds } from '../../src/needs.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { createLookUpOptions } from '../../src/look-up-options.ts'
import type { AnswerAsk } from '../../src/ports/answer-ask.ts'
import type { LookUpOptions } from '../../src/ports/look-up-options.ts'
import type { World } from '../../src/ports/world.ts'
import { Fact, type Ask } from '../../src/vocabulary.ts'
import { createRing } from '../../src/wake.ts'
import { createWhatWaits } from '../../src/what-waits.ts'
import { createWouldRefuse } from '../../src/would-refuse.ts'
import { demonstration, formOf, type Given } from './builders.ts'
import { putChild, type GivenChild } from './children.ts'
import { freshDatabase } from './database.ts'
import { keepStages } from './kept-stages.ts'
import { manualClock } from './manual-clock.ts'

type Starting = {
  readonly at?: string
  readonly partnership?: Partnership
  /** One child of the social worker, where nothing is said. */
  readonly children?: readonly GivenChild[]
  /** Given where what is drawn has to be the same in every run. */
  readonly newId?: () => string
}

export type Bot = Awaited<ReturnType<typeof startBot>>

export type Said = {
  readonly key: string
  readonly to: string
  readonly card: Card
  readonly state: string
  readonly notBefore: Date
  readonly urgent: boolean
}

type Line = { readonly by: string | null; readonly at: Date }
type Logged = Fact & Line
type LoggedAs<Kind extends Fact['fact']> = Extract<Fact, { fact: Kind }> & Line

/** A Monday in working hours, unless another moment is given. */
export async function startBot(starting: Starting = {}) {
  const { at = '2026-09-07T09:30:00Z', partnership = demonstration, children = [{}], newId = randomUUID } = starting
  const { url, drop } = await freshDatabase()
  const { db, close } = openQuickly(url, 6)
  const seals = sealsOf(createVault('5e'.repeat(32)))
  const clock = manualClock(at)
  const store = createStore({ db, seals, committed: () => undefined })
  const outbox = createOutbox(db)
  const due = createDue(db)
  const inForce = { partnership }
  const trying = { store, clock, newId, partnership: () => inForce.partnership }
  const whatWaits = createWhatWaits({ ...trying, cards: createSaidCards(db) })
  const answer: AnswerAsk = (asking) => createAnswer({ ...trying, whatWaits })(asking)
  const lookUp: LookUpOptions = (asked) => createLookUpOptions(trying)(asked)
  const ringNext = (moment: Date) =>
    createRing({ store, nudges: 'live', newId, partnership: () => inForce.partnership })(moment)
  for (const child of children) await putChild(db, seals, child)
  const stages = await keepStages(db, clock)
  const asStarted = JSON.stringify(partnership)

  /** As it was at the start: faster than a database for each test. */
  async function startOver(): Promise<void> {
    await stages.startOver()
    inForce.partnership = partnership
  }

  /** What `live` makes of a bot that stands as at its start; the same name, the same living. */
  const reach = <Result>(name: string, live: () => Promise<Result>): Promise<Result> =>
    JSON.stringify(inForce.partnership) === asStarted && newId === randomUUID ? stages.reach(name, live) : live()

  const ask = (by: string, asked: Ask, given: Given = {}, once?: string): Promise<Answer> =>
    answer({ ask: asked, by: PersonId.parse(by), form: formOf(given), ...(once && { once }) })

  /** Opens a form as a person does, changes what it holds, and sends it. */
  async function fillIn(by: string, opening: Ask, given: Given, once?: string): Promise<Answer> {
    const form = await ask(by, opening)
    if (form.kind !== 'form') return form
    return answer({
      ask: form.submit.ask,
      by: PersonId.parse(by),
      form: { ...form.values, ...formOf(given) },
      ...(once && { once }),
    })
  }

  async function ring(): Promise<void> {
    while (await ringNext(clock.now())) continue
  }

  /** Everything that may be sent now arrives. */
  async function deliver(): Promise<void> {
    for (let ready = await outbox.ready(clock.now(), 100); ready.length > 0;) {
      for (const { id } of ready) {
        const taken = await outbox.take(id, clock.now(), 60_000)
        if (taken) await outbox.sent(taken, { way: 'web', conversation: 'inbox', message: taken.id }, clock.now())
      }
      ready = await outbox.ready(clock.now(), 100)
    }
  }

  /** Lives through the time until then: whatever falls due is rung and sent at its own moment. */
  async function until(moment: string): Promise<void> {
    const end = new Date(moment)
    for (;;) {
      await ring()
      await deliver()
      const next = await due.nextMoment(clock.now(), end)
      if (!next) break
      clock.moveTo(next)
    }
    clock.moveTo(end)
  }

  async function facts(): Promise<readonly Logged[]> {
    const rows = await db.selectFrom('facts').select(['fact', 'data', 'by', 'at']).orderBy('seq').execute()
    return rows.map(({ fact, data, by, at }) => ({ ...Fact.parse({ ...(data as object), fact }), by, at }))
  }

  /** The last fact of this kind; throws when there is none. */
  async function last<Kind extends Fact['fact']>(kind: Kind): Promise<Extract<Fact, { fact: Kind }>> {
    const found = (await facts()).findLast((fact): fact is LoggedAs<Kind> => fact.fact === kind)
    if (!found) throw new Error(`no fact ${kind}`)
    return found
  }

  /** Everything that was said, also what was taken back, in the order of its saying. */
  async function said(to?: string): Promise<readonly Said[]> {
    const rows = await db.selectFrom('outbox').selectAll().orderBy('seq').execute()
    return rows
      .map((row) => ({
        key: row.key,
        to: row.person,
        card: row.card as Card,
        state: row.state,
        notBefore: row.not_before,
        urgent: row.urgent,
      }))
      .filter((message) => to === undefined || message.to === to)
  }

  return {
    url,
    store,
    ask,
    answer,
    lookUp,
    fillIn,
    partnership,
    ring,
    /** The wake that is due first, and no other. */
    ringOnce: () => ringNext(clock.now()),
    deliver,
    until,
    clock,
    facts,
    last,
    /** A card that was said, as it stands now. */
    asItStands: createAsItStands({
      wouldRefuse: createWouldRefuse(trying),
      partnership: () => inForce.partnership,
    }),
    /** What stands now, as the sender of the messages asks. */
    look: <Found>(find: (moment: Pick<World<AllNeeds>, 'tx' | 'now' | 'partnership'>) => Promise<Found>) =>
      store.look(clock.now(), (tx) => find({ tx, now: clock.now(), ...inForce })),
    factNames: async () => (await facts()).map(({ fact }) => fact),
    said,
    titles: async (to?: string) => (await said(to)).map(({ card }) => card.title),
    wakes: async () => await db.selectFrom('wakes').select(['wake', 'due']).orderBy('due').execute(),
    startOver,
    reach,
    inForce: () => inForce.partnership,
    /** Another version of the partnership is in force from now on. */
    applies(next: Partnership) {
      inForce.partnership = next
    },
    put: (child: GivenChild) => putChild(db, seals, child),
    db,
    async close() {
      await close()
      await drop()
    },
  }
}
