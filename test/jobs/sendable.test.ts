import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createCircuits, type Circuits } from '../../jobs/circuits.ts'
import { sendableMessages } from '../../jobs/sendable.ts'
import type { Account } from '../../src/ports/accounts.ts'
import { linked } from '../support/accounts.ts'
import { manualClock } from '../support/manual-clock.ts'
import { after, outboxForTest } from '../support/outbox.ts'
import { slackAccount, tinyMessenger } from '../support/tiny-messenger.ts'

const clock = manualClock('2026-03-02T12:00:00Z')
const inSlack = slackAccount('U1')

let t: Awaited<ReturnType<typeof outboxForTest>>
let circuits: Circuits
beforeAll(async () => {
  t = await outboxForTest()
  for (const [name, account] of Object.entries({ amy: inSlack, ben: slackAccount('U2') }))
    await linked(t.db, account, name)
})
afterAll(() => t.drop())
beforeEach(async () => {
  await t.db.deleteFrom('outbox').execute()
  await t.db.deleteFrom('pauses').execute()
  clock.moveTo(after(0))
  circuits = createCircuits(clock)
})

const fails = (account: Account) => {
  for (let failures = 0; failures < 3; failures++) circuits.failed(account)
}

const sendable = (workingMoment: (at: Date) => Date = (at) => at) =>
  sendableMessages({
    outbox: t.outbox,
    messengers: { slack: tinyMessenger('http://127.0.0.1:1') },
    circuits,
    workingMoment,
    clock,
  })()

it('says where each message goes, urgent ones first', async () => {
  const routine = await t.say({ to: 'amy' })
  const web = await t.say({ to: 'zoe' })
  const urgent = await t.say({ to: 'ben', urgent: true })

  expect(await sendable()).toEqual([
    { id: urgent, platform: 'slack', urgent: true },
    { id: routine, platform: 'slack', urgent: false },
    { id: web, platform: 'web', urgent: false },
  ])
})

it('tries only what is urgent on a platform that is resting, and everything elsewhere', async () => {
  await t.say({ to: 'amy' })
  const web = await t.say({ to: 'zoe' })
  const urgent = await t.say({ to: 'ben', urgent: true })
  fails(inSlack)

  expect((await sendable()).map(({ id }) => id)).toEqual([urgent, web])
})

it('tries only what is urgent where an installation is at fault', async () => {
  await t.say({ to: 'amy' })
  const urgent = await t.say({ to: 'ben', urgent: true })
  circuits.atFault(inSlack, 'messages_tab_disabled')

  expect((await sendable()).map(({ id }) => id)).toEqual([urgent])
})

it('tries nothing at all where a workspace asked for time, whatever process was told so', async () => {
  await t.say({ to: 'ben', urgent: true })
  const web = await t.say({ to: 'zoe' })
  await t.outbox.pause(inSlack, after(60_000))
  await t.outbox.pause(inSlack, after(30_000)) // told later by another process, of a shorter time

  expect((await sendable()).map(({ id }) => id)).toEqual([web])
  clock.moveTo(after(60_000))
  expect(await sendable()).toHaveLength(2)
})

it('tries only what is urgent outside working hours', async () => {
  await t.say({ to: 'amy' })
  await t.say({ to: 'zoe' })
  const urgent = await t.say({ to: 'ben', urgent: true })

  expect((await sendable(() => after(1))).map(({ id }) => id)).toEqual([urgent])
})

it('hides nobody behind more than a thousand who wait for a platform that rests', async () => {
  const many = Array.from({ length: 1_100 }, (_, at) => `many-${at}`)
  await t.db
    .insertInto('accounts')
    .values(
      many.map((person) => ({
        ...{ id: randomUUID(), platform: 'slack', workspace: 'T1', account_user: person, person },
        ...{ linked_by: 'address', linked_at: after(0), used_at: after(0) },
      })),
    )
    .execute()
  const first = await t.say({ to: 'many-0' })
  const row = await t.rowOf(first)
  await t.db
    .insertInto('outbox')
    .values(
      many.slice(1).map((person) => ({
        ...{ id: randomUUID(), key: person, person, meant_for: person, subject: 'case', subject_id: row.subject_id },
        ...{ card: JSON.stringify(row.card), urgent: false, said_at: after(0), not_before: after(0) },
      })),
    )
    .execute()
  const web = await t.say({ to: 'zoe' })
  fails(inSlack)

  expect((await sendable()).map(({ id }) => id)).toEqual([web])
})
