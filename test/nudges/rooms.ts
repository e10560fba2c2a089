/** The rooms of actions, duties and nudges on a real database, with a clock that stands still until it is moved. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { openQuickly } from '../support/quick-database.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import type { Action } from '../../src/actions/action.ts'
import { agreeAction } from '../../src/actions/agree-action.ts'
import { remindActionOffered } from '../../src/actions/offer-action.ts'
import { remindAgain } from '../../src/duties/remind-again.ts'
import { remindDutyOffered } from '../../src/duties/offer-duty.ts'
import { remindOldDates } from '../../src/duties/remind-old-dates.ts'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import type { Case } from '../../src/cases/case.ts'
import { referenceFrom } from '../../src/children/reference.ts'
import { confirmChildren } from '../../src/duties/confirm-children.ts'
import { done, type Answer } from '../../src/display/answer.ts'
import type { Cleared } from '../../src/display/typed.ts'
import { ActionId, ChildEventId, DutyId, PersonId, type CaseId, type ChildId } from '../../src/ids.ts'
import type { AllNeeds } from '../../src/needs.ts'
import { postDaily } from '../../src/nudges/daily-post.ts'
import type { NudgesMode } from '../../src/nudges/nudge.ts'
import { ringActionRung, ringDutyRung } from '../../src/nudges/ring-rung.ts'
import { reportShadow } from '../../src/nudges/shadow-report.ts'
import type { Partnership, PartnershipPerson } from '../../src/partnership/partnership.ts'
import { personById } from '../../src/people/people.ts'
import type { World } from '../../src/ports/world.ts'
import { stillTrue } from '../../src/still-true.ts'
import { Fact, type Wake } from '../../src/vocabulary.ts'
import { demonstration, formOf, type Given } from '../support/builders.ts'
import { putChild, type GivenChild } from '../support/children.ts'
import { freshDatabase } from '../support/database.ts'
import { emptyAll } from '../support/kept-stages.ts'
import { manualClock } from '../support/manual-clock.ts'

export type Rooms = Awaited<ReturnType<typeof startRooms>>

type Starting = { readonly at: string; readonly partnership?: Partnership; readonly mode?: NudgesMode }
type Promising = { readonly owner: string; readonly due: string; readonly what?: string; readonly case?: Case }

const person = (id: string, partnership = demonstration): PartnershipPerson => {
  const found = personById(partnership, PersonId.parse(id))
  if (!found) throw new Error(`nobody is called ${id}`)
  return found
}

export async function startRooms({ at, partnership = demonstration, mode = 'live' }: Starting) {
  const { url, drop } = await freshDatabase()
  const { db, close } = openQuickly(url, 4)
  const seals = sealsOf(createVault('5e'.repeat(32)))
  const store = createStore({ db, seals, committed: () => undefined })
  const clock = manualClock(at)
  const calendar = workingCalendar(partnership.closedDays)
  /** Read anew at each moment, so that a test may change them. */
  const settings = { mode, partnership, arrives: true }

  const world = (tx: AllNeeds): World<AllNeeds> => ({
    tx,
    now: clock.now(),
    partnership: settings.partnership,
    calendar,
    newId: randomUUID,
  })

  /** A use case, as somebody's ask. */
  const as = (by: string, work: (world: World<AllNeeds>, by: PartnershipPerson) => Promise<Answer>): Promise<Answer> =>
    store.transact({ at: clock.now(), by: PersonId.parse(by) }, (tx) => work(world(tx), person(by, partnership)))

  const look = <Found>(work: (tx: AllNeeds) => Promise<Found>): Promise<Found> => store.look(clock.now(), work)

  async function inCase(given: Partial<Case> = {}, hasIro = true): Promise<Case> {
    const stuck: Case = {
      id: randomUUID() as CaseId,
      ref: referenceFrom(randomUUID()),
      child: randomUUID() as ChildId,
      theme: 'permanence',
      needed: asDay('2026-12-31'),
      state: 'following-up',
      socialWorker: PersonId.parse('social-worker'),
      ...(hasIro && { iro: PersonId.parse('iro') }),
      chair: PersonId.parse('chair'),
      raisedAt: clock.now(),
      raisers: [],
      asked: [],
      policies: partnership.policies,
      ...given,
    }
    await as('chair', async ({ tx }) => (await tx.saveCase(stuck), done('')))
    return stuck
  }

  async function agreed({ owner, due, what = 'Send the report', ...given }: Promising): Promise<Action> {
    const stuck = given.case ?? (await inCase())
    const made: Action[] = []
    await as('chair', async (inside) => {
      const know = 'The panel says that it came' as Cleared
      const whose = { case: stuck, owner: PersonId.parse(owner), what: what as Cleared, know, due: asDay(due) }
      made.push(await agreeAction(inside, whose))
      return done('')
    })
    const [action] = made
    if (!action) throw new Error('nothing was agreed')
    return action
  }

  /** A child of this social worker, confirmed today; its duties by their kind. */
  async function confirmed(given: GivenChild = {}, found: Given = {}): Promise<Readonly<Record<string, DutyId>>> {
    const child = await putChild(db, seals, given)
    const form = formOf({ [`mine-${child}`]: 'yes', [`permanence-${child}`]: 'not-recorded', ...found })
    const by = given.socialWorker ?? 'social-worker'
    const answer = await as(by, (inside, whose) => confirmChildren(inside, whose, form))
    if (answer.kind !== 'done') throw new Error(JSON.stringify(answer))
    const duties = await look((tx) => tx.dutiesOf(child))
    return Object.fromEntries(duties.map(({ kind, id }) => [kind, id]))
  }

  async function ring(): Promise<void> {
    while (await store.ringDue(clock.now(), (tx, wake) => ringOne(world(tx), wake, settings.mode))) continue
    if (settings.arrives) await arrive()
  }

  /** What may go by now is with its person. */
  async function arrive(): Promise<void> {
    await db
      .updateTable('outbox')
      .set({ state: 'sent', settled_at: clock.now(), copies: 1 })
      .where('state', '=', 'waiting')
      .where('key', 'like', 'post-%')
      .where('not_before', '<=', clock.now())
      .where(sql<boolean>`(holds_until is null or holds_until > ${clock.now()})`)
      .execute()
  }

  /** Lives through the time until then: whatever falls due is rung at its own moment. */
  async function until(moment: string): Promise<void> {
    const end = new Date(moment)
    for (;;) {
      await ring()
      const next = await db
        .selectFrom('wakes')
        .select('due')
        .where('due', '>', clock.now())
        .where('due', '<=', end)
        .orderBy('due')
        .executeTakeFirst()
      if (!next) break
      clock.moveTo(next.due)
    }
    clock.moveTo(end)
  }

  /** Routine messages by the key of the day, oldest first. */
  async function posts() {
    const rows = await db.selectFrom('outbox').selectAll().where('key', 'like', 'post-%').orderBy('seq').execute()
    return rows.map((row) => ({ to: row.person, at: row.not_before, card: row.card as { title: string } }))
  }

  /** What was in the posts: day, receiver, and each thing with its rung, in the order of the days. */
  async function table(): Promise<readonly string[]> {
    const rows = await db
      .selectFrom('nudges')
      .select(['posted_on', 'posted_to', 'subject_id', 'rung'])
      .where('posted_on', 'is not', null)
      .orderBy('posted_on')
      .orderBy('posted_to')
      .execute()
    return rows.map((row) => `${row.posted_on} ${row.posted_to} ${nameOf(row.subject_id)} ${row.rung}`)
  }

  const called = new Map<string, string>()
  const nameOf = (id: string) => called.get(id) ?? id

  /** As it was at the start, at this moment: faster than a database for each test. */
  async function startOver(moment = at, inMode = mode): Promise<void> {
    await emptyAll(db)
    clock.moveTo(new Date(moment))
    settings.mode = inMode
    settings.arrives = true
    called.clear()
  }

  return {
    ...{ startOver, db, clock, as, look, inCase, agreed, confirmed, ring, until, posts, table, settings },
    /** What a thing is called in the table. */
    call: (id: string, name: string) => called.set(id, name),
    put: (given: GivenChild) => putChild(db, seals, given),
    async facts(): Promise<readonly Fact[]> {
      const rows = await db.selectFrom('facts').select(['fact', 'data']).orderBy('seq').execute()
      return rows.map(({ fact, data }) => Fact.parse({ ...(data as object), fact }))
    },
    async said(
      to?: string,
    ): Promise<readonly { key: string; to: string; title: string; state: string; card: string }[]> {
      const rows = await db.selectFrom('outbox').selectAll().orderBy('seq').execute()
      return rows
        .map((row) => ({
          key: row.key,
          to: row.person,
          title: (row.card as { title: string }).title,
          state: row.state,
          card: JSON.stringify(row.card),
        }))
        .filter((one) => to === undefined || one.to === to)
    },
    async close() {
      await close()
      await drop()
    },
  }
}

async function ringOne(world: World<AllNeeds>, wake: Wake, mode: NudgesMode): Promise<void> {
  if (wake.wake === 'climb-due') {
    if (wake.climb === 'action-undone') return ringActionRung(world, ActionId.parse(wake.thing))
    if (wake.climb === 'duty-unrecorded') return ringDutyRung(world, DutyId.parse(wake.thing))
    if (wake.climb === 'action-offered') return remindActionOffered(world, ActionId.parse(wake.thing))
    if (wake.climb === 'assessment-again') return remindAgain(world, ChildEventId.parse(wake.thing))
    if (wake.climb === 'dates-old') return remindOldDates(world, PersonId.parse(wake.thing))
    if (wake.climb === 'duty-offered') return remindDutyOffered(world, DutyId.parse(wake.thing))
    // That a case waits to be closed is said by a room that is not here.
    return
  }
  if (wake.wake === 'daily-post') return postDaily(world, wake, mode, (_, message) => stillTrue(world, message))
  if (wake.wake === 'shadow-report') return reportShadow(world, wake)
  throw new Error(`nobody here rings ${wake.wake}`)
}
