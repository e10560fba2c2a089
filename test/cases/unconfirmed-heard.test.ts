/**
 * A case that nobody confirms: who hears what on which day, for three weeks and until somebody confirms it. What is said
 * stands as tables in `test/golden/unconfirmed`, which a reviewer reads.
 */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { inWords } from '../../src/calendar/in-words.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { addWorkingDays, workingCalendar } from '../../src/calendar/working-days.ts'
import { PersonId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { nameOf } from '../../src/people/name-of.ts'
import { aConfirmation } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { areAway, staffed } from '../support/leaving.ts'
import { raised, went } from '../support/stages.ts'

/** Nobody stands in for the social worker. */
const alone: Partnership = {
  ...staffed,
  people: staffed.people.map(({ deputy, ...one }) =>
    one.id === 'social-worker' || !deputy ? one : { ...one, deputy },
  ),
}

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: alone })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const roles: Readonly<Record<string, string>> = {
  ...{ 'social-worker': 'social worker', iro: 'IRO', 'team-manager': "authority's lead", coordinator: 'coordinator' },
  ...{ chair: 'chair', 'other-chair': 'chair' },
}
const day = 86_400_000
const confirmedOn = 22

type Heard = { readonly day: string; readonly to: string; readonly title: string; readonly confirms: boolean }

/** `reaches`: whether what is sent to the social worker arrives. */
async function untilConfirmed(reaches = true): Promise<readonly Heard[]> {
  const stuck = await raised(bot)
  const begun = bot.clock.now().getTime()
  for (let days = 1; days <= confirmedOn; days += 1) {
    await bot.until(new Date(begun + days * day).toISOString())
    if (!reaches)
      await bot.db
        .updateTable('outbox')
        .set({ state: 'undeliverable', settled_at: bot.clock.now() })
        .where('person', '=', 'social-worker')
        .where('state', '=', 'sent')
        .execute()
  }
  went(await bot.fillIn('other-chair', { ask: 'open-confirm-case', case: stuck }, aConfirmation))
  const before = (await bot.said()).length
  await bot.until(new Date(begun + (confirmedOn + 4) * day).toISOString())
  expect(JSON.stringify((await bot.said()).slice(before))).not.toContain('open-confirm-case')
  const { ref } = await bot.db.selectFrom('cases').select('ref').executeTakeFirstOrThrow()
  return (await bot.said())
    .slice(0, before)
    .filter(({ card, state }) => state !== 'withdrawn' && !card.title.includes('agencies have been asked'))
    .toSorted((a, b) => a.notBefore.getTime() - b.notBefore.getTime() || (a.to < b.to ? -1 : 1))
    .map(({ notBefore, to, card, state }) => ({
      day: dayOf(notBefore),
      to,
      title: card.title.replace(ref, '…') + (state === 'undeliverable' ? ' (does not arrive)' : ''),
      confirms: state === 'sent' && card.buttons.some(({ ask }) => ask.ask === 'open-confirm-case'),
    }))
}

const table = (heard: readonly Heard[]): string =>
  heard
    .map(({ day: on, to, title, confirms }) => {
      const name = nameOf(alone, PersonId.parse(to))
      const who = `${inWords(asDay(on)).padEnd(30)}${name.padEnd(18)}${(roles[to] ?? to).padEnd(18)}`
      return `${who}${(confirms ? 'can confirm' : '').padEnd(13)}${title}`
    })
    .join('\n') + '\n'

const calendar = workingCalendar(alone.closedDays)
const rule = alone.policies.unconfirmedWorkingDays

/** Longer than the rule, in a row of days on which somebody hears. */
const silences = (heard: readonly Heard[]): readonly string[] => {
  const days = [...new Set(heard.map((one) => one.day))]
  return days.filter(
    (next, place) => place > 0 && addWorkingDays(asDay(days[place - 1] ?? next), rule, calendar) < next,
  )
}

const withoutIro = async (): Promise<void> => {
  await bot.db.updateTable('children').set({ iro: null }).execute()
}

it.each([
  ['without-an-iro', withoutIro, true],
  ['social-worker-not-reached', () => Promise.resolve(), false],
  [
    'over-a-weekend-social-worker-away',
    async () => {
      bot.clock.moveTo(new Date('2026-09-11T14:00:00Z'))
      await areAway(bot, 'social-worker')
    },
    true,
  ],
] as const)('%s', async (name, so, reaches) => {
  await so()
  const heard = await untilConfirmed(reaches)

  await expect(table(heard)).toMatchFileSnapshot(`../golden/unconfirmed/${name}.txt`)
  expect(silences(heard)).toEqual([])
  expect(silences(heard.filter(({ confirms }) => confirms))).toEqual([])
  const first = heard[0]?.day ?? ''
  const others = heard.find(({ confirms, to }) => confirms && to !== 'social-worker')
  expect(others?.day).toBe(addWorkingDays(asDay(first), rule, calendar))
})
