/** What the agencies that are asked read of what was raised: line by line, as it was released, and never who wrote it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Raising } from '../../src/cases/case.ts'
import { releasedBlocks, releasedFields, releasedOf, releasedValues } from '../../src/cases/released.ts'
import type { Answer } from '../../src/display/answer.ts'
import { Typed } from '../../src/display/typed.ts'
import { aConfirmation, aRaising, demonstration, reported } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, raised, requestTo, went, type Asking } from '../support/stages.ts'

const line = (name: string, words: string) => ({ name, question: `${name}?`, words: new Typed(words) })

const aRaisingOf = (more: Partial<Raising>): Raising =>
  ({
    ...{ id: 'r1', by: 'practitioner', theme: 'permanence', at: new Date('2026-09-07T09:00:00Z') },
    words: [
      ...[line('tried', 'Two calls.'), line('childSays', 'I wait.'), line('wouldHelp', 'A date.')],
      line('added-3', 'Another call.'),
    ],
    ...more,
  }) as Raising

const offered = (raisings: readonly Raising[]) =>
  (releasedFields(raisings).released?.options ?? []).map(({ label }) => label)

describe('what can be released', () => {
  it('is what was tried and what the child says, all of it unless somebody takes it out', () => {
    const one = aRaisingOf({})

    expect(offered([one])).toEqual(['What has been tried', 'What the child says'])
    expect(releasedValues([one])['released']?.map((value) => value.reveal())).toEqual(['r1 tried', 'r1 childSays'])
    expect(releasedFields([one]).released).toMatchObject({ optional: true })
  })

  it('says which raising it is of, within what an option can hold, where there are several', () => {
    const labels = offered(
      Array.from({ length: 40 }, (_, count) =>
        aRaisingOf({
          id: `r${count}` as never,
          words: [line('childSaysUnknown', 'He is away.')],
          at: new Date('2026-09-30T09:00:00Z'),
        }),
      ),
    )

    expect(labels[39]).toBe('40. Why nobody knows what the child says (Wednesday 30 September 2026)')
    expect(Math.max(...labels.map((label) => String(label).length))).toBeLessThanOrEqual(75)
    expect(new Set(labels).size).toBe(40)
  })

  it.each([
    ['withdrawn', { withdrawnAt: new Date() }],
    ['raised by somebody who is named to the IRO alone', { namedTo: 'iro' as const }],
  ])('is nothing of what was %s, even if it was released or is asked for', (_, more) => {
    const one = aRaisingOf({ ...more, released: ['tried', 'childSays'] })

    expect(releasedFields([one])).toEqual({})
    expect(releasedValues([one])).toEqual({})
    expect(releasedOf(one, ['r1 tried'])).toEqual([])
    expect(releasedBlocks([one], demonstration)).toEqual([])
  })

  it('is no line that nobody offers, even if its name is sent', () => {
    const one = aRaisingOf({ released: ['wouldHelp', 'added-3', 'tried'] })

    expect(releasedOf(one, ['r1 wouldHelp', 'r1 added-3', 'r2 tried', 'r1 tried'])).toEqual(['tried'])
    expect(JSON.stringify(releasedBlocks([one], demonstration))).not.toMatch(/wouldHelp|added-3/)
  })
})

describe('those who are asked', () => {
  let bot: Bot
  beforeAll(async () => (bot = await startBot()))
  beforeEach(() => bot.startOver())
  afterAll(() => bot.close())

  const wordsIn = (shown: Answer): readonly string[] =>
    shown.kind === 'reading' ? shown.body.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : [])) : []
  const { tried, childSays, wouldHelp } = aRaising as Record<string, string>
  const read = async (asked: Asking, who: string, agency: string) => [
    wordsIn(await bot.ask(who, { ask: 'open-who', request: requestTo(asked, agency) })),
    wordsIn(await bot.ask(who, { ask: 'open-identity', case: asked.case })),
  ]
  const all = JSON.stringify

  it('read what was tried and what the child says, under who the child is, where each look is a fact', async () => {
    const asked = await asking(bot)
    const looks = async () => (await bot.factNames()).filter((fact) => fact === 'identity-opened').length
    const before = await looks()

    for (const shown of await read(asked, 'health-lead', 'larkshire-nhs-trust')) {
      expect(shown).toEqual(expect.arrayContaining([tried, childSays]))
      expect(shown).not.toContain(wouldHelp)
    }
    expect(await looks()).toBe(before + 2)
    expect(await bot.last('case-confirmed')).toMatchObject({ released: 2 })
    const form = await bot.ask('health-lead', { ask: 'open-input', request: requestTo(asked, 'larkshire-nhs-trust') })
    expect(all(form)).toContain('What was raised: see')
  })

  it('do not read who raised it, and no message says any of it', async () => {
    const asked = await asking(bot)
    for (const ask of [
      { ask: 'open-who', request: requestTo(asked, 'hazel-school') },
      { ask: 'open-identity', case: asked.case },
    ] as const)
      expect(all(await bot.ask('school-lead', ask))).not.toMatch(/Robin Ashdown|practitioner@/)
    const said = all([await bot.said(), await bot.facts(), await bot.wakes()])
    expect(said).not.toContain(tried)
    expect(said).not.toContain(childSays)
  })

  it('read nothing of it where all was taken out', async () => {
    const asked = await asking(bot, { released: [] })
    for (const shown of await read(asked, 'health-lead', 'larkshire-nhs-trust')) {
      expect(shown).not.toContain(tried)
      expect(shown).not.toContain(childSays)
    }
    const form = await bot.ask('health-lead', { ask: 'open-input', request: requestTo(asked, 'larkshire-nhs-trust') })
    expect(all(form)).not.toContain('What was raised: see')
  })

  it('read what the child says alone where that alone was released', async () => {
    const stuck = await raised(bot)
    const { raising } = await bot.last('case-raised')
    await bot.startOver()
    const asked = await asking(bot, { released: [`${raising} childSays`] })

    expect(asked.case).toBe(stuck)
    for (const shown of await read(asked, 'school-lead', 'hazel-school')) {
      expect(shown).toContain(childSays)
      expect(shown).not.toContain(tried)
    }
  })

  it('read it no longer once it is not theirs, or once it is withdrawn', async () => {
    const asked = await asking(bot)
    const { raising } = await bot.last('case-raised')
    const request = requestTo(asked, 'hazel-school')
    went(await bot.ask('school-lead', { ask: 'not-ours', request }))
    expect(wordsIn(await bot.ask('school-lead', { ask: 'open-who', request }))).toEqual([])
    expect(await bot.ask('school-lead', { ask: 'open-identity', case: asked.case })).toMatchObject({ kind: 'refusal' })

    went(await bot.ask('practitioner', { ask: 'withdraw-raising', raising }, { why: 'It moves.', danger: 'no' }))
    for (const shown of await read(asked, 'health-lead', 'larkshire-nhs-trust')) expect(shown).not.toContain(tried)
  })

  it('never read that a danger was reported, nor by whom', async () => {
    await raised(bot, { ...reported, spokenTo: 'Dana Quist' })
    await bot.deliver()
    const { case: stuck } = await bot.last('case-raised')
    went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation))
    await bot.ring()
    const request = (await bot.facts()).flatMap((fact) =>
      fact.fact === 'input-asked' && fact.body === 'hazel-school' ? [['hazel-school', fact.request] as const] : [],
    )
    const asked: Asking = { case: stuck, request: Object.fromEntries(request) }

    for (const shown of await read(asked, 'school-lead', 'hazel-school')) {
      expect(shown).toContain(tried)
      expect(all(shown)).not.toMatch(/Dana Quist|reported/)
    }
  })

  it('the others read all of it on the page of the case, and not twice', async () => {
    const asked = await asking(bot)

    for (const who of ['social-worker', 'iro', 'chair'])
      expect(wordsIn(await bot.ask(who, { ask: 'open-identity', case: asked.case }))).not.toContain(tried)
  })
})
