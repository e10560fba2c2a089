import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { done } from '../../src/display/answer.ts'
import { MessageId } from '../../src/ids.ts'
import { tellUndelivered } from '../../src/people/tell-undelivered.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { demonstration } from '../support/builders.ts'
import { noon, outboxForTest, person } from '../support/outbox.ts'

let t: Awaited<ReturnType<typeof outboxForTest>>
beforeAll(async () => {
  t = await outboxForTest()
})
afterAll(() => t.drop())
beforeEach(async () => {
  await t.db.deleteFrom('outbox').execute()
})

const phone = '01632 960555'
const partnership: Partnership = {
  ...demonstration,
  people: demonstration.people.map((one) => (one.id === 'police-lead' ? { ...one, phone } : one)),
  left: [{ id: person('sam'), name: 'Sam Okafor', agency: demonstration.authority }],
}
const [coordinator] = partnership.people.filter(({ roles }) => roles.includes('coordinator'))

type Failed = { readonly key?: string; readonly to?: string; readonly about?: string; readonly urgent?: boolean }

async function fails(failed: Failed = {}, at = noon, code = 'no-account'): Promise<void> {
  const { key = 'asked-1', to = 'school-lead', about = to, urgent = false } = failed
  const store = createStore({ db: t.db, seals: sealsOf(createVault('5e'.repeat(32))), committed: () => undefined })
  const message = {
    ...{ id: MessageId.parse(randomUUID()), key, to: person(to), urgent },
    about: { subject: 'person' as const, id: person(about) },
  }
  await store.transact({ at }, async (tx) => {
    const calendar = workingCalendar(partnership.closedDays)
    await tellUndelivered({ tx, now: at, partnership, calendar, newId: randomUUID }, message, code)
    return done('Told.')
  })
}

const told = () => t.db.selectFrom('outbox').select(['key', 'person', 'urgent', 'card']).orderBy('seq').execute()

it('tells the coordinator who was not reached and why, once a day', async () => {
  await fails()
  await fails({ key: 'asked-2' })

  expect(await told()).toMatchObject([
    {
      person: coordinator?.id,
      urgent: false,
      card: {
        body: [
          {
            text: 'A message to Selwyn Marsh could not be delivered: they have no account in the chat with their work email address. Contact them another way.',
          },
        ],
      },
    },
  ])

  await fails({}, new Date('2026-03-03T12:00:00Z'))
  expect(await told()).toHaveLength(2)
})

it('says of one that lies on a page that nothing tells its person so', async () => {
  await fails({ urgent: true }, noon, 'unannounced')

  expect(JSON.stringify(await told())).toContain(
    'could not be delivered: it is on their page, and nothing tells them so.',
  )
})

it('tells of each urgent one, urgently', async () => {
  await fails({ urgent: true })
  await fails({ urgent: true })

  expect((await told()).map(({ urgent }) => urgent)).toEqual([true, true])
})

it('tells the others who look after it where such a message itself was not delivered, and then nobody', async () => {
  await fails()
  const [{ key, person: to } = { key: '', person: '' }] = await told()
  await fails({ key, to, about: 'school-lead' })

  const [, again, ...more] = await told()
  expect(again).toMatchObject({ person: 'team-manager', key: expect.stringMatching(/^undelivered-again-/) as string })
  expect(JSON.stringify(again?.card)).toContain(
    'a message to Selwyn Marsh could not be delivered, and that did not reach',
  )
  expect(more).toEqual([])

  await fails({ key: again?.key ?? '', to: again?.person ?? '', about: 'school-lead' })
  expect(await told()).toHaveLength(2)
})

it('tells the lead of the authority of messages to the only coordinator', async () => {
  await fails({ to: coordinator?.id ?? '' })

  expect((await told()).map((one) => one.person)).toEqual(['team-manager'])
})

it('says which number to call, where there is one, and the name of the person who has left', async () => {
  await fails({ to: 'police-lead' })
  await fails({ to: 'sam' })

  const cards = (await told()).map(({ card }) => JSON.stringify(card))
  expect(cards[0]).toContain(`Call them on ${phone}.`)
  expect(cards[1]).toContain('A message to Sam Okafor (has left) could not be delivered')
})
