import { afterAll, beforeAll, expect, it } from 'vitest'
import { createInbox } from '../../adapters/postgres/outbox/inbox.ts'
import type { MessageId } from '../../src/ids.ts'
import { after, noon, outboxForTest, person } from '../support/outbox.ts'

let t: Awaited<ReturnType<typeof outboxForTest>>
beforeAll(async () => {
  t = await outboxForTest()
})
afterAll(() => t.drop())

async function taken(id: MessageId) {
  const message = await t.outbox.take(id, noon, 60_000)
  if (!message) throw new Error('it could not be taken')
  return message
}

it('shows a person what they were told, newest first, wherever it went and even where it could not go', async () => {
  const held = await t.say({ notBefore: after(60_000) })
  const slack = await taken(await t.say({ key: 'in-slack' }))
  await t.outbox.sent(slack, { way: 'slack', conversation: 'D', message: '1' }, after(1_000))
  const web = await taken(await t.say())
  await t.outbox.sent(web, { way: 'web', conversation: 'web', message: web.id }, after(2_000))
  const email = await taken(await t.say())
  await t.outbox.sent(email, { way: 'email', conversation: 'email', message: '<1@unstuck>' }, after(2_500))
  const older = await taken(await t.say())
  await t.outbox.sent(older, { way: 'email', conversation: 'email', message: '<2@unstuck>' }, after(2_600))
  // As emails were kept before they had a name of their own.
  await t.db.updateTable('outbox').set({ platform: 'web', conversation: 'mail' }).where('id', '=', older.id).execute()
  const gone = await taken(await t.say())
  await t.outbox.undeliverable(gone, 'account_inactive', after(3_000))
  const sending = await taken(await t.say())
  await t.outbox.withdrawn(await taken(await t.say()), noon)
  await t.say({ to: 'ben' })
  // It stands in the post of its day, and is on its way no more.
  for (const state of ['for-post', 'joined']) {
    const id = await t.say()
    await t.db.updateTable('outbox').set({ state }).where('id', '=', id).execute()
  }

  expect(await createInbox(t.db).messagesFor(person('amy'))).toEqual([
    { id: sending.id, card: sending.card, state: 'waiting' },
    { id: gone.id, card: gone.card, state: 'undeliverable' },
    { id: older.id, card: older.card, state: 'sent', sentAt: after(2_600), way: 'email' },
    { id: email.id, card: email.card, state: 'sent', sentAt: after(2_500), way: 'email' },
    { id: web.id, card: web.card, state: 'sent', sentAt: after(2_000) },
    { id: slack.id, card: slack.card, state: 'sent', sentAt: after(1_000), way: 'slack' },
    expect.objectContaining({ id: held, state: 'waiting', heldUntil: after(60_000) }),
  ])
  expect(slack.card).toMatchObject({ kind: 'card', title: 'Card in-slack' })
})
