/** A disagreement with the social worker: they give a view like everybody else, and decide nothing of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseId } from '../../src/ids.ts'
import { aClosing, aConfirmation, aRaising, aView } from '../support/builders.ts'
import { textOf } from '../simulation/words.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { areAway, staffed, without, withRoles } from '../support/leaving.ts'
import { asking, closes, raised, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const theirs = 'Whether she can stay at her school.'
const disagreed = (given = {}) => raised(bot, { theme: 'disagreement', ...given }, 'school-lead')

const confirmed = async (by = 'chair', given = {}) => {
  const stuck = await disagreed(given)
  const words = { ...aConfirmation, 'why-social-worker': theirs }
  went(await bot.fillIn(by, { ask: 'open-confirm-case', case: stuck }, words))
  await bot.ring()
  return stuck
}

const asksParty = async () => {
  const asked = (await bot.facts()).flatMap((fact) => (fact.fact === 'input-asked' ? [fact] : []))
  const request = asked.findLast(({ body }) => body === staffed.authority)?.request
  if (!request) throw new Error('the social worker is not asked')
  return request
}

describe('before it is confirmed', () => {
  it('is said to everybody who chairs, to the coordinators, to the IRO, and to the social worker that there is one', async () => {
    const stuck = await disagreed()

    expect((await bot.said()).map(({ to }) => to)).toEqual([
      ...['chair', 'other-chair', 'coordinator', 'social-worker', 'iro'],
    ])
    const said = await bot.said('social-worker')
    expect(said.map(({ card }) => card.title)).toEqual([expect.stringMatching(/: a disagreement has been raised$/)])
    expect(said[0]?.card.buttons.map(({ ask }) => ask)).toEqual([{ ask: 'open-case', case: stuck }])
    expect(JSON.stringify(said)).not.toContain('Selwyn Marsh')
  })

  it('lies in the list of everybody who can confirm it, with that one press, until somebody has', async () => {
    const stuck = await disagreed()
    const offers = async (who: string) =>
      JSON.stringify(await bot.ask(who, { ask: 'open-mine' })).includes('open-confirm-case')

    for (const who of ['chair', 'other-chair', 'coordinator']) expect(await offers(who)).toBe(true)
    for (const who of ['social-worker', 'iro', 'team-manager', 'health-lead']) expect(await offers(who)).toBe(false)
    went(
      await bot.fillIn(
        'other-chair',
        { ask: 'open-confirm-case', case: stuck },
        { ...aConfirmation, 'why-social-worker': theirs },
      ),
    )
    for (const who of ['chair', 'other-chair', 'coordinator']) expect(await offers(who)).toBe(false)
  })

  it('does not lie there for somebody who chairs and is the deputy of the social worker', async () => {
    bot.applies(withRoles(staffed, 'deputy-social-worker', 'social-worker', 'chair'))
    await disagreed()

    expect(JSON.stringify(await bot.ask('deputy-social-worker', { ask: 'open-mine' }))).not.toContain(
      'open-confirm-case',
    )
  })

  it('lies there of another case only once its social worker has been silent', async () => {
    await raised(bot)
    const offers = async () =>
      JSON.stringify(await bot.ask('other-chair', { ask: 'open-mine' })).includes('open-confirm-case')

    expect(await offers()).toBe(false)
    await bot.until('2026-09-09T12:00:00Z')
    expect(await offers()).toBe(true)
  })

  it.each(['chair', 'other-chair', 'coordinator'])('can be confirmed by the %s', async (who) => {
    const stuck = await confirmed(who)

    expect(await bot.last('case-confirmed')).toMatchObject({ case: stuck, by: who })
  })

  it.each(['social-worker', 'deputy-social-worker', 'team-manager', 'iro'])('cannot be by the %s', async (who) => {
    const stuck = await disagreed()

    expect(await bot.ask(who, { ask: 'open-confirm-case', case: stuck })).toMatchObject({ kind: 'refusal' })
  })

  it('can be by the IRO after four working days, and never by the social worker or who manages them', async () => {
    const stuck = await disagreed()
    await bot.until('2026-09-14T12:00:00Z')

    for (const who of ['social-worker', 'deputy-social-worker', 'team-manager'])
      expect(await bot.ask(who, { ask: 'open-confirm-case', case: stuck })).toMatchObject({ kind: 'refusal' })
    expect(await bot.ask('iro', { ask: 'open-confirm-case', case: stuck })).toMatchObject({ kind: 'form' })
    expect(await bot.titles('social-worker')).toHaveLength(1)
    expect(await bot.titles('team-manager')).toEqual([])
  })

  it('cannot be by a coordinator who acts for the social worker', async () => {
    const { people } = staffed
    bot.applies({
      ...staffed,
      people: people.map((one) =>
        one.id === 'social-worker' ? { ...one, deputy: 'coordinator' as typeof one.id } : one,
      ),
    })
    const stuck = await disagreed()

    expect(await bot.ask('coordinator', { ask: 'open-confirm-case', case: stuck })).toMatchObject({
      reason: 'not-for-you',
    })
  })
})

describe('once it is confirmed', () => {
  it('asks the social worker for a view like everybody else, in the words of the chair', async () => {
    await confirmed()

    const asked = (await bot.facts()).flatMap((fact) => (fact.fact === 'input-asked' ? [fact] : []))
    const request = asked.find(({ person }) => person === 'social-worker')?.request
    if (!request) throw new Error('the social worker is not asked')
    expect(asked).toHaveLength(4)
    expect((await bot.titles('social-worker')).at(-1)).toMatch(/: please give your view$/)
    expect(textOf(await bot.ask('social-worker', { ask: 'open-who', request }))).toContain(theirs)
    went(await bot.fillIn('social-worker', { ask: 'open-input', request }, aView))
  })

  it('offers the social worker their view, and no way out of it', async () => {
    await confirmed()
    const request = await asksParty()
    const who = await bot.ask('social-worker', { ask: 'open-who', request })

    expect(who.kind === 'reading' && who.buttons.map(({ ask }) => ask.ask)).toEqual(['open-input'])
    for (const ask of [
      'open-not-ours',
      'open-cannot-tell',
      'open-pass-on',
      'not-ours',
      'cannot-tell',
      'know-child',
    ] as const)
      expect(await bot.ask('social-worker', { ask, request })).toMatchObject({ reason: 'asked-as-party' })
    const to = { to: 'team-manager' }
    expect(await bot.ask('social-worker', { ask: 'pass-on', request }, to)).toMatchObject({ reason: 'asked-as-party' })
    expect(textOf(await bot.ask('social-worker', { ask: 'open-input', request }))).toContain('until views close')
    went(await bot.fillIn('social-worker', { ask: 'open-input', request }, aView))
  })

  it('passes that view on with the case', async () => {
    await confirmed()
    const { id: thing } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
    bot.applies({ ...staffed, people: staffed.people.filter(({ id }) => id !== 'social-worker') })
    const give = { ask: 'give-held', part: 'child-social-worker', thing } as const
    went(await bot.ask('coordinator', give, { to: 'deputy-social-worker' }))

    expect(await bot.titles('deputy-social-worker')).toContainEqual(expect.stringMatching(/: please give your view$/))
  })

  it.each(['open-close-case', 'open-replace-chair'] as const)('has no %s for the social worker', async (ask) => {
    const stuck = await confirmed()

    for (const who of ['social-worker', 'deputy-social-worker'])
      expect(await bot.ask(who, { ask, case: stuck })).toMatchObject({ reason: 'not-for-you' })
    const shown = await bot.ask('social-worker', { ask: 'open-case', case: stuck })
    expect(shown.kind === 'reading' && shown.buttons.map((one) => one.ask.ask)).not.toContain(ask)
  })

  it.each([
    ['chair', 'iro'],
    ['coordinator', 'iro'],
    ['coordinator', 'chair'],
  ])('is closed by the %s and the %s', async (proposes, agrees) => {
    const stuck = await confirmed()
    await closes(bot, stuck, agrees, proposes)

    expect(await bot.last('case-closed')).toMatchObject({ case: stuck, by: agrees })
    expect(JSON.stringify(await bot.said('school-lead'))).toContain(aClosing['toRaisers'])
  })
})

describe('a disagreement in a case that is open already', () => {
  it('takes the closing from the social worker', async () => {
    const { case: stuck } = await asking(bot)
    went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement' }))

    expect(await bot.ask('social-worker', { ask: 'open-close-case', case: stuck })).toMatchObject({
      reason: 'not-for-you',
    })
    expect((await bot.titles('chair')).at(-1)).toMatch(/: raised again$/)
    expect((await bot.titles('iro')).at(-1)).toMatch(/: now a disagreement as well$/)
  })

  it('takes the confirmation from them, and others are asked', async () => {
    const stuck = await raised(bot)
    went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement' }))

    expect(await bot.ask('social-worker', { ask: 'open-confirm-case', case: stuck })).toMatchObject({
      reason: 'not-for-you',
    })
    for (const who of ['chair', 'other-chair', 'coordinator'])
      expect(await bot.titles(who)).toContainEqual(expect.stringMatching(/: a disagreement, please confirm$/))
  })

  it('asks the social worker for a view while views are open, and nobody else again', async () => {
    await asking(bot)
    went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement' }))
    await bot.ring()

    const asked = (await bot.facts()).flatMap((fact) => (fact.fact === 'input-asked' ? [fact] : []))
    const people = asked.map(({ person }) => person)
    expect(people.filter((person) => person === 'social-worker')).toHaveLength(1)
    expect(new Set(people).size).toBe(people.length)
    expect((await bot.titles('social-worker')).at(-1)).toMatch(/: please give your view$/)
    const request = asked.find(({ person }) => person === 'social-worker')?.request
    if (!request) throw new Error('the social worker is not asked')
    const shown = textOf(await bot.ask('social-worker', { ask: 'open-who', request }))
    expect(shown).toContain('Somebody has raised a disagreement')
    expect(shown).not.toContain(aRaising['wouldHelp'])
    went(await bot.fillIn('social-worker', { ask: 'open-input', request }, aView))
  })

  it('gives them two working days where views would close sooner', async () => {
    await asking(bot, { inputsClose: '2026-09-08' })
    await bot.ring()
    went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement' }))
    await bot.ring()

    expect(await bot.last('inputs-close-moved')).toMatchObject({ to: '2026-09-09' })
  })

  it('tells the social worker, who was to confirm it, that others do', async () => {
    await raised(bot)
    went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement' }))

    expect((await bot.titles('social-worker')).at(-1)).toMatch(/: a disagreement has been raised$/)
  })

  it('stays one when the person who raised it has withdrawn it', async () => {
    const { case: stuck } = await asking(bot)
    went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement' }))
    const { raising } = await bot.last('case-joined')
    went(
      await bot.fillIn(
        'police-lead',
        { ask: 'open-withdraw-raising', raising },
        { why: 'I was asked to.', danger: 'no' },
      ),
    )

    expect(await bot.ask('social-worker', { ask: 'open-close-case', case: stuck })).toMatchObject({
      reason: 'not-for-you',
    })
  })
})

describe('a disagreement that is raised again after its chair has left', () => {
  const again = async (isReviewed = true) => {
    const stuck = await confirmed()
    if (!isReviewed) await bot.db.updateTable('cases').set({ iro: null }).where('id', '=', stuck).execute()
    await bot.deliver()
    bot.applies(without(staffed, 'chair'))
    const before = (await bot.said()).length
    went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement' }))
    return (await bot.said()).slice(before)
  }

  it('is said to the IRO, who is offered nothing that they may not do', async () => {
    const said = await again()

    expect(said.map(({ to }) => to)).toEqual(['iro'])
    expect(said[0]?.card.title).toMatch(/: raised again$/)
    expect(JSON.stringify(said)).not.toContain('admit-raiser')
  })

  it('is said to the coordinators where there is no IRO, without the name of who raised it', async () => {
    const said = await again(false)

    expect(said.map(({ to }) => to)).toEqual(['coordinator'])
    expect(said[0]?.card.title).toMatch(/: raised again/)
    expect(JSON.stringify(said)).not.toContain('Police')
    await bot.ring()
    await bot.deliver()
    expect((await bot.said('coordinator')).at(-1)).toMatchObject({ state: 'sent' })
  })
})

describe('somebody who wants to be named to the IRO alone', () => {
  const alone = { namedTo: 'iro' }

  it('is named to the IRO, and to nobody else', async () => {
    const stuck = await confirmed('chair', alone)
    const name = 'Selwyn Marsh'

    for (const who of ['social-worker', 'chair', 'iro']) {
      const shown = textOf(await bot.ask(who, { ask: 'open-case', case: stuck }))
      expect(shown).toContain('somebody who is named to the IRO alone')
      expect(shown.replace(`Hazel School: ${name}`, '')).not.toContain(name)
    }
    await closes(bot, stuck, 'iro', 'chair')
    const cards = (await bot.said()).filter(({ to }) => to !== 'school-lead').map(({ card }) => card)
    expect(JSON.stringify(cards)).not.toContain(name)
  })

  it('is shown to the IRO by a press, on their card and on the page, and each look is on record', async () => {
    const stuck = await disagreed(alone)
    const { raising } = await bot.last('case-raised')
    const press = { ask: 'open-raiser', raising } as const

    expect((await bot.said('iro')).flatMap(({ card }) => card.buttons.map(({ ask }) => ask))).toContainEqual(press)
    expect(JSON.stringify(await bot.ask('iro', { ask: 'open-case', case: stuck }))).toContain(JSON.stringify(press))
    expect(await bot.factNames()).not.toContain('raiser-opened')
    expect(textOf(await bot.ask('iro', press))).toContain('Selwyn Marsh, Hazel School, school.lead@demo.example')
    expect(await bot.last('raiser-opened')).toMatchObject({ case: stuck, raising, by: 'iro' })
    for (const { id } of staffed.people.filter((one) => one.id !== 'iro'))
      expect(await bot.ask(id, press)).toMatchObject({ kind: 'refusal' })
    expect(JSON.stringify(await bot.ask('chair', { ask: 'open-confirm-case', case: stuck }))).not.toContain(
      'open-raiser',
    )
  })

  it('is shown to nobody by that press who raised it by name', async () => {
    await disagreed()
    const { raising } = await bot.last('case-raised')

    expect(await bot.ask('iro', { ask: 'open-raiser', raising })).toMatchObject({ reason: 'not-for-you' })
  })

  it('is said to the IRO also where the case is a disagreement already', async () => {
    await confirmed()
    went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement', ...alone }))
    const { raising } = await bot.last('case-joined')

    expect((await bot.said('iro')).at(-1)?.card.buttons.map(({ ask }) => ask)).toContainEqual({
      ask: 'open-raiser',
      raising,
    })
  })

  it('is read by the chair, and not by the person who is challenged', async () => {
    const stuck = await confirmed('chair', alone)

    expect(textOf(await bot.ask('chair', { ask: 'open-case', case: stuck }))).toContain(aRaising['wouldHelp'])
    expect(textOf(await bot.ask('social-worker', { ask: 'open-case', case: stuck }))).not.toContain(
      aRaising['wouldHelp'],
    )
  })

  it('is invited to nothing, and told that it is confirmed and closed', async () => {
    went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement', ...alone }))
    const { case: stuck } = await bot.last('case-raised')
    const given = { ...aConfirmation, agencies: ['hazel-school'], 'why-social-worker': theirs }
    went(await bot.fillIn('chair', { ask: 'open-confirm-case', case: stuck }, given))
    await closes(bot, stuck, 'iro', 'chair')

    expect(await bot.titles('police-lead')).toEqual([
      'A stuck case that you raised is confirmed',
      'A stuck case that you raised is closed',
    ])
  })

  it('is refused where it is no disagreement', async () => {
    expect(await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, ...alone })).toMatchObject({
      fields: { namedTo: expect.stringContaining('Only for a disagreement') as string },
    })
  })
})

describe('somebody who acts for the social worker, and is the deputy of the chair and of the IRO as well', () => {
  const who = 'deputy-social-worker'
  const deputising = (...of: readonly string[]) =>
    bot.applies({
      ...staffed,
      people: staffed.people.map((one) => (of.includes(one.id) ? { ...one, deputy: who as typeof one.id } : one)),
    })
  const offeredOf = async (stuck: CaseId) => {
    const asked = (await bot.facts()).flatMap((fact) => (fact.fact === 'input-asked' ? [fact] : []))
    const request = asked.find((fact) => fact.case === stuck && fact.person === 'health-lead')?.request
    if (!request) throw new Error('health is not asked')
    went(await bot.fillIn('health-lead', { ask: 'open-input', request }, aView))
    await bot.until('2026-09-25T12:00:00Z')
    return (await bot.last('times-offered')).meeting
  }

  it('reads no view and no run sheet, and decides nothing of the meeting', async () => {
    deputising('social-worker', 'chair', 'iro')
    const stuck = await confirmed('chair', { namedTo: 'iro' })
    const meeting = await offeredOf(stuck)

    await areAway(bot, 'social-worker', 'iro')
    const not = { reason: 'not-for-you' }
    for (const by of [who, 'social-worker']) {
      expect(await bot.ask(by, { ask: 'open-views', case: stuck })).toMatchObject(not)
      expect(await bot.ask(by, { ask: 'open-run-sheet', meeting })).toMatchObject(not)
      expect(await bot.ask(by, { ask: 'pick-slot', meeting, slot: 0 })).toMatchObject(not)
      expect(await bot.ask(by, { ask: 'open-record', meeting })).toMatchObject(not)
      expect(await bot.ask(by, { ask: 'open-summary-draft', meeting })).toMatchObject(not)
      const shown = await bot.ask(by, { ask: 'open-case', case: stuck })
      expect(shown.kind === 'reading' && shown.buttons.map((one) => one.ask.ask)).not.toContain('open-views')
    }
    expect(await bot.ask('chair', { ask: 'open-views', case: stuck })).toMatchObject({ kind: 'reading' })
    expect(await bot.ask('chair', { ask: 'open-run-sheet', meeting })).toMatchObject({ kind: 'reading' })
  })

  it('does not read who is named to the IRO alone', async () => {
    deputising('social-worker', 'chair', 'iro')
    const stuck = await confirmed('chair', { namedTo: 'iro' })

    await areAway(bot, 'social-worker', 'chair', 'iro')
    const shown = textOf(await bot.ask(who, { ask: 'open-case', case: stuck }))
    expect(shown).toContain('somebody who is named to the IRO alone')
    expect(shown).not.toContain('school.lead@demo.example')
    const { raising } = await bot.last('case-raised')
    expect(await bot.ask(who, { ask: 'open-raiser', raising })).toMatchObject({ reason: 'not-for-you' })
  })

  it('reads them where they act for the chair or the IRO alone', async () => {
    bot.applies({
      ...staffed,
      people: staffed.people.map(({ deputy, ...one }) => {
        if (one.id === 'social-worker') return one
        const their = one.id === 'chair' || one.id === 'iro' ? (who as typeof one.id) : deputy
        return their ? { ...one, deputy: their } : one
      }),
    })
    const stuck = await confirmed('chair', { namedTo: 'iro' })
    await offeredOf(stuck)
    const { raising } = await bot.last('case-raised')
    expect(await bot.ask(who, { ask: 'open-raiser', raising })).toMatchObject({ reason: 'is-here-again' })
    await areAway(bot, 'chair', 'iro')

    expect(await bot.ask(who, { ask: 'open-views', case: stuck })).toMatchObject({ kind: 'reading' })
    expect(textOf(await bot.ask(who, { ask: 'open-raiser', raising }))).toContain('school.lead@demo.example')
  })
})
