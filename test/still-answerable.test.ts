/** What a posted card can still do, when it is looked at again: for its person, now, and for nobody else. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPosted } from '../adapters/postgres/outbox/posted.ts'
import type { MessageId, PersonId } from '../src/ids.ts'
import { aView } from './support/builders.ts'
import { startBot, type Bot } from './support/bot.ts'
import { staffed, without } from './support/leaving.ts'
import { approved, asking, closes, requestTo, type Asking, went } from './support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

/** The newest message of this person whose key begins so, looked at by somebody. */
async function looked(to: string, key: string, by = to) {
  const rows = await bot.db.selectFrom('outbox').select(['id', 'key']).where('person', '=', to).orderBy('seq').execute()
  const row = rows.findLast((one) => one.key.startsWith(key))
  if (!row) throw new Error(`${to} has no message ${key}`)
  const read = createPosted(bot.db, bot.asItStands)
  return read(row.id as MessageId, by as PersonId)
}

const asked = (by?: string) => looked('health-lead', 'asked-', by)

describe('the question to an agency', () => {
  let all: Asking
  beforeEach(async () => (all = await asking(bot)))
  const gives = async () =>
    went(await bot.fillIn('health-lead', { ask: 'open-input', request: requestTo(all, 'larkshire-nhs-trust') }, aView))

  it('can be answered, and be answered again while views are open', async () => {
    expect(await asked()).toMatchObject({ answerable: true, receipt: { conversation: 'inbox' } })
    await gives()
    expect(await asked()).toMatchObject({ answerable: true })
  })

  it('cannot once views are closed', async () => {
    await gives()
    await bot.until('2026-09-15T12:00:00Z')

    expect(await asked()).toMatchObject({ answerable: false })
  })

  it('cannot once the last hour of views has passed, also before anything has closed them', async () => {
    bot.clock.moveTo(new Date('2026-09-30T12:00:00Z'))

    expect(await asked()).toMatchObject({ answerable: false })
  })

  it('cannot once the case is closed', async () => {
    await closes(bot, all.case)

    expect(await asked()).toMatchObject({ answerable: false })
  })

  it('cannot by whom it was passed on, and can by whom it was passed to', async () => {
    const request = requestTo(all, 'larkshire-nhs-trust')
    went(await bot.fillIn('health-lead', { ask: 'open-pass-on', request }, { to: 'health-colleague' }))
    await bot.deliver()

    expect(await asked()).toMatchObject({ answerable: false })
    expect(await looked('health-colleague', 'asked-')).toMatchObject({ answerable: true })
  })

  it('cannot by somebody who has left', async () => {
    bot.applies(without(staffed, 'health-lead'))

    expect(await asked()).toMatchObject({ answerable: false })
  })

  it('is nothing to anybody else', async () => {
    expect(await asked('school-lead')).toBeUndefined()
    expect(await asked('coordinator')).toBeUndefined()
  })

  it('cannot once it was taken back', async () => {
    await bot.db.updateTable('outbox').set({ state: 'withdrawn' }).where('person', '=', 'health-lead').execute()

    expect(await asked()).toMatchObject({ answerable: false })
  })
})

it('of an action can be answered until it is done', async () => {
  await approved(bot)
  const { action } = await bot.last('action-promised')
  await bot.deliver()
  const buttons = async () => {
    const posted = await looked('health-lead', `promised-${action}`)
    return posted && 'card' in posted ? posted.card.buttons.map(({ label }) => label) : []
  }
  expect(await buttons()).toContain('Done')

  const evidence = { evidence: 'It is there', danger: 'no' }
  went(await bot.fillIn('health-lead', { ask: 'open-complete-action', action }, evidence))
  expect(await buttons()).toEqual(['Open the action'])
})
