/** A return that names another social worker or IRO: the open case and the open duties go with the child. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { settledIn } from '../../adapters/postgres/outbox/settled-in.ts'
import { createMergeStore } from '../../adapters/postgres/import/merge-store.ts'
import { thingsThatDiffer, thingsWithParts } from '../../adapters/postgres/rooms/parts.ts'
import { PersonId } from '../../src/ids.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed, withRoles } from '../support/leaving.ts'
import { importSmall, type SmallReturn } from '../support/small-return.ts'
import { offered, raised, went } from '../support/stages.ts'

const socialWorker = PersonId.parse('social-worker')

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const row = (socialWorker: string, iro = 'iro@demo.example', from = '01/09/2026') =>
  `LK104,${socialWorker}@demo.example,,${iro},${from}`
const another = row('deputy.social.worker')
const anotherIro = row('social.worker', 'other-iro@demo.example')

const imports = (allocations: readonly string[], more: Partial<SmallReturn> = {}) =>
  importSmall(bot, { allocations, identifier: 'LK104', ...more })

const caseNow = () => bot.db.selectFrom('cases').select(['id', 'social_worker', 'iro']).executeTakeFirstOrThrow()

const newTitles = async (to: string, before: number) => (await bot.titles(to)).slice(before)

async function agree(): Promise<void> {
  for (const subject of thingsWithParts) expect(await thingsThatDiffer(bot.db, subject)).toEqual([])
}

async function confirmed(): Promise<void> {
  const { id } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
  went(await bot.ask('social-worker', { ask: 'confirm-children' }, { [`mine-${id}`]: 'yes' }))
}

describe('another social worker', () => {
  it('has the case, is told where it stands and asked to confirm; the one before hears no more of it', async () => {
    const stuck = await raised(bot)
    const iroHeard = (await bot.titles('iro')).length
    await imports([another])

    expect(await caseNow()).toMatchObject({ social_worker: 'deputy-social-worker', iro: 'iro' })
    expect(await bot.last('case-part-handed-over')).toEqual({
      ...{ fact: 'case-part-handed-over', case: stuck, part: 'social-worker' },
      ...{ from: 'social-worker', to: 'deputy-social-worker', by: null, at: bot.clock.now() },
    })
    expect(await bot.titles('deputy-social-worker')).toEqual(
      expect.arrayContaining([expect.stringMatching(/please confirm$/), expect.stringMatching(/you take over from /)]),
    )
    expect(await newTitles('iro', iroHeard)).toEqual([expect.stringMatching(/is now the social worker$/)])
    const former = (await bot.said('social-worker')).filter(({ key }) => key.startsWith('confirm-'))
    expect(former.map(({ state }) => state)).toEqual(['withdrawn'])
    const parts = await bot.db.selectFrom('parts').selectAll().where('thing', '=', stuck).orderBy('id').execute()
    expect(parts.filter(({ role }) => role === 'social-worker')).toMatchObject([
      { person: 'social-worker', until: bot.clock.now() },
      { person: 'deputy-social-worker', since: bot.clock.now(), until: null },
    ])
    await agree()
  })

  it('has the open duties of the one before, and nobody is reminded until they have confirmed the child', async () => {
    await confirmed()
    await imports([another])

    const passed = (await bot.facts()).filter(({ fact }) => fact === 'duty-passed-on')
    expect(passed).toMatchObject([
      { from: 'social-worker', to: 'deputy-social-worker' },
      { from: 'social-worker', to: 'deputy-social-worker' },
    ])
    expect(await bot.db.selectFrom('duties').select('owner').execute()).toEqual([
      { owner: 'deputy-social-worker' },
      { owner: 'deputy-social-worker' },
    ])
    await agree()
  })

  it('leaves a duty that somebody passed on or recorded while the return was read', async () => {
    await confirmed()
    const [duty] = await bot.look(({ tx }) => tx.openDutiesOf({ owners: [socialWorker], iros: [], staff: [] }))
    if (!duty) throw new Error('nothing is expected for the child')
    await bot.db.updateTable('duties').set({ owner: 'practitioner' }).where('id', '=', duty.id).execute()
    const store = createMergeStore(bot.db, sealsOf(createVault('5e'.repeat(32))))
    await store.transact({ at: bot.clock.now() }, (tx) => tx.passDuties([{ duty, to: PersonId.parse('team-manager') }]))

    const { owner } = await bot.db
      .selectFrom('duties')
      .select('owner')
      .where('id', '=', duty.id)
      .executeTakeFirstOrThrow()
    expect(owner).toBe('practitioner')
    expect((await bot.facts()).filter(({ fact }) => fact === 'duty-passed-on')).toEqual([])
  })

  it.each([
    ['who also raised the case, keeps what is for raisers', 'social-worker', 'waiting'],
    ['who has no other part in it, hears no more of it', 'practitioner', 'withdrawn'],
  ])('the one before, %s', async (_, raiser, state) => {
    await raised(bot, {}, raiser)
    await bot.db.updateTable('raisings').set({ takes_part: true }).execute()
    await bot.db
      .updateTable('outbox')
      .set({ state: 'waiting', settled_at: null, what: null })
      .where('person', '=', 'social-worker')
      .where('subject', '=', 'case')
      .execute()
    await imports([another])

    const states = (await bot.said('social-worker')).flatMap((one) => (/^confirm-/.test(one.key) ? [one.state] : []))
    expect(states).toEqual([state])
  })

  it('takes over what waits about the meeting as well: the one before is sent none of it', async () => {
    const { meeting } = await offered(bot)
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, slot: 0 }))
    const waiting = async () =>
      (await bot.said('social-worker')).flatMap(({ key, state }) => (key.startsWith('convened-') ? [state] : []))
    expect(await waiting()).toEqual(['for-post'])

    await imports([another])
    expect(await waiting()).toEqual(['withdrawn'])
  })

  it('leaves a duty with the colleague who took it on', async () => {
    await confirmed()
    const { duty } = await bot.last('duty-started')
    const to = { to: 'practitioner', reason: 'He writes it.', danger: 'no' }
    went(await bot.fillIn('social-worker', { ask: 'open-pass-duty', duty }, to))
    went(await bot.ask('practitioner', { ask: 'accept-duty', duty }))
    expect((await imports([another])).merged.changedHands).toEqual({ cases: 0, duties: 1 })

    const { owner } = await bot.db.selectFrom('duties').select('owner').where('id', '=', duty).executeTakeFirstOrThrow()
    expect(owner).toBe('practitioner')
  })

  it('has a duty at once that somebody was asked to take on and has not accepted', async () => {
    await confirmed()
    const { duty } = await bot.last('duty-started')
    const to = { to: 'practitioner', reason: 'He writes it.', danger: 'no' }
    went(await bot.fillIn('social-worker', { ask: 'open-pass-duty', duty }, to))
    await imports([another])

    const stands = await bot.look(({ tx }) => tx.dutyById(duty))
    expect([stands?.owner, stands?.offer]).toEqual(['deputy-social-worker', undefined])
    expect(await bot.ask('practitioner', { ask: 'accept-duty', duty })).toMatchObject({ reason: 'not-for-you' })
    expect((await bot.said('practitioner')).filter(({ state }) => state !== 'withdrawn')).toEqual([])
  })

  it('is said to somebody who has read that they were asked to take a duty on, and their card says who has it', async () => {
    await confirmed()
    const { duty } = await bot.last('duty-started')
    const to = { to: 'practitioner', reason: 'He writes it.', danger: 'no' }
    went(await bot.fillIn('social-worker', { ask: 'open-pass-duty', duty }, to))
    await bot.deliver()
    const [asked] = await bot.said('practitioner')
    bot.clock.moveTo(new Date(bot.clock.now().getTime() + 60_000))
    await imports([another])
    await bot.deliver()

    expect((await bot.titles('practitioner')).slice(1)).toEqual([
      expect.stringMatching(/^Child \S{7}: .*: you are no longer asked to take it on$/),
    ])
    if (!asked) throw new Error('nobody was asked')
    const { settled } = await bot.db
      .selectFrom('outbox')
      .select('settled')
      .where('key', '=', asked.key)
      .executeTakeFirstOrThrow()
    const stands = await bot.asItStands({
      to: PersonId.parse('practitioner'),
      card: asked.card,
      settled: settledIn(settled),
    })
    expect(stands.buttons).toEqual([])
    expect(JSON.stringify(stands.body)).toContain(
      "Dale Whitcombe is the child's social worker now. You can no longer open this.",
    )
  })

  it('is climbed for: the coordinators hear where nobody says "I have it"', async () => {
    await raised(bot)
    await imports([another])
    await bot.until('2026-09-10T16:00:00Z')

    expect(await bot.titles('coordinator')).toContainEqual(expect.stringMatching(/not taken on yet$/))
  })
})

describe('another IRO', () => {
  it('has the case and is told where it stands', async () => {
    const stuck = await raised(bot)
    const before = (await bot.titles('other-iro')).length
    await imports([anotherIro])

    expect(await caseNow()).toMatchObject({ id: stuck, social_worker: 'social-worker', iro: 'other-iro' })
    expect(await newTitles('other-iro', before)).toEqual([expect.stringMatching(/you take over from /)])
    expect(await bot.last('child-allocated')).toMatchObject({ iro: 'other-iro', from: { iro: 'iro' } })
    await agree()
  })

  it('of a case that had none is told that they are now its IRO', async () => {
    await bot.db.updateTable('children').set({ iro: null }).execute()
    await raised(bot)
    await imports([row('social.worker')])

    expect(await caseNow()).toMatchObject({ iro: 'iro' })
    expect(await bot.titles('iro')).toEqual([expect.stringMatching(/you are now its IRO$/)])
    expect(await bot.last('case-part-given')).toMatchObject({ part: 'iro', to: 'iro' })
  })
})

describe('a return', () => {
  it('makes nobody the social worker of a child whose plan they review', async () => {
    bot.applies(withRoles(staffed, 'iro', 'iro', 'social-worker'))
    const child = () => bot.db.selectFrom('children').select(['social_worker', 'iro']).executeTakeFirstOrThrow()

    expect((await imports([row('iro')])).reasons).toEqual(['reviews-own-plan'])
    expect(await child()).toEqual({ social_worker: 'social-worker', iro: 'iro' })
    await imports([row('iro', '')])
    expect(await child()).toEqual({ social_worker: 'iro', iro: null })
  })

  const everything = async () =>
    JSON.stringify([await caseNow(), await bot.said(), await bot.facts(), await bot.wakes()])

  it('says in a preview how many change hands, and changes none', async () => {
    await confirmed()
    await raised(bot)
    const before = await everything()

    const { merged } = await imports([another], { dryRun: true })
    expect(merged.changedHands).toEqual({ cases: 1, duties: 2 })
    expect(await everything()).toBe(before)

    expect((await imports([another])).merged.changedHands).toEqual({ cases: 1, duties: 2 })
    expect((await imports([another])).merged.changedHands).toEqual({ cases: 0, duties: 0 })
    expect((await bot.facts()).filter(({ fact }) => fact === 'case-part-handed-over')).toHaveLength(1)
  })

  it('changes nobody where it says nothing: no row, or a row without an IRO', async () => {
    await raised(bot)
    const { merged: empty } = await imports([])
    const { merged: blank } = await imports([row('social.worker', '')])

    expect([empty, blank].map(({ changedHands }) => changedHands.cases)).toEqual([0, 0])
    expect(await caseNow()).toMatchObject({ social_worker: 'social-worker', iro: 'iro' })
    expect(await bot.db.selectFrom('children').select('iro').execute()).toEqual([{ iro: 'iro' }])
  })

  it('that is older than the newest changes nobody, and says so', async () => {
    await raised(bot)
    await imports([another])
    const { merged } = await imports([row('social.worker', 'other-iro@demo.example', '03/03/2025')], {
      asOf: '2026-03-31',
      older: true,
    })

    expect(merged).toMatchObject({ newer: '2026-09-07', changedHands: { cases: 0 } })
    expect(await caseNow()).toMatchObject({ social_worker: 'deputy-social-worker', iro: 'iro' })
  })
})
