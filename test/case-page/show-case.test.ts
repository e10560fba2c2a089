import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../../src/display/reading.ts'
import type { CaseId } from '../../src/ids.ts'
import { aRaising } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, went } from '../support/stages.ts'

let bot: Bot
let stuck: CaseId
beforeAll(async () => {
  bot = await startBot()
  went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, tried: 'The police wrote this.' }))
  stuck = (await asking(bot, { nhsNumber: '943 476 5919', upn: 'H801200001001' })).case
})
afterAll(() => bot.close())

async function readBy(who: string): Promise<Reading> {
  const answer = await bot.ask(who, { ask: 'open-case', case: stuck })
  if (answer.kind !== 'reading') throw new Error(`${who} reads nothing: ${JSON.stringify(answer)}`)
  return answer
}

const wordsIn = ({ body }: Reading): readonly string[] =>
  body.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : []))

describe('an opened case', () => {
  it.each([
    ['social-worker', { identity: true, allWords: true }],
    ['iro', { identity: true, allWords: true }],
    ['chair', { identity: true, allWords: true }],
    ['health-lead', { identity: true, allWords: false }],
    ['school-lead', { identity: true, allWords: false }],
    ['practitioner', { identity: false, allWords: false }],
    ['police-lead', { identity: false, allWords: false }],
  ])('shows the %s what they may see, and no more', async (who, { identity, allWords }) => {
    const shown = wordsIn(await readBy(who))

    const identified = await bot.ask(who, { ask: 'open-identity', case: stuck })

    expect(shown).not.toContain('Kayleigh Marsden')
    expect(identified.kind === 'reading' && wordsIn(identified).includes('Kayleigh Marsden')).toBe(identity)
    expect(shown.includes('The police wrote this.')).toBe(allWords || who === 'police-lead')
    expect(shown.includes(String(aRaising['tried']))).toBe(allWords || who === 'practitioner')
  })

  it.each(['deputy-social-worker', 'team-manager'])(
    'is closed to the %s while the social worker is here',
    async (who) => {
      const ask = { ask: 'open-case', case: stuck } as const
      expect(await bot.ask(who, ask)).toMatchObject({ kind: 'refusal', reason: 'is-here-again' })
    },
  )

  const born = 'Wednesday 21 May 2014'

  it.each([
    ['social-worker', [born, 'LK104']],
    ['iro', [born, 'LK104']],
    ['chair', [born, 'LK104']],
    ['health-lead', [born, '943 476 5919']],
    ['school-lead', [born, 'H801200001001']],
    ['practitioner', []],
  ])('tells the %s which child it is, by their own number, on record each time', async (who, words) => {
    const before = (await bot.facts()).length

    const { body } = await readBy(who)

    const identifying = ['Date of birth', "The authority's identifier", 'NHS number', 'Unique pupil number', 'Known as']
    expect(
      body.flatMap((part) => (part.block === 'words' && identifying.includes(part.label) ? [part.words.reveal()] : [])),
    ).toEqual(words)
    expect((await bot.facts()).slice(before)).toMatchObject(
      words.length > 0 ? [{ fact: 'identity-opened', case: stuck, by: who, without: 'name' }] : [],
    )
  })

  it('leaves a fact for each look at who the child is, and none for a look without it', async () => {
    const looks = async () => (await bot.factNames()).filter((fact) => fact === 'identity-opened').length
    const before = await looks()

    await bot.ask('iro', { ask: 'open-identity', case: stuck })
    expect(await looks()).toBe(before + 1)
    expect(await bot.last('identity-opened')).toMatchObject({ case: stuck, by: 'iro' })

    await readBy('practitioner')
    expect(await looks()).toBe(before + 1)
  })

  it('is not there for an id that is nothing', async () => {
    const nothing = '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a99' as CaseId
    expect(await bot.ask('social-worker', { ask: 'open-case', case: nothing })).toMatchObject({
      reason: 'no-longer-there',
    })
  })
})

describe('/stuck-case mine', () => {
  it.each(['practitioner', 'social-worker', 'iro', 'chair', 'health-lead', 'school-lead', 'police-lead'])(
    'lists the case for the %s',
    async (who) => {
      expect(await bot.ask(who, { ask: 'open-mine' })).toMatchObject({
        sections: expect.arrayContaining([expect.objectContaining({ title: 'Your open cases: 1' })]) as unknown,
      })
    },
  )

  it.each(['team-manager', 'school-colleague'])('lists nothing for the %s', async (who) => {
    expect(await bot.ask(who, { ask: 'open-mine' })).toMatchObject({
      sections: expect.arrayContaining([expect.objectContaining({ title: 'You have no open cases' })]) as unknown,
    })
  })
})

describe('/stuck-case help', () => {
  it('says what can be asked, and whom to call', async () => {
    const help = JSON.stringify(await bot.ask('practitioner', { ask: 'open-help' }))

    for (const said of ['/stuck-case mine', '/stuck-case away', '01632 960101', '999', 'Nobody watches this bot'])
      expect(help).toContain(said)
  })
})
