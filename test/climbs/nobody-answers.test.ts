/** What was waited for by nothing: who hears, day by day, while nobody answers. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { staffed, without } from '../support/leaving.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aClosing, aRaising, aRecord } from '../support/builders.ts'
import { sendNow } from '../support/send-now.ts'
import { approved, convened, recorded, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const saidFrom = async (keyStart: string) =>
  (await bot.said())
    .filter(({ key }) => key.startsWith(keyStart))
    .map(({ to, notBefore }) => `${notBefore.toISOString().slice(5, 10)} ${to}`)
    .toSorted()

describe('a raising whose child nobody finds', () => {
  const unmatched = async () => {
    went(await bot.fillIn('school-lead', { ask: 'open-raise-case' }, { ...aRaising, identifier: 'unknown' }))
    return (await bot.last('raising-unmatched')).raising
  }

  it('is said to the coordinators again, and to the lead of the authority', async () => {
    await unmatched()
    await bot.until('2026-09-21T16:00:00Z')

    expect(await saidFrom('still-unmatched-')).toEqual([
      '09-09 chair',
      '09-11 team-manager',
      // from here on nothing moves: it stands in the overview, on Mondays
      '09-14 chair',
      '09-21 chair',
      '09-21 team-manager',
    ])
  })

  it('is sent to the lead of the authority', async () => {
    await unmatched()
    await bot.until('2026-09-11T16:00:00Z')
    const [message] = (await bot.said('team-manager')).filter(({ key }) => key.startsWith('still-unmatched-'))

    expect(await sendNow(bot, message?.key ?? '')).toBe('sent')
  })

  it('is said no more once the child is found', async () => {
    const raising = await unmatched()
    await bot.until('2026-09-09T16:00:00Z')
    went(await bot.fillIn('chair', { ask: 'open-match-raising', raising }, { identifier: 'LK104', danger: 'no' }))
    await bot.until('2026-09-25T16:00:00Z')

    expect(await saidFrom('still-unmatched-')).toEqual(['09-09 chair'])
  })
})

describe('a case in which nothing is left to do', () => {
  const allDone = async () => {
    const { case: stuck } = await approved(bot)
    const { action } = await bot.last('action-promised')
    const evidence = { evidence: 'It is on file.', danger: 'no' }
    went(await bot.fillIn('health-lead', { ask: 'open-complete-action', action }, evidence))
    return stuck
  }

  it('is said to the chair again, and to the IRO', async () => {
    await allDone() // Friday 11 September
    await bot.until('2026-09-24T16:00:00Z')

    expect(await saidFrom('unclosed-')).toEqual(['09-15 chair', '09-17 iro', '09-21 chair', '09-24 chair', '09-24 iro'])
    const read = (await bot.said()).filter(({ key }) => key.startsWith('unclosed-'))
    const inWords = (who: string) => JSON.stringify(read.find(({ to }) => to === who)?.card)
    expect(inWords('chair')).toContain('"ask":"open-close-case"')
    expect(inWords('iro')).toContain('The chair has been asked to close the case.')
  })

  it('is said no more once it is closed', async () => {
    const stuck = await allDone()
    await bot.until('2026-09-15T16:00:00Z')
    went(await bot.fillIn('chair', { ask: 'open-close-case', case: stuck }, aClosing))
    await bot.until('2026-09-25T16:00:00Z')

    expect(await saidFrom('unclosed-')).toEqual(['09-15 chair'])
  })

  it('is waited for as well where only decisions were agreed', async () => {
    const { meeting } = await convened(bot)
    await bot.until('2026-09-11T11:00:00Z')
    went(await bot.fillIn('chair', { ask: 'open-record', meeting }, aRecord))
    went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))
    await bot.until('2026-09-15T16:00:00Z')

    expect(await saidFrom('unclosed-')).toEqual(['09-15 chair'])
  })
})

describe('a meeting that is recorded before its start was announced', () => {
  it('has its summary waited for', async () => {
    const { meeting } = await convened(bot)
    bot.clock.moveTo(new Date((await bot.last('time-picked')).start))
    went(await bot.fillIn('chair', { ask: 'open-record', meeting }, aRecord))
    await bot.until('2026-09-18T16:00:00Z')

    expect(await saidFrom('unfinished-')).toEqual(['09-15 chair', '09-17 chair', '09-17 iro'])
  })
})

describe('what a chair was slow with once', () => {
  it('does not bring the IRO at the first reminder of something else', async () => {
    await recorded(bot)
    await bot.until('2026-09-15T16:00:00Z')

    expect(await saidFrom('unfinished-')).toEqual(['09-15 chair'])
  })
})

describe('children whom nobody confirms', () => {
  const lookAsked = async () => {
    bot.applies(without(staffed, 'social-worker'))
    const { id: thing } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
    const give = { ask: 'give-held', part: 'child-social-worker', thing } as const
    went(await bot.ask('coordinator', give, { to: 'deputy-social-worker' }))
  }

  it('are said to their social worker again, then to the lead, the coordinators and the IRO', async () => {
    await lookAsked()
    await bot.until('2026-10-05T16:00:00Z')

    expect(await saidFrom('first-look-waits-')).toEqual([
      '09-14 deputy-social-worker',
      '09-21 deputy-social-worker',
      '09-21 team-manager',
      '09-28 coordinator',
      '09-28 deputy-social-worker',
      '09-28 iro',
      '09-28 team-manager',
      '10-05 coordinator',
      '10-05 deputy-social-worker',
      '10-05 iro',
      '10-05 team-manager',
    ])
  })

  it('are said no more once they are confirmed', async () => {
    await lookAsked()
    await bot.until('2026-09-15T16:00:00Z')
    const look = await bot.ask('deputy-social-worker', { ask: 'open-first-look' })
    const mine = look.kind === 'form' ? Object.keys(look.fields).find((name) => name.startsWith('mine-')) : undefined
    went(await bot.ask('deputy-social-worker', { ask: 'confirm-children' }, { [mine ?? '']: 'yes' }))
    await bot.until('2026-10-05T16:00:00Z')

    expect(await saidFrom('first-look-waits-')).toEqual(['09-14 deputy-social-worker'])
  })
})

describe('a message that asks for a first look', () => {
  const looksAsked = async () => {
    await bot.put({ identifier: 'LK205', socialWorker: 'practitioner' })
    const given = await bot.put({ identifier: 'LK206', socialWorker: 'practitioner' })
    const take = { ask: 'give-held', part: 'child-social-worker', thing: given } as const
    went(await bot.ask('chair', take, { to: 'deputy-social-worker' }))
    await bot.until('2026-09-28T06:00:00Z')
  }
  const waiting = async () => {
    await bot.until('2026-09-28T08:00:00Z')
    return (await bot.said()).filter(({ key }) => key.startsWith('first-look-waits-') && key.includes('2026-09-28'))
  }
  const confirms = async () => {
    const look = await bot.ask('deputy-social-worker', { ask: 'open-first-look' })
    const names = look.kind === 'form' ? Object.keys(look.fields).filter((name) => name.startsWith('mine-')) : []
    const all = Object.fromEntries(names.map((name) => [name, 'yes']))
    went(await bot.ask('deputy-social-worker', { ask: 'confirm-children' }, all))
  }

  it('is sent while a child waits', async () => {
    await looksAsked()
    for (const { key } of await waiting()) expect(await sendNow(bot, key)).toBe('sent')
  })

  it('is sent to nobody once all are confirmed: not to their social worker, the lead or the IRO', async () => {
    await looksAsked()
    const messages = await waiting()
    await confirms()

    expect(messages.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['deputy-social-worker', 'team-manager', 'iro']),
    )
    for (const { key } of messages) expect(await sendNow(bot, key)).toBe('withdrawn')
  })
})

describe('children who have no social worker', () => {
  const notMine = async () => {
    const look = await bot.ask('social-worker', { ask: 'open-first-look' })
    const mine = look.kind === 'form' ? Object.keys(look.fields).find((name) => name.startsWith('mine-')) : undefined
    went(await bot.ask('social-worker', { ask: 'children-not-mine' }, { notMine: [(mine ?? '').replace('mine-', '')] }))
  }

  it('are said to the coordinators again, and to the lead of the authority', async () => {
    await notMine()
    await bot.until('2026-09-21T16:00:00Z')

    expect(await saidFrom('unallocated-')).toEqual(['09-14 chair', '09-21 chair', '09-21 team-manager'])
  })

  it('are said no more once a return names one', async () => {
    await notMine()
    await bot.db.updateTable('children').set({ social_worker: 'social-worker' }).execute()
    await bot.until('2026-09-21T16:00:00Z')

    expect(await saidFrom('unallocated-')).toEqual([])
  })
})
