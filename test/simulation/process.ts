/** A process of the product: the real parts, wired as in bin/wiring/compose.ts, whose every call of a port waits at a gate. */
import { createAccounts } from '../../adapters/postgres/accounts/accounts.ts'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { createRedraws } from '../../adapters/postgres/outbox/redraws.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { createCircuits } from '../../jobs/circuits.ts'
import { createDeliver } from '../../jobs/deliver.ts'
import { createFindPlace } from '../../jobs/place.ts'
import { createRedraw } from '../../jobs/redraw.ts'
import { startRelay } from '../../jobs/relay.ts'
import { sendAll } from '../../jobs/send-all.ts'
import { sendableMessages } from '../../jobs/sendable.ts'
import { startWakes } from '../../jobs/wakes.ts'
import { createAnswer } from '../../src/answer.ts'
import { createAsItStands } from '../../src/as-it-stands.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { nextWorkingMoment } from '../../src/calendar/working-hours.ts'
import { partnershipChanged } from '../../src/handovers/partnership-changed.ts'
import { stillHolds } from '../../src/people/admission.ts'
import type { PeopleNeeds } from '../../src/people/needs.ts'
import { tellAtFault } from '../../src/people/tell-at-fault.ts'
import { tellUndelivered } from '../../src/people/tell-undelivered.ts'
import type { AnswerAsk } from '../../src/ports/answer-ask.ts'
import { createStillTrue } from '../../src/say-instead.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import type { World as Moments } from '../../src/ports/world.ts'
import { createRing } from '../../src/wake.ts'
import { createWouldRefuse } from '../../src/would-refuse.ts'
import { silentLog } from '../support/silent-log.ts'
import type { Living } from './gates.ts'
import { callTimeoutMs } from './platform.ts'
import type { World } from './world.ts'

export type Process = Living & {
  readonly answer: AnswerAsk
  /** What its timers do every few seconds; a round that could find nothing is left out. */
  readonly tick: (due: Due) => void
  readonly stop: () => void
}

/** Whether there is anything to ring, or to send. */
export type Due = { readonly wakes: boolean; readonly messages: boolean }

/** Never by themselves: the life decides when. */
const never = 2 ** 31 - 1
const atOnce = 8

/**
 * A look-up names a moment of real time, by which no time passes here: it is read back as it is asked, since our clock may
 * move on while the call waits for its turn.
 */
const inOurTime = (messenger: Messenger, clock: Clock): Messenger => ({
  ...messenger,
  find: (to, marker, since) =>
    messenger.find(to, marker, new Date(since.getTime() + clock.now().getTime() - Date.now())),
})

export function startProcess(name: string, world: World): Process {
  const { db, clock, gates, chance, queue, seals } = world
  const living: Living = { name, dead: false }
  const gated = <Port extends object>(called: string, port: Port): Port => gates.gated(living, called, port)
  const log = silentLog
  const newId = (): string => chance.uuid()
  const partnership = world.partnership
  const real = createStore({ db, seals, committed: () => undefined, version: () => undefined })
  const store = gated('store', {
    ...real,
    /** Looked at before anybody else's turn comes, so that what a person is to a thing has not changed. */
    answerOnce: async (...asked: Parameters<typeof real.answerOnce>) => {
      const answer = await real.answerOnce(...asked)
      if (asked[0].by) await world.overhear(asked[0].by, answer)
      return answer
    },
  })
  const outbox = gated('outbox', createOutbox(db))
  const accounts = gated('accounts', createAccounts(db, clock))
  const messengers = {
    slack: inOurTime(gated('slack', world.platforms.slack), clock),
    teams: inOurTime(gated('teams', world.platforms.teams), clock),
    email: inOurTime(gated('email', world.platforms.email), clock),
  }
  const workingMoment = (at: Date): Date => {
    const { workingHours, closedDays } = partnership()
    return nextWorkingMoment(at, workingHours, workingCalendar(closedDays))
  }
  const telling = async (tell: (moment: Moments<PeopleNeeds>) => Promise<void>) => {
    const [now, stands] = [clock.now(), partnership()]
    const calendar = workingCalendar(stands.closedDays)
    await store.transact({ at: now }, (tx) => tell({ tx, now, partnership: stands, calendar, newId }))
  }
  const circuits = createCircuits(clock)
  const redraws = gated('redraws', createRedraws(db))
  // Each try is a look of its own: together they take their turn as one.
  const { stands } = gated('stands', {
    stands: createAsItStands({
      wouldRefuse: createWouldRefuse({ store: real, clock, partnership, newId }),
      partnership,
    }),
  })
  const redraw = createRedraw({ redraws, messengers, asItStands: stands, clock, log, callTimeoutMs })
  const stillTrue = createStillTrue({ store, clock, partnership, newId })
  const delivering = createDeliver({
    ...{ outbox, circuits, clock, log, callTimeoutMs, workingMoment, redraw, asItStands: stands },
    placeOf: createFindPlace({
      accounts,
      messengers,
      stillHolds: (holding) => stillHolds(partnership(), holding),
      pages: false,
    }),
    async stillTrue(message) {
      const says = await stillTrue(message)
      if (says) await gates.pass(living, 'witness', () => world.witness(message))
      return says
    },
    tellUndelivered: (message, code) => telling((moment) => tellUndelivered(moment, message, code)),
    tellAtFault: (where, code) => telling((moment) => tellAtFault(moment, where, code)),
    async closeAccount(account) {
      await store.transact({ at: clock.now() }, (tx) => tx.loseAccounts(account))
    },
  })
  const sendable = sendableMessages({ outbox, redraws, messengers, circuits, workingMoment, clock })
  const gatedQueue = gated('queue', queue)
  const relay = startRelay({
    ...{
      sendable,
      queues: { add: (messages) => (messages.length > 0 ? gatedQueue.add(messages) : Promise.resolve()) },
      log,
      everyMs: never,
    },
    sendHere: (messages) => sendAll(messages, delivering),
  })
  const ringNext = createRing({ store, partnership, nudges: 'live', newId })
  const wakes = startWakes({ ringNext, clock, log, everyMs: never })
  let inHand = 0

  function work(): void {
    while (!living.dead && inHand < atOnce) {
      const id = queue.next()
      if (!id) return
      inHand++
      void delivering
        .deliver(id)
        .then((some) => some && relay.poke())
        .catch(() => undefined)
        .finally(() => {
          inHand--
          work()
        })
    }
  }

  queue.workers.add(work)
  void store.transact({ at: clock.now() }, (tx) => partnershipChanged({ tx, now: clock.now() })).catch(() => undefined)
  return Object.assign(living, {
    answer: createAnswer({ store, clock, partnership, newId }),
    tick(due: Due) {
      if (due.wakes) wakes.poke()
      if (due.messages) relay.poke()
      work()
    },
    stop() {
      living.dead = true
      queue.workers.delete(work)
      void wakes.stop()
      void relay.stop()
    },
  })
}
