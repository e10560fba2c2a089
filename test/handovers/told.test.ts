/** Who is told of what somebody held who has gone, and when: for every part and every way of going. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayOf } from '../../src/calendar/london.ts'
import { addWorkingDays, workingCalendar } from '../../src/calendar/working-days.ts'
import { HeldAs } from '../../src/handovers/asks.ts'
import { partnershipChanged } from '../../src/handovers/partnership-changed.ts'
import { done } from '../../src/display/answer.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { startBot, type Bot, type Said } from '../support/bot.ts'
import { hold, type Holding } from '../support/holdings.ts'
import { movedTo, staffed, withRoles, without } from '../support/leaving.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

type Going = { readonly how: string; readonly to: (holder: string) => Partnership; readonly applied: boolean }

const left: Going = { how: 'left', to: (holder) => without(staffed, holder), applied: true }
/** Nothing is applied: the day after their last day has come. */
const ended: Going = { ...left, how: 'reached the last day', applied: false }
const roleLost: Going = {
  how: 'lost the role',
  to: (holder) => withRoles(staffed, holder, 'practitioner'),
  applied: true,
}
const moved: Going = { how: 'changed agency', to: (holder) => movedTo(staffed, holder, 'hazel-school'), applied: true }

const takesRole: readonly HeldAs[] = [
  'child-social-worker',
  'child-iro',
  'case-social-worker',
  'case-iro',
  'case-chair',
]
const takesAgency: readonly HeldAs[] = ['child-social-worker', 'case-social-worker', 'view', 'action', 'duty']

const all = HeldAs.options.flatMap((part) =>
  [left, ended, ...(takesRole.includes(part) ? [roleLost] : []), ...(takesAgency.includes(part) ? [moved] : [])].map(
    (going) => ({ part, going, how: going.how }),
  ),
)

const calendar = workingCalendar([])

/** A working day later, at noon: everybody who had to be told has been told by then. */
async function oneWorkingDayLater(): Promise<void> {
  await bot.until(`${addWorkingDays(dayOf(bot.clock.now()), 1, calendar)}T12:00:00Z`)
}

const changes = () =>
  bot.store.transact({ at: bot.clock.now() }, async (tx) => {
    await partnershipChanged({ tx, now: bot.clock.now() })
    return done('')
  })

const told = async (): Promise<readonly Said[]> => (await bot.said()).filter(({ key }) => key.startsWith('gone-'))

const rowsOf = ({ card }: Said): readonly string[] =>
  card.body.flatMap((block) => (block.block === 'row' ? [block.text] : []))

async function goes(part: HeldAs, going: Going): Promise<Holding> {
  await changes() // as each start of a worker does
  const holding = await hold[part](bot)
  bot.applies(going.to(holding.holder))
  if (going.applied) await changes()
  return holding
}

describe.each(all)('$part of somebody who has $how', ({ part, going }) => {
  it('is told to those who see to it, within one working day', async () => {
    const holding = await goes(part, going)
    await oneWorkingDayLater()

    const cards = await told()
    expect(cards.map(({ to }) => to).toSorted()).toEqual(holding.told.toSorted())
    expect(cards.map(({ state }) => state)).toEqual(cards.map(() => 'sent'))
    for (const one of cards) {
      expect(rowsOf(one)).toEqual([expect.stringMatching(holding.row)])
      expect(one.card.title).toMatch(/has (left|changed role): 1 thing needs a new person$/)
    }
  })
})

describe('what comes to a leaver later', () => {
  it('is told on the next working day, with all that they held before', async () => {
    await goes('child-social-worker', left)
    await oneWorkingDayLater()
    await bot.put({ identifier: 'LK105' }) // as an import of another process would
    await oneWorkingDayLater()

    expect((await told()).map(({ to, card }) => [to, card.title])).toEqual([
      ['deputy-social-worker', 'Samira Holt has left: 1 thing needs a new person'],
      ['coordinator', 'Samira Holt has left: 1 thing needs a new person'],
      ['deputy-social-worker', 'Samira Holt has left: 2 things need a new person'],
      ['coordinator', 'Samira Holt has left: 2 things need a new person'],
    ])
  })

  it('is told as well where no version was ever applied that anybody heard of', async () => {
    bot.applies(without(staffed, 'social-worker'))
    await changes()
    await bot.until('2026-09-08T12:00:00Z')

    expect(await told()).toHaveLength(2)
  })
})

describe('what was told', () => {
  it('is not told every day', async () => {
    await goes('child-iro', left)
    for (let day = 0; day < 4; day++) await oneWorkingDayLater()

    expect(await told()).toHaveLength(2)
  })

  it('is told again after five working days while nobody has taken it', async () => {
    await goes('child-iro', left)
    for (let day = 0; day < 6; day++) await oneWorkingDayLater()

    expect(await told()).toHaveLength(4)
  })

  it('is told to anybody who coordinates later', async () => {
    await goes('child-iro', left)
    await oneWorkingDayLater()
    bot.applies(withRoles(without(staffed, 'iro', 'coordinator'), 'practitioner', 'coordinator'))
    await oneWorkingDayLater()

    expect((await told()).map(({ to }) => to)).toEqual(['team-manager', 'coordinator', 'practitioner'])
  })

  it('is told again where somebody came back and has gone again', async () => {
    await goes('child-iro', left)
    await oneWorkingDayLater()
    bot.applies(staffed)
    await oneWorkingDayLater()
    bot.applies(without(staffed, 'iro'))
    await oneWorkingDayLater()

    expect(await told()).toHaveLength(4)
  })

  it('is not sent any more where everything was taken before it went out', async () => {
    await goes('child-iro', left)
    bot.clock.moveTo(new Date('2026-09-07T17:30:00Z'))
    await bot.ring()
    await bot.ask(
      'coordinator',
      { ask: 'give-held', part: 'child-iro', thing: (await hold['child-iro'](bot)).thing },
      {
        to: 'other-iro',
      },
    )

    expect((await told()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  })
})

describe('where nobody else has the role', () => {
  it('the coordinators are told so, without a button that leads nowhere', async () => {
    const alone = without(staffed, 'iro', 'other-iro')
    bot.applies(alone)
    await changes()
    await oneWorkingDayLater()

    const cards = await told()
    expect(cards.map(({ to }) => to).toSorted()).toEqual(['coordinator', 'team-manager'])
    for (const one of cards) {
      expect(rowsOf(one)).toEqual([])
      expect(JSON.stringify(one.card.body)).toMatch(/Nobody in the partnership can take these on yet.*Child \S{7}: IRO/)
    }
  })

  it('and no coordinator is left either, the lead of the authority is told', async () => {
    bot.applies(without(staffed, 'social-worker', 'deputy-social-worker', 'coordinator'))
    await changes()
    await oneWorkingDayLater()

    expect((await told()).map(({ to }) => to)).toEqual(['team-manager'])
  })
})

it('a card shows twenty rows at most, and opens the rest page by page', async () => {
  for (let more = 0; more < 24; more++) await bot.put({ identifier: `LK${200 + more}` })
  bot.applies(without(staffed, 'social-worker'))
  await changes()
  await oneWorkingDayLater()

  const [card] = await told()
  expect(card && rowsOf(card)).toHaveLength(20)
  expect(card?.card.title).toBe('Samira Holt has left: 25 things need a new person')
  const page = await bot.ask('coordinator', card?.card.buttons[0]?.ask ?? { ask: 'open-help' })
  expect(page).toMatchObject({
    kind: 'home',
    sections: [{ title: 'Still to take over from Samira Holt: 25' }, { title: '5 more' }],
  })
})

it('a card says nothing that identifies a child, and none that people wrote', async () => {
  const holding = await goes('action', left)
  bot.applies(without(staffed, holding.holder, 'social-worker', 'chair', 'iro'))
  await changes()
  await oneWorkingDayLater()

  const ids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  const said = JSON.stringify(await told()).replace(ids, 'id')
  expect(said).not.toMatch(/Kayleigh|Marsden|LK104|2014|report|panel/)
})
