/** Children on the edge of care, or leaving it: a case of them where the partnership's file says so, and no duty. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canHaveCase } from '../../src/children/can-have-case.ts'
import { PersonId, type RaisingId } from '../../src/ids.ts'
import { whoHasCases } from '../../src/partnership/also-for.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aRaising, demonstration } from '../support/builders.ts'
import { went } from '../support/stages.ts'

const both: Partnership = { ...demonstration, alsoFor: ['edge-of-care', 'leaving-care'] }

it.each([
  [[], 'in care'],
  [['leaving-care'], 'in care or leaving care'],
  [['edge-of-care', 'leaving-care'], 'in care, on the edge of care or leaving care'],
] as const)('a file with %j has cases of children %s', (alsoFor, says) => {
  expect(whoHasCases({ alsoFor })).toBe(says)
})

it.each([
  ['in', undefined, [], true],
  ['ended', undefined, ['leaving-care'], false],
  ['ended', 'leaving-care', ['leaving-care'], true],
  ['ended', 'leaving-care', ['edge-of-care'], false],
  ['no-episodes', 'edge-of-care', [], false],
] as const)('a child %s care, said to be %s, where the file has %j: %j', (scope, around, alsoFor, can) => {
  expect(canHaveCase({ scope, ...(around && { around }) }, { alsoFor: [...alsoFor] })).toBe(can)
})

describe('where the file says so', () => {
  let bot: Bot
  let raising: RaisingId
  beforeAll(async () => (bot = await startBot({ partnership: both })))
  beforeEach(async () => {
    await bot.startOver()
    bot.applies(both)
    went(await raises('school-lead', 'LK700'))
    raising = (await bot.last('raising-unmatched')).raising
  })
  afterAll(() => bot.close())

  const raises = (who: string, identifier: string) => bot.ask(who, { ask: 'raise-case' }, { ...aRaising, identifier })
  const open = () => ({ ask: 'open-match-raising', raising }) as const
  const edge = { identifier: 'lk 700', around: 'edge-of-care', born: '2013-04-05', socialWorker: 'social-worker' }
  const finds = (given: object = {}) => bot.fillIn('chair', open(), { ...edge, ...given })

  it('a coordinator says which child it is, and its case is raised without any duty or list', async () => {
    went(await finds())

    const { child } = await bot.last('child-around-care')
    expect(await bot.last('child-around-care')).toMatchObject({ as: 'edge-of-care', by: 'chair' })
    expect((await bot.titles('social-worker')).at(-1)).toMatch(/^Case .{7}: please confirm$/)
    expect(await bot.look(({ tx }) => tx.dutiesOf(child))).toEqual([])
    expect(await bot.look(({ tx }) => tx.childrenNaming(PersonId.parse('social-worker')))).not.toContainEqual(
      expect.objectContaining({ id: child }),
    )
    expect(JSON.stringify([await bot.facts(), await bot.said()])).not.toMatch(/LK700|2013-04-05/)
  })

  it('the next who raises it joins that case by the number', async () => {
    went(await finds())
    const { case: stuck } = await bot.last('case-raised')
    went(await raises('health-lead', 'LK 700'))

    expect(await bot.last('case-joined')).toMatchObject({ case: stuck, by: 'health-lead' })
  })

  it('a child whose care has ended keeps its row, and nobody is taken for another', async () => {
    const known = await bot.put({ identifier: 'LK700', born: '2013-04-05', scope: 'ended' })
    expect(await finds({ born: '2013-04-06' })).toMatchObject({
      fields: { born: 'This number is of a child with another date of birth.' },
    })
    went(await finds({ around: 'leaving-care' }))
    expect(await bot.last('child-around-care')).toMatchObject({ child: known, as: 'leaving-care' })
  })

  it.each([
    ['no date of birth', { born: '' }, ['born']],
    ['nobody who answers for it', { socialWorker: '' }, ['socialWorker']],
    ['a child who is in care', { identifier: 'LK104', born: '2014-05-21' }, ['around']],
    ['no child in care by this number', { around: 'in-care' }, ['identifier']],
  ])('is not found with %s', async (_, given, wrong) => {
    const answer = await finds(given)
    expect(Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {})).toEqual(wrong)
    expect(await bot.factNames()).not.toContain('child-around-care')
  })

  it('is found by nobody once the file says so no longer', async () => {
    went(await finds())
    bot.applies(demonstration)
    went(await raises('health-lead', 'LK700'))

    expect(await bot.factNames()).not.toContain('case-joined')
    const again = await bot.ask('chair', {
      ask: 'open-match-raising',
      raising: (await bot.last('raising-unmatched')).raising,
    })
    expect(again.kind === 'form' && Object.keys(again.fields)).toEqual(['identifier'])
  })

  it('who raises it reads who can have a case', async () => {
    const form = await bot.ask('practitioner', { ask: 'open-raise-case' })
    expect(form.kind === 'form' && form.fields['identifier']?.hint).toContain(
      'in care, on the edge of care or leaving care',
    )
  })
})
