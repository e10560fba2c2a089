/** What a card says once something has become of it, and which of its buttons are left: kind by kind, for its reader. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settledIn } from '../adapters/postgres/outbox/settled-in.ts'
import { nothingLeft } from '../src/as-it-stands.ts'
import type { Card } from '../src/display/card.ts'
import type { PersonId } from '../src/ids.ts'
import { settledBy } from '../src/settled-by.ts'
import type { FactKind } from '../src/settling-facts.ts'
import { settledFacts } from '../src/settled-words.ts'
import { Fact } from '../src/vocabulary.ts'
import { sourcesIn, textOf } from './architecture/sources.ts'
import { aClosing, aConfirmation, aRaising, aView } from './support/builders.ts'
import { startBot, type Bot } from './support/bot.ts'
import { staffed } from './support/leaving.ts'
import { approved, asking, closes, offered, raised, recorded, requestTo, went } from './support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

/** The first message of this person whose key begins so: what it says now beyond what it said, and its buttons. */
async function stands(to: string, key: string) {
  const rows = await bot.db
    .selectFrom('outbox')
    .selectAll()
    .where('person', '=', to)
    .where('state', '<>', 'withdrawn')
    .orderBy('seq')
    .execute()
  const row = rows.find((one) => one.key.startsWith(key))
  if (!row) throw new Error(`${to} has no message ${key}: ${rows.map((one) => one.key).join(', ')}`)
  const said = row.card as Card
  const card = await bot.asItStands({ to: to as PersonId, card: said, settled: settledIn(row.settled) })
  const more = card.body.slice(said.body.length).map((block) => ('text' in block ? block.text : ''))
  return { says: more.join(' '), buttons: card.buttons.map(({ label }) => label) }
}

const later = () => bot.clock.pass(60_000)

/** By the next morning whatever waited has been sent. */
const nextMorning = async () => {
  const day = new Date(bot.clock.now().getTime() + 24 * 3_600_000)
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1)
  await bot.until(`${day.toISOString().slice(0, 10)}T09:30:00Z`)
}

describe('the question to an agency', () => {
  it('says that the view was given, and can still be answered', async () => {
    const request = requestTo(await asking(bot), 'larkshire-nhs-trust')
    later()
    went(await bot.fillIn('health-lead', { ask: 'open-input', request }, aView))

    const { says, buttons } = await stands('health-lead', 'asked-')
    expect(says).toMatch(/^Your view was given on Monday 7 September 2026, \d\d:\d\d\. It can be changed until/)
    expect(buttons).toEqual(['Who is this child?', 'Give our view'])
  })

  it('says who has it now', async () => {
    const request = requestTo(await asking(bot), 'larkshire-nhs-trust')
    later()
    went(await bot.fillIn('health-lead', { ask: 'open-pass-on', request }, { to: 'health-colleague' }))

    expect(await stands('health-lead', 'asked-')).toEqual({
      says: expect.stringMatching(new RegExp(`has it now\\. ${nothingLeft}$`)) as string,
      buttons: [],
    })
  })

  it('says that the child is not theirs, and lets that be taken back', async () => {
    const request = requestTo(await asking(bot), 'larkshire-nhs-trust')
    later()
    went(await bot.fillIn('health-lead', { ask: 'open-not-ours', request }, {}))

    const { says, buttons } = await stands('health-lead', 'asked-')
    expect(says).toMatch(/this child is not yours/)
    expect(buttons).toEqual(['Who is this child?'])
  })

  it('says that views are closed', async () => {
    await offered(bot)

    expect(await stands('health-lead', 'asked-')).toMatchObject({
      says: expect.stringMatching(/^Views closed on /) as string,
      buttons: [],
    })
  })
})

describe('an action', () => {
  const toOwner = async () => stands('health-lead', `promised-${(await bot.last('action-promised')).action}`)

  it('is done', async () => {
    await approved(bot)
    await nextMorning()
    const { action } = await bot.last('action-promised')
    const evidence = { evidence: 'It is there', danger: 'no' }
    went(await bot.fillIn('health-lead', { ask: 'open-complete-action', action }, evidence))

    const { says, buttons } = await toOwner()
    expect(says).toMatch(/recorded on .* that it is done\./)
    expect(buttons).toEqual(['Open the action'])
  })

  it('has moved: its date is today’s, and it can be moved once', async () => {
    await approved(bot)
    await nextMorning()
    const { action } = await bot.last('action-promised')
    const moving = { due: '2026-10-23', reason: 'The panel meets later.' }
    went(await bot.fillIn('health-lead', { ask: 'open-move-action', action }, moving))

    const { says, buttons } = await toOwner()
    expect(says).toBe('The date has changed: it is now due on Friday 23 October 2026.')
    expect(buttons).toContain('Done')
    expect(buttons).not.toContain('New date')
  })

  it('is somebody else’s', async () => {
    await approved(bot)
    await nextMorning()
    const { action } = await bot.last('action-promised')
    went(
      await bot.fillIn(
        'health-lead',
        { ask: 'open-hand-over-action', action },
        { to: 'health-colleague', reason: 'She sees him.' },
      ),
    )

    await bot.deliver()
    later()
    const offered = await toOwner()
    expect(offered.says).toMatch(/is asked to take it on, and has not said so yet\.$/)
    expect(offered.buttons).toContain('Done')
    went(await bot.ask('health-colleague', { ask: 'accept-action', action }))

    const { says, buttons } = await toOwner()
    expect(says).toMatch(/has it now\./)
    expect(buttons).not.toContain('Done')
    expect((await stands('health-colleague', 'offered-')).says).toBe('You have it now.')
  })

  it('was ended with its case', async () => {
    const all = await approved(bot)
    await nextMorning()
    await closes(bot, all.case)

    expect((await toOwner()).buttons).toEqual(['Open the action'])
  })
})

it('says who confirmed a case, and that it was closed', async () => {
  const stuck = await raised(bot)
  const key = (await bot.said('social-worker'))[0]?.key ?? ''
  await bot.deliver()
  later()
  went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation))
  expect((await stands('social-worker', key)).says).toMatch(/^Confirmed by Samira Holt on Monday 7 September/)

  later()
  await closes(bot, stuck)
  expect((await stands('social-worker', key)).buttons).toEqual(['What was raised'])
})

it('says which time was chosen', async () => {
  const { meeting } = await offered(bot)
  await nextMorning()
  const key =
    (await bot.said('chair')).find(({ card }) => card.title.endsWith('choose a time for the meeting'))?.key ?? ''
  expect((await stands('chair', key)).buttons.length).toBeGreaterThan(2)
  later()
  went(await bot.ask('chair', { ask: 'pick-slot', meeting, slot: 0 }))

  const { says, buttons } = await stands('chair', key)
  expect(says).toMatch(/^The time is chosen: /)
  expect(buttons).toEqual(['Read what was said'])
})

it('says that a meeting was recorded, and that what was agreed was posted', async () => {
  const { meeting } = await recorded(bot)
  const key = (await bot.said('chair')).find(({ card }) => card.buttons.some(({ label }) => label === 'Run sheet'))?.key
  expect((await stands('chair', key ?? '')).says).toMatch(/recorded the meeting on /)
  later()
  went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))

  const { says, buttons } = await stands('chair', key ?? '')
  expect(says).toMatch(/posted what was agreed on /)
  expect(buttons).not.toContain('Draft the summary')
})

it('says who found the child of a raising', async () => {
  went(await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: 'the boy from 4B' }))
  const { raising } = await bot.last('raising-unmatched')
  const key = (await bot.said('coordinator')).at(-1)?.key ?? ''
  await bot.deliver()
  later()
  went(await bot.fillIn('coordinator', { ask: 'open-match-raising', raising }, { identifier: 'LK104', danger: 'no' }))

  expect(await stands('coordinator', key)).toEqual({
    says: expect.stringMatching(new RegExp(`^Cora Lindqvist found the child on .*${nothingLeft}$`)) as string,
    buttons: [],
  })
})

it('says what became of a proposal to close', async () => {
  const all = await approved(bot)
  await nextMorning()
  const form = await bot.ask('social-worker', { ask: 'open-close-case', case: all.case })
  const ended = form.kind === 'form' ? Object.keys(form.fields).filter((name) => name.startsWith('ended-')) : []
  const reasons = Object.fromEntries(ended.map((name) => [name, 'It is no longer needed.']))
  went(await bot.ask('social-worker', { ask: 'close-case', case: all.case }, { ...aClosing, ...reasons }))
  const { closing } = await bot.last('closing-proposed')
  const key = (await bot.said('iro')).at(-1)?.key ?? ''
  await bot.deliver()
  later()
  went(await bot.fillIn('iro', { ask: 'open-answer-closing', closing }, { answer: 'close', danger: 'no' }))

  expect(await stands('iro', key)).toMatchObject({
    says: expect.stringMatching(/^The case was closed on /) as string,
    buttons: [],
  })
})

describe('what somebody takes over', () => {
  it('is with somebody else again before they read it', async () => {
    const { case: stuck } = await asking(bot)
    await bot.deliver()
    const gives = (to: string) => bot.fillIn('social-worker', { ask: 'open-replace-chair', case: stuck }, { to })
    went(await gives('other-chair'))
    await bot.deliver()
    expect((await stands('other-chair', 'taking-over-')).buttons).toContain('Read where it stands')
    later()
    went(await gives('chair'))

    const { says, buttons } = await stands('other-chair', 'taking-over-')
    expect(says).toMatch(new RegExp(`^Since .*, none of this is with you\\. ${nothingLeft}$`))
    expect(buttons).toEqual([])
  })
})

describe('the table', () => {
  const silent: ReadonlySet<FactKind> = new Set([
    'risk-reported',
    'risk-taken-back',
    'risk-repeated',
    'child-confirmed',
    'dates-confirmed',
  ])

  it('has words for each fact that settles a button, where the card does not say them itself', () => {
    const settling = Object.values(settledBy).flatMap((one) => ('by' in one ? one.by : []))

    expect([...new Set(settling)].filter((fact) => !settledFacts.has(fact) && !silent.has(fact))).toEqual([])
    expect([...settledFacts].filter((fact) => !settling.includes(fact))).toEqual([])
  })

  it('names facts that there are', () => {
    const kinds = new Set<string>(Fact.options.map(({ shape }) => shape.fact.value))

    expect([...settledFacts].filter((fact) => !kinds.has(fact))).toEqual([])
  })

  it('settles each button of a card, or says why it always works', () => {
    const cards = sourcesIn('src').filter(({ path }) => path.endsWith('.card.ts'))
    const asks = cards.flatMap(({ path }) =>
      [...textOf(path).matchAll(/ask: '([a-z-]+)'/g)].map(([, ask]) => ask ?? ''),
    )
    const unsettled = [...new Set(asks)].filter((ask) => {
      const settling = settledBy[ask as keyof typeof settledBy]
      return 'never' in settling && !settling.never.startsWith('It opens the same')
    })

    expect(asks.length).toBeGreaterThan(30)
    expect(unsettled).toEqual([])
  })
})
