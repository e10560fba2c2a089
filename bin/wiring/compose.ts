/** Wires every adapter to the doors of src. Read from top to bottom, it is the whole product. */
import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { createDrafts, forgettingDrafts } from '../../adapters/postgres/drafts.ts'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import { forgettingAnswered } from '../../adapters/postgres/transaction/forget-answered.ts'
import { createInbox } from '../../adapters/postgres/outbox/inbox.ts'
import { createSaidCards } from '../../adapters/postgres/outbox/said-cards.ts'
import { createThreads } from '../../adapters/postgres/outbox/threads.ts'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { createRedraws } from '../../adapters/postgres/outbox/redraws.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import type { MailNeeds } from '../../adapters/mail/mail.ts'
import { openQueues } from '../../jobs/queues.ts'
import { startWorker, type Worker } from '../../jobs/worker.ts'
import { createAnswer } from '../../src/answer.ts'
import { createCaseAsItStands } from '../../src/case-as-it-stands.ts'
import { createAsItStands } from '../../src/as-it-stands.ts'
import { createAsTheyStand } from '../../src/as-they-stand.ts'
import { numbersToTry } from '../../src/cases/numbers-to-try.ts'
import { dayMs } from '../../src/calendar/durations.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { nextWorkingMoment } from '../../src/calendar/working-hours.ts'
import { partnershipChanged } from '../../src/handovers/partnership-changed.ts'
import { stillHolds } from '../../src/people/admission.ts'
import type { PeopleNeeds } from '../../src/people/needs.ts'
import { noteUnannounced, pageOpened } from '../../src/people/on-a-page.ts'
import { tellAtFault } from '../../src/people/tell-at-fault.ts'
import { tellUndelivered } from '../../src/people/tell-undelivered.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { MessageId, PersonId } from '../../src/ids.ts'
import type { AllNeeds } from '../../src/needs.ts'
import type { Store } from '../../src/ports/store.ts'
import type { World } from '../../src/ports/world.ts'
import { createStillTrue } from '../../src/say-instead.ts'
import { createRing } from '../../src/wake.ts'
import { createLookUpOptions } from '../../src/look-up-options.ts'
import { createWhatWaits } from '../../src/what-waits.ts'
import { createWouldRefuse } from '../../src/would-refuse.ts'
import { answerEvenly } from './answer-evenly.ts'
import { answerInSteps } from './answer-in-steps.ts'
import { doorsOf } from './doors.ts'
import { meetingLinksOf } from './meeting-links.ts'
import { readyOf } from './ready.ts'
import type { Resources } from './resources.ts'
import { routes } from './routes.ts'
import { slackOf } from './slack.ts'
import { teamsOf } from './teams.ts'
import { vaultOf } from './vault-of.ts'
import { sessionPages } from './session-pages.ts'
import { workspacePages } from './workspace-pages.ts'

export type Product = {
  readonly listener: RequestListener
  /** Lets what is in hand end, then closes what was opened here. */
  drain(): Promise<void>
}

export async function compose(world: Resources): Promise<Product> {
  const { config, log, partnership, opened: database, clock } = world
  const { db } = database
  let worker: Worker | undefined
  const seals = sealsOf(vaultOf(world))
  const store = createStore({ db, seals, committed: () => worker?.poke(), version: () => partnership().version })
  const newId = () => randomUUID()
  const doors = doorsOf({ db, store, partnership, clock, newId, log, mail: config.mail !== undefined })
  const { accounts } = doors
  const due = createDue(db)
  const outbox = createOutbox(db)
  const redraws = createRedraws(db)
  const trying = { store, clock, partnership, newId }
  const standing = { wouldRefuse: createWouldRefuse(trying), partnership }
  const asItStands = createAsItStands(standing)
  const whatWaits = createWhatWaits({ ...trying, cards: createSaidCards(db) })
  const inbox = { ...createInbox(db), asTheyStand: createAsTheyStand(standing), whatWaits }
  const drafts = createDrafts(db, { clock, seals })
  const answer = answerInSteps(answerEvenly(createAnswer({ ...trying, whatWaits })), drafts)
  const queues = openQueues({
    ...(config.redisUrl && { redisUrl: config.redisUrl }),
    databaseUrl: world.databaseUrl,
    log,
  })
  const lookUp = createLookUpOptions({ store, clock, partnership, newId })
  const slack = config.slack && (await slackOf(config.slack, world, doors, { answer, lookUp }))
  if (config.role !== 'worker') slack?.start()

  const mail =
    config.mail && (await mailOf({ ...config.mail, publicUrl: config.publicUrl, partnership, accounts, log }))
  const teams = await teamsOf(world, doors, { answer, lookUp, mail, asItStands })

  const telling = async (tell: (moment: World<PeopleNeeds>) => Promise<void>) => {
    const [now, stands] = [clock.now(), partnership()]
    const calendar = workingCalendar(stands.closedDays)
    await store.transact({ at: now }, (tx) => tell({ tx, now, partnership: stands, calendar, newId }))
  }
  if (config.role !== 'web')
    worker = startWorker({
      queues,
      accounts,
      stillHolds: (holding) => stillHolds(partnership(), holding),
      messengers: {
        ...(slack && { slack: slack.messenger }),
        ...(teams && { teams: teams.messenger }),
        ...(mail && { email: mail.messenger }),
      },
      pages: world.movable !== undefined,
      outbox,
      redraws,
      asItStands,
      threading: { threads: createThreads(db), caseAsItStands: createCaseAsItStands({ ...trying, whatWaits }) },
      late: (...when) => due.late(...when),
      forgetAnswered: forgettingAnswered(db),
      forgetDrafts: forgettingDrafts(db),
      ringNext: createRing({ store, partnership, nudges: config.nudges, newId }),
      stillTrue: createStillTrue({ store, clock, partnership, newId }),
      tellUndelivered: (message, code) => telling((moment) => tellUndelivered(moment, message, code)),
      // Without a chat the local workspace is where everybody is, and it lists who has new messages.
      ...((slack ?? teams) && {
        noteUnannounced: ({ to }: { to: PersonId }) => telling((moment) => noteUnannounced(moment, to)),
      }),
      tellAtFault: (where, code) => telling((moment) => tellAtFault(moment, where, code)),
      closeAccount: (account) => doors.left(account),
      ...(config.graph && {
        meetingLinks: meetingLinksOf(config.graph, { store, clock, partnership, newId }),
      }),
      workingMoment(at) {
        const { workingHours, closedDays } = partnership()
        return nextWorkingMoment(at, workingHours, workingCalendar(closedDays))
      },
      clock,
      log,
    })

  if (worker) await checkHandoversSoon(store, clock)

  const signIn = mail && { mail, doors, drafts }
  const opened = (person: PersonId, messages: readonly MessageId[]) =>
    telling((moment) => pageOpened(moment, person, messages))
  const toTry = () => store.look(clock.now(), (tx) => numbersToTry({ tx, partnership: partnership() }))
  const pages =
    world.movable && worker
      ? workspacePages(world, world.movable, {
          answer,
          inbox,
          opened,
          drafts,
          due,
          worker,
          signIn,
          numbersToTry: toTry,
        })
      : signIn
        ? sessionPages(world, signIn, { answer, inbox, opened })
        : []
  return {
    listener: routes({
      probes: {
        ready: readyOf(world, worker && queues),
        status: async () => ({
          platforms: {
            slack: slack?.status() ?? 'off',
            teams: teams?.status() ?? 'off',
            mail: mail?.status() ?? 'off',
          },
          outboxAgeSeconds: await outbox.ageSeconds(clock.now()),
          undeliverableThisWeek: await outbox.undeliverableSince(new Date(clock.now().getTime() - weekMs)),
          onPagesNotOpened: await outbox.lyingOnPages(),
          late: worker ? await worker.late() : 'asked of the workers',
          toPutRight: worker ? worker.faults() : 'asked of the workers',
        }),
      },
      ...(slack && { slack: slack.listener }),
      ...(teams && { teams: teams.listener }),
      pages,
      greeting: 'Unstuck answers in your chat. There are no pages here.',
    }),
    async drain() {
      await slack?.stop()
      if (worker) await worker.stop()
      else await queues.close(() => Promise.resolve())
    },
  }
}

/** The partnership may be another than the one that was in force before. */
const checkHandoversSoon = (store: Store<AllNeeds>, clock: Clock) =>
  store.transact({ at: clock.now() }, (tx) => partnershipChanged({ tx, now: clock.now() }))

const weekMs = 7 * dayMs

/** Loaded only when it is configured. */
async function mailOf(parts: MailNeeds) {
  const { createMail } = await import('../../adapters/mail/mail.ts')
  return createMail(parts)
}
