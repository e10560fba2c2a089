/**
 * A duty that has reached the IRO, and then its social worker changes: who hears what on which day, for six weeks. What is
 * sent stands as tables in `test/golden/changed`, which a reviewer reads.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../src/calendar/london.ts'
import { inWords } from '../../src/calendar/in-words.ts'
import { asDay } from '../../src/calendar/day.ts'
import { partnershipChanged } from '../../src/handovers/partnership-changed.ts'
import { PersonId } from '../../src/ids.ts'
import { nameOf } from '../../src/people/name-of.ts'
import { done } from '../../src/display/answer.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed, without } from '../support/leaving.ts'
import { importSmall } from '../support/small-return.ts'
import { went } from '../support/stages.ts'

const changedOn = '2026-09-30T10:00:00Z'
const sixWeeksLater = '2026-11-11T18:00:00Z'

/** Nobody stands in for the social worker. */
const alone: Partnership = {
  ...staffed,
  people: staffed.people.map(({ deputy, ...one }) =>
    one.id === 'social-worker' || !deputy ? one : { ...one, deputy },
  ),
}

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: alone })))
afterAll(() => bot.close())

/** The permanence plan has reached the IRO on 28 September. */
const reachesTheIro = () =>
  bot.reach('a duty has reached the IRO', async () => {
    const { id } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
    const given = { [`mine-${id}`]: 'yes', [`health-${id}`]: '2026-06-20' }
    went(await bot.ask('social-worker', { ask: 'confirm-children' }, given))
    await bot.until(changedOn)
  })

type Sent = { readonly day: string; readonly to: string; readonly title: string }

async function sixWeeksAfter(change: () => Promise<unknown>): Promise<readonly Sent[]> {
  await bot.startOver()
  await reachesTheIro()
  const before = (await bot.said()).length
  await change()
  await bot.until(sixWeeksLater)
  const refs = new Map((await bot.db.selectFrom('children').select('ref').execute()).map(({ ref }) => [ref, '…']))
  return (await bot.said())
    .slice(before)
    .filter(({ state }) => state === 'sent')
    .toSorted((a, b) => a.notBefore.getTime() - b.notBefore.getTime() || (a.to < b.to ? -1 : 1))
    .map(({ notBefore, to, card }) => ({
      day: dayOf(notBefore),
      to,
      title: [...refs].reduce((title, [ref]) => title.replace(ref, '…'), card.title),
    }))
}

const roles: Readonly<Record<string, string>> = {
  ...{ 'social-worker': 'social worker', iro: 'IRO', 'team-manager': "authority's lead" },
  ...{ 'deputy-social-worker': 'new social worker', coordinator: 'coordinator' },
}

const table = (sent: readonly Sent[]): string =>
  sent
    .map(({ day, to, title }) => {
      const name = nameOf(alone, PersonId.parse(to))
      return `${inWords(asDay(day)).padEnd(30)}${name.padEnd(18)}${(roles[to] ?? to).padEnd(20)}${title}`
    })
    .join('\n') + '\n'

/** In calendar days: the ladder repeats after five working days. */
const longestSilence = (sent: readonly Sent[], to: string): number => {
  const days = [changedOn, ...sent.filter((one) => one.to === to).map(({ day }) => day), sixWeeksLater]
  const times = days.map((day) => Date.parse(day.slice(0, 10)) / 86_400_000)
  return Math.max(...times.slice(1).map((time, place) => time - (times[place] ?? time)))
}

const aReturn = () =>
  importSmall(bot, {
    ...{ identifier: 'LK104', asOf: '2026-09-30' },
    allocations: ['LK104,deputy.social.worker@demo.example,,iro@demo.example,30/09/2026'],
  })

async function leaves(): Promise<void> {
  bot.applies(without(alone, 'social-worker'))
  const now = bot.clock.now()
  await bot.store.transact({ at: now }, async (tx) => (await partnershipChanged({ tx, now }), done('')))
}

const isAway = () =>
  bot.store.transact({ at: bot.clock.now() }, async (tx) => {
    await tx.saveAway(PersonId.parse('social-worker'), asDay('2026-09-30'), asDay('2026-11-30'))
    return done('')
  })

describe('a duty that has reached the IRO, for six weeks after its social worker', () => {
  it.each([
    ['changes-by-a-return', aReturn, 'deputy-social-worker'],
    ['has-left', leaves, 'coordinator'],
    ['is-away-without-a-deputy', isAway, 'social-worker'],
  ] as const)('%s', async (name, change, whoAnswers) => {
    const sent = await sixWeeksAfter(change)

    await expect(table(sent)).toMatchFileSnapshot(`../golden/changed/${name}.txt`)
    for (const to of ['iro', 'team-manager', whoAnswers]) expect(longestSilence(sent, to)).toBeLessThanOrEqual(7)
    if (name !== 'is-away-without-a-deputy') expect(sent.filter(({ to }) => to === 'social-worker')).toEqual([])
  })

  it('goes on where it stood with the new one, who reads where it stands; the IRO hears of it', async () => {
    const sent = await sixWeeksAfter(aReturn)

    expect(sent.filter(({ to }) => to === 'deputy-social-worker').map(({ title }) => title)).toContain(
      'Child …: you take over from Samira Holt',
    )
    expect(sent.find(({ to }) => to === 'iro')?.title).toBe('A child has another social worker')
  })

  it('is said once to the IRO when the social worker has left, and again when somebody takes the child over', async () => {
    const sent = await sixWeeksAfter(async () => {
      await leaves()
      await bot.until('2026-10-06T12:00:00Z')
      const { id } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
      const give = { ask: 'give-held', part: 'child-social-worker', thing: id } as const
      went(await bot.ask('coordinator', give, { to: 'deputy-social-worker' }))
    })

    expect(sent.flatMap(({ to, title }) => (to === 'iro' && !title.includes('overdue') ? [title] : []))).toEqual([
      'Samira Holt has left: a child you are the IRO for has no social worker',
      'A child has another social worker',
    ])
  })
})
