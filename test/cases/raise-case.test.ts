import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { matchFields } from '../../src/cases/find-child.form.ts'
import { normalIdentifier } from '../../src/children/identifier.ts'
import type { ChildId } from '../../src/ids.ts'
import type { Answer } from '../../src/display/answer.ts'
import { aConfirmation, aRaising } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, closes, raised, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const raise = { ask: 'raise-case' } as const

describe('raising a case', () => {
  it('opens it for the child of the identifier, however it is typed', async () => {
    await raised(bot, { identifier: ' lk 104 ' })

    expect(await bot.factNames()).toEqual(['case-raised', 'iro-told'])
    expect(await bot.last('case-raised')).toMatchObject({
      by: 'practitioner',
      stuck: 'permanence',
      needed: '2026-10-30',
    })
  })

  it('opens it for a child with the longest identifier that a return may have', async () => {
    const identifier = 'C'.repeat(36)
    expect(normalIdentifier(identifier)).toBe(identifier)
    expect(normalIdentifier(`${identifier}C`)).toBeUndefined()
    await bot.put({ identifier })
    await raised(bot, { identifier })

    expect(await bot.factNames()).toEqual(['case-raised', 'iro-told'])
    expect(matchFields.identifier.max).toBeGreaterThanOrEqual(36)
  })

  it('opens it for a child whom a social worker picks from their own list', async () => {
    const form = await bot.ask('social-worker', { ask: 'open-raise-case' })
    if (form.kind !== 'form' || form.fields['child']?.field !== 'choice') throw new Error('no list of children')
    const [own] = form.fields['child'].options

    went(await bot.ask('social-worker', raise, { ...aRaising, identifier: '', child: own?.value ?? '' }))

    expect(await bot.last('case-raised')).toMatchObject({ by: 'social-worker' })
  })

  it('offers nobody a list of children who are not their own', async () => {
    const form = await bot.ask('deputy-social-worker', { ask: 'open-raise-case' })

    expect(form).toMatchObject({ kind: 'form' })
    expect(Object.keys(form.kind === 'form' ? form.fields : {})).not.toContain('child')
  })

  it('is filled in with the child and what is stuck, where a social worker comes from a duty', async () => {
    const own = await bot.put({ identifier: 'LK206' })
    const others = await bot.put({ identifier: 'LK207', socialWorker: 'deputy-social-worker' })
    const opened = async (child: ChildId) => {
      const form = await bot.ask('social-worker', { ask: 'open-raise-case', child, stuck: 'health-plan' })
      const { values = {} } = form.kind === 'form' ? form : {}
      return Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, value.map((one) => one.reveal()).join()]),
      )
    }

    expect(await opened(own)).toEqual({ child: own, theme: 'health-plan' })
    expect(await opened(others)).toEqual({ theme: 'health-plan' })
  })

  it('refuses a picked child that is not on the own list, whatever a door is sent', async () => {
    const other = await bot.put({ identifier: 'LK205', socialWorker: 'deputy-social-worker' })

    const answer = await bot.ask('social-worker', raise, { ...aRaising, identifier: '', child: other })

    expect(answer).toMatchObject({ kind: 'refusal', fields: { child: 'Choose from the list.' } })
  })

  it('tells the social worker and the IRO, and nobody else', async () => {
    await raised(bot)

    expect((await bot.said()).map(({ to }) => to)).toEqual(['social-worker', 'iro'])
  })

  it('puts nothing of what was typed into any message', async () => {
    await raised(bot)

    const all = JSON.stringify(await bot.said()) + JSON.stringify(await bot.facts())
    for (const typed of [aRaising['tried'], aRaising['childSays'], aRaising['wouldHelp'], 'LK104'])
      expect(all).not.toContain(typed)
  })

  it('needs what the child says, or why it is not known', async () => {
    const silent = { ...aRaising, childSays: '' }

    const answer = await bot.ask('practitioner', raise, silent)
    expect(answer).toMatchObject({ reason: 'form-not-complete' })
    expect(Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {})).toEqual(['childSays'])

    went(await bot.ask('practitioner', raise, { ...silent, childSaysUnknown: 'I have not met them yet.' }))
  })

  it('marks every field that is missing, and saves nothing', async () => {
    const answer = await bot.ask('practitioner', raise, {})

    const marked = Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {})
    expect(marked.toSorted()).toEqual(['childSays', 'danger', 'identifier', 'needed', 'theme', 'tried', 'wouldHelp'])
    expect(await bot.facts()).toEqual([])
  })

  it('marks words that are too long', async () => {
    const answer = await bot.ask('practitioner', raise, { ...aRaising, tried: 'x'.repeat(2001) })

    expect(answer).toMatchObject({ fields: { tried: 'Write no more than 2000 characters. This has 2001.' } })
  })

  it('goes to the lead of the authority where the child has no social worker', async () => {
    await bot.put({ identifier: 'LK300', socialWorker: undefined, iro: undefined })

    await raised(bot, { identifier: 'LK300' })

    expect((await bot.said()).map(({ to }) => to)).toEqual(['team-manager'])
  })

  it('waits for working hours', async () => {
    bot.clock.moveTo(new Date('2026-09-05T20:00:00Z')) // a Saturday

    await raised(bot)

    expect((await bot.said())[0]?.notBefore).toEqual(new Date('2026-09-07T08:00:00Z'))
  })

  it('reaches the deputy while the social worker is away', async () => {
    went(await bot.ask('social-worker', { ask: 'set-away' }, { from: '2026-09-07', until: '2026-09-11' }))

    await raised(bot)

    expect((await bot.said()).map(({ to }) => to)).toEqual(['deputy-social-worker', 'iro'])
  })
})

const unknown = { ...aRaising, identifier: 'LK999' }

describe('an identifier that no child has', () => {
  it('is refused at its field to staff of the authority', async () => {
    const answer = await bot.ask('practitioner', raise, unknown)

    expect(answer).toMatchObject({
      reason: 'form-not-complete',
      fields: {
        identifier: "No child in the authority's care has this number. Check it, or tick below that you have none.",
      },
    })
    expect(await bot.facts()).toEqual([])
  })

  it('gets somebody from outside the same receipt as one that a child has', async () => {
    const known = await bot.ask('health-lead', raise, aRaising)
    const notKnown = await bot.ask('health-lead', raise, unknown)
    const joined = await bot.ask('school-lead', raise, aRaising)

    expect(known.kind).toBe('done')
    for (const one of [notKnown, joined]) expect(saidBy(one)).toEqual(saidBy(known))
  })

  /** Without the reference of what was raised, which is each one's own. */
  const saidBy = (answer: Answer) =>
    answer.kind === 'done' ? [answer.says, (answer.next ?? []).map(({ label, ask }) => [label, ask.ask])] : answer

  it('is said to be with nobody in particular, where no part in the case tells more', async () => {
    for (const sent of [aRaising, unknown]) went(await bot.ask('health-lead', raise, sent))

    const mine = JSON.stringify(await bot.ask('health-lead', { ask: 'open-mine' }))
    expect(mine.match(/It is with the people who see to it\./g)).toHaveLength(2)
  })

  it('is told to the coordinator, without the identifier', async () => {
    went(await bot.ask('health-lead', raise, unknown))

    const [message] = await bot.said()
    expect(message).toMatchObject({ to: 'chair', card: { title: 'Which child is this stuck case about?' } })
    expect(JSON.stringify(message)).not.toContain('LK999')
  })

  it('counts as unknown for a child who has left care', async () => {
    await bot.put({ identifier: 'LK400', scope: 'ended' })

    went(await bot.ask('health-lead', raise, { ...aRaising, identifier: 'LK400' }))

    expect(await bot.factNames()).toEqual(['raising-unmatched'])
  })
})

describe('by what a child is found', () => {
  const none = { ...aRaising, identifier: '' }
  /** Somebody confirmed once who the child is; the case is closed since. */
  const wasConfirmed = () =>
    bot.reach('was confirmed with numbers', async () => {
      const stuck = await raised(bot)
      const who = { name: 'Kayleigh Marsden', nhsNumber: '943 476 5919', upn: 'H801200001001' }
      went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, { ...aConfirmation, ...who }))
      await closes(bot, stuck)
    })
  const found = async () => (await bot.factNames()).filter((fact) => fact === 'case-raised').length === 2

  it.each([
    ['the NHS number', { identifier: '9434765919' }],
    ['the UPN', { identifier: 'h80120 0001001' }],
    ["the council's number", { identifier: 'lk104' }],
    ['name and date of birth', { name: 'MARSDEN, Kayleigh', born: '2014-05-21' }],
    [
      'a number, with a name that is not in the record',
      { identifier: 'LK104', name: 'Kay Unknown', born: '2014-05-21' },
    ],
  ])('%s', async (_, given) => {
    await wasConfirmed()
    went(await bot.ask('health-lead', raise, { ...none, ...given }))
    expect(await found()).toBe(true)
  })

  it.each([
    ['a name with another date of birth', { name: 'Kayleigh Marsden', born: '2014-05-22' }],
    ['a number with another date of birth', { identifier: 'LK104', born: '2013-01-02' }],
    ['two that mean different children', { identifier: 'LK205', name: 'Kayleigh Marsden', born: '2014-05-21' }],
    [
      'a number that nobody has, with a name that somebody has',
      { identifier: 'LK999', name: 'Kayleigh Marsden', born: '2014-05-21' },
    ],
  ])('goes to the coordinator with %s', async (_, given) => {
    await wasConfirmed()
    await bot.put({ identifier: 'LK205', born: '2014-05-21' })
    went(await bot.ask('health-lead', raise, { ...none, ...given }))
    expect(await found()).toBe(false)
    expect((await bot.factNames()).at(-1)).toBe('raising-unmatched')
  })

  it('is known to nobody by a number that two children are said to have', async () => {
    await wasConfirmed()
    const other = await bot.put({ identifier: 'LK205' })
    await bot.db
      .updateTable('children')
      .set({ found_by_hash: await hashesOfCases() })
      .where('id', '=', other)
      .execute()
    went(await bot.ask('health-lead', raise, { ...none, identifier: '9434765919' }))
    expect((await bot.factNames()).at(-1)).toBe('raising-unmatched')
  })
  const hashesOfCases = async () =>
    (await bot.db.selectFrom('cases').select('found_by_hash').executeTakeFirstOrThrow()).found_by_hash

  it.each([
    [{ name: 'Kayleigh Marsden' }, { born: 'Give the date of birth as well.' }],
    [{ born: '2014-05-21' }, { name: 'Give the name as well.' }],
    [{ identifier: '9434765918' }, { identifier: expect.stringContaining('not a valid NHS number') as string }],
    [{}, { identifier: expect.stringContaining('or tick that you have none') as string }],
  ])('needs a whole answer: %o', async (given, fields) => {
    expect(await bot.ask('health-lead', raise, { ...none, ...given })).toMatchObject({ fields })
  })

  it('may be known to nobody: a coordinator asks, and the raiser is told when the child was found', async () => {
    for (const by of ['health-lead', 'practitioner']) {
      await bot.startOver()
      expect(went(await bot.ask(by, raise, { ...none, noneKnown: 'none' }))).toContain('a coordinator will ask you')
      expect(JSON.stringify(await bot.ask(by, { ask: 'open-mine' }))).toContain('A coordinator will ask you')
      const { raising } = await bot.last('raising-unmatched')
      const form = JSON.stringify(await bot.ask('chair', { ask: 'open-match-raising', raising }))
      expect(form).toContain('do not know any number')
      expect(await bot.last('unmatched-opened')).toMatchObject({ raising, by: 'chair' })
      went(await bot.fillIn('chair', { ask: 'open-match-raising', raising }, { identifier: 'LK104' }))
      expect((await bot.titles(by)).at(-1)).toBe('A coordinator has found the child of a stuck case that you raised')
    }
  })

  it('is looked for by a coordinator where it is another than one of their own, and the receipt says so', async () => {
    const sent = { ...none, child: 'another', noneKnown: 'none', name: 'Nobody Known', born: '2014-05-21' }
    expect(went(await bot.ask('social-worker', raise, sent))).toContain(
      'If we cannot find the child, a coordinator looks first.',
    )
    expect(await bot.factNames()).toContain('raising-unmatched')
  })

  it('is said to the raiser alone, also while a deputy stands in for them: what was raised is theirs', async () => {
    went(await bot.ask('social-worker', raise, { ...none, noneKnown: 'none' }))
    const { raising } = await bot.last('raising-unmatched')
    went(await bot.ask('social-worker', { ask: 'set-away' }, { from: '2026-09-07', until: '2026-09-11' }))
    went(await bot.fillIn('chair', { ask: 'open-match-raising', raising }, { identifier: 'LK104' }))

    expect((await bot.said()).find(({ key }) => key === `matched-${raising}`)).toMatchObject({ to: 'social-worker' })
  })

  it('is shown to the coordinator as it was typed, and stands in no message', async () => {
    went(await bot.ask('health-lead', raise, { ...none, name: 'Nobody Known', born: '2014-05-21' }))
    const { raising } = await bot.last('raising-unmatched')
    const form = await bot.ask('chair', { ask: 'open-match-raising', raising })
    const shown =
      form.kind === 'form' ? form.intro.flatMap((one) => (one.block === 'words' ? one.words.reveal() : [])) : []
    expect(shown).toEqual(['Nobody Known', 'Wednesday 21 May 2014'])
    expect(JSON.stringify([await bot.said(), await bot.facts()])).not.toContain('Nobody')
  })

  it('tells nobody outside that two numbers are of one child', async () => {
    await wasConfirmed()
    const first = went(await bot.ask('health-lead', raise, { ...none, identifier: '9434765919' }))
    expect(went(await bot.ask('health-lead', raise, { ...none, identifier: 'LK104' }))).toBe(first)
    expect((await bot.ask('health-lead', raise, { ...none, identifier: '943 476 5919' })).kind).toBe('form')
  })
})

describe('an open case of the child', () => {
  it('is joined by the person who raises it next', async () => {
    const first = await raised(bot)
    went(await bot.ask('health-lead', raise, { ...aRaising, theme: 'health-plan' }))

    expect(await bot.last('case-joined')).toMatchObject({ case: first, stuck: 'health-plan', by: 'health-lead' })
    expect((await bot.titles('social-worker')).at(-1)).toMatch(/^Case .{7}: raised again$/)
  })

  it('is raised once by each person: somebody who raises it again is offered to add what they wrote', async () => {
    await raised(bot, {}, 'health-lead')
    const again = await bot.ask('health-lead', raise, { ...aRaising, wouldHelp: 'Something new.' })

    if (again.kind !== 'form') throw new Error('no form')
    expect(again.submit.ask).toMatchObject({ ask: 'add-to-raising' })
    expect(again.values['more']?.[0]?.reveal()).toContain('Something new.')
    expect(again.intro[0]).toMatchObject({
      text: expect.stringContaining('You raised this on Monday 7 September 2026') as string,
    })
    expect((await bot.factNames()).filter((fact) => fact === 'case-joined')).toEqual([])
    went(await bot.ask('health-lead', again.submit.ask, { more: 'Something new.', danger: 'no' }))
    expect((await bot.factNames()).at(-1)).toBe('raising-added-to')
  })

  it('is raised once also where nobody knows the child, and nothing is lost that is too long to be added at once', async () => {
    went(await bot.ask('health-lead', raise, unknown))
    const long = { ...unknown, identifier: ' lk 999 ', tried: 'x'.repeat(1_500), wouldHelp: 'y'.repeat(1_500) }
    const again = await bot.ask('health-lead', raise, long)

    if (again.kind !== 'reading') throw new Error('no reading')
    expect(again.buttons[0]?.ask).toMatchObject({ ask: 'open-add-to-raising' })
    const shown = again.body.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : []))
    expect(shown).toEqual(expect.arrayContaining([long.tried, long.wouldHelp]))
    expect((await bot.factNames()).filter((fact) => fact === 'raising-unmatched')).toHaveLength(1)
    went(await bot.ask('health-lead', raise, { ...unknown, identifier: 'LK998' }))
  })

  it('keeps that a danger was reported, also where it is not raised a second time', async () => {
    await raised(bot, {}, 'health-lead')
    const told = { danger: 'reported', reportedTo: 'front-door', reportedAt: 'now' }
    await bot.ask('health-lead', raise, { ...aRaising, ...told })
    expect(await bot.factNames()).toContain('risk-reported')
  })

  it('is raised again as a disagreement by somebody who had raised it: others settle that', async () => {
    const stuck = await raised(bot, {}, 'health-lead')
    went(await bot.ask('health-lead', raise, { ...aRaising, theme: 'disagreement' }))
    expect(await bot.last('case-joined')).toMatchObject({ case: stuck, stuck: 'disagreement' })

    expect((await bot.ask('health-lead', raise, { ...aRaising, theme: 'disagreement' })).kind).toBe('form')
  })

  it('can be raised again once what somebody raised is withdrawn', async () => {
    await raised(bot, {}, 'health-lead')
    const { raising } = await bot.last('case-raised')
    went(await bot.fillIn('health-lead', { ask: 'open-withdraw-raising', raising }, { why: 'A slip.', danger: 'no' }))
    went(await bot.ask('health-lead', raise, aRaising))
  })

  it('is joined also by two who raise it at the same moment', async () => {
    const both = await Promise.all([bot.ask('health-lead', raise, aRaising), bot.ask('school-lead', raise, aRaising)])

    expect(both.map(({ kind }) => kind)).toEqual(['done', 'done'])
    expect((await bot.factNames()).filter((fact) => fact.startsWith('case-')).toSorted()).toEqual([
      'case-joined',
      'case-raised',
    ])
  })

  it('is joined while agencies are being asked as well', async () => {
    const { case: stuck } = await asking(bot)
    went(await bot.ask('police-lead', raise, aRaising))

    expect(await bot.last('case-joined')).toMatchObject({ case: stuck })
  })

  it('is not joined once it is closed: the next raising opens another', async () => {
    const stuck = await raised(bot)
    await closes(bot, stuck)

    expect(await raised(bot)).not.toBe(stuck)
  })
})
