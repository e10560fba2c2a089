import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AgencyId, type CaseId } from '../../src/ids.ts'
import { aConfirmation, demonstration } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { areAway, staffed } from '../support/leaving.ts'
import { raised, went } from '../support/stages.ts'

const hazelSchool = demonstration.agencies.find(({ id }) => id === 'hazel-school') ?? agencyMissing()

function agencyMissing(): never {
  throw new Error('the demonstration has no Hazel School')
}

let bot: Bot
let stuck: CaseId
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  stuck = await raised(bot)
  await bot.deliver()
})
afterAll(() => bot.close())

const open = () => ({ ask: 'open-confirm-case', case: stuck }) as const
const confirm = (by = 'social-worker', given = {}) => bot.fillIn(by, open(), { ...aConfirmation, ...given })

describe('before anybody confirms', () => {
  it('nobody but those who can confirm it and the IRO has heard of the case, however long it takes', async () => {
    await bot.until('2026-09-14T16:00:00Z')

    expect(new Set((await bot.said()).map(({ to }) => to))).toEqual(
      new Set(['social-worker', 'iro', 'team-manager', 'chair']),
    )
    expect((await bot.factNames()).filter((fact) => fact !== 'post-sent')).toEqual(['case-raised', 'iro-told'])
  })

  it('the lead and those who chair can after two working days, and the IRO after four: each has the button', async () => {
    await bot.until('2026-09-14T16:00:00Z')

    const later = (await bot.said()).slice(2)
    expect(later.map(({ to, notBefore }) => `${notBefore.toISOString().slice(5, 13)} ${to}`)).toEqual([
      ...['09-09T08 social-worker', '09-09T08 team-manager', '09-09T08 chair'],
      ...['09-11T08 social-worker', '09-11T08 iro', '09-11T08 team-manager', '09-11T08 chair'],
    ])
    for (const { card } of later) expect(card.buttons[0]?.ask).toEqual(open())
  })

  it('is not put off by another social worker', async () => {
    bot.clock.moveTo(new Date('2026-09-08T15:00:00Z'))
    await bot.db.updateTable('children').set({ social_worker: 'practitioner' }).execute()
    await bot.db.updateTable('cases').set({ social_worker: 'practitioner' }).execute()
    const { id: thing } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
    const give = { ask: 'give-held', part: 'child-social-worker', thing } as const
    went(await bot.ask('chair', give, { to: 'deputy-social-worker' }))
    await bot.until('2026-09-09T12:00:00Z')

    expect(await bot.titles('team-manager')).toContainEqual(expect.stringContaining('you can confirm it'))
  })
})

describe('who may confirm a case that was starved', () => {
  const days = ['2026-09-08T12:00:00Z', '2026-09-09T12:00:00Z', '2026-09-11T12:00:00Z'] as const

  it.each([
    ['team-manager', [false, true, true]],
    ['iro', [false, false, true]],
    ['practitioner', [false, false, false]],
    ['health-lead', [false, false, false]],
  ] as const)('the %s, after one, two and four working days: %j', async (who, may) => {
    for (const [place, at] of days.entries()) {
      bot.clock.moveTo(new Date(at))
      expect([at, (await bot.ask(who, open())).kind]).toEqual([at, may[place] ? 'form' : 'refusal'])
    }
    if (!may.some(Boolean)) return
    went(await confirm(who))
    expect(await bot.last('case-confirmed')).toMatchObject({ by: who })
  })
})

describe('who may confirm', () => {
  it.each(['social-worker', 'deputy-social-worker', 'chair'])('the %s may', async (who) => {
    if (who.startsWith('deputy')) await areAway(bot, 'social-worker')
    went(await confirm(who))

    expect(await bot.last('case-confirmed')).toMatchObject({ case: stuck, by: who })
  })

  it.each(['practitioner', 'iro', 'team-manager', 'health-lead', 'police-lead'])('the %s may not', async (who) => {
    const before = await bot.facts()

    const reason = who === 'team-manager' ? 'is-here-again' : 'not-for-you'
    expect(await bot.ask(who, open())).toMatchObject({ kind: 'refusal', reason })
    expect(await bot.ask(who, { ask: 'confirm-case', case: stuck }, aConfirmation)).toMatchObject({ reason })
    expect(await bot.facts()).toEqual(before)
  })

  it('a stranger is told how to get access', async () => {
    expect(await bot.ask('somebody', open())).toMatchObject({ reason: 'nobody-we-know' })
  })
})

describe('the form of the confirmation', () => {
  it('suggests whom the theme concerns, and why each needs to know', async () => {
    const form = await bot.ask('social-worker', open())
    if (form.kind !== 'form') throw new Error('no form')

    const held = Object.fromEntries(
      Object.entries(form.values).map(([name, values]) => [name, values.map((value) => value.reveal())]),
    )
    expect(held).toMatchObject({
      agencies: ['larkshire-nhs-trust', 'hazel-school'],
      'why-hazel-school': ['School is often what stays the same while a home is found.'],
      inputsClose: ['2026-09-14'],
      born: ['2014-05-21'],
    })
  })

  it('ticks nobody of a kind of which there are several: only the social worker knows whose child it is', async () => {
    const elm = { ...hazelSchool, id: AgencyId.parse('elm-school'), name: 'Elm School' }
    const two = await startBot({ partnership: { ...demonstration, agencies: [...demonstration.agencies, elm] } })
    const form = await two.ask('social-worker', { ask: 'open-confirm-case', case: await raised(two) })
    await two.close()
    if (form.kind !== 'form') throw new Error('no form')

    expect(form.values['agencies']?.map((value) => value.reveal())).toEqual(['larkshire-nhs-trust'])
    expect(Object.keys(form.values).filter((name) => name.endsWith('-school'))).toEqual([])
  })

  it('says by number and date of birth which child it is, to a chair of another agency by date of birth alone', async () => {
    const chairs = demonstration.people.map((one) =>
      one.id === 'chair' ? { ...one, agency: AgencyId.parse('hazel-school') } : one,
    )
    const which = async (who: string) => {
      const form = await bot.ask(who, open())
      if (form.kind !== 'form') throw new Error('no form')
      return form.intro
        .flatMap((part) => (part.block === 'fold' ? part.blocks : [part]))
        .flatMap((part) => (part.block === 'words' && /identifier|birth/.test(part.label) ? [part.words.reveal()] : []))
    }

    expect(await which('social-worker')).toEqual(['Wednesday 21 May 2014', 'LK104'])
    expect(await bot.factNames()).not.toContain('identity-opened')
    bot.applies({ ...demonstration, people: chairs })
    expect(await which('chair')).toEqual(['Wednesday 21 May 2014'])
    expect(await bot.last('identity-opened')).toMatchObject({ by: 'chair', without: 'name' })
    bot.applies(demonstration)
  })

  it('does not ask the authority itself', async () => {
    const form = await bot.ask('social-worker', open())
    if (form.kind !== 'form' || form.fields['agencies']?.field !== 'choices') throw new Error('no form')

    expect(form.fields['agencies'].options.map(({ value }) => value)).not.toContain('larkshire-council')
  })

  it.each([
    ['an agency without a reason', { agencies: ['larkshire-police'] }, 'why-larkshire-police'],
    ['parents who are not told, without why', { parents: 'not-told' }, 'notTold'],
    ['a child who is not told, without why', { childTold: 'not-told' }, 'notTold'],
    ['an NHS number whose check digit is wrong', { nhsNumber: '943 476 5918' }, 'nhsNumber'],
    ['a last day that is too near', { inputsClose: '2026-09-07' }, 'inputsClose'],
    ['no name of the child', { name: ' ' }, 'name'],
    ['nobody asked', { agencies: [] }, 'agencies'],
    ['a chair who is none', { chair: 'practitioner' }, 'chair'],
  ])('marks %s', async (_, given, field) => {
    const answer = await confirm('social-worker', given)

    expect(answer).toMatchObject({ kind: 'refusal', reason: 'form-not-complete' })
    expect(Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {})).toEqual([field])
    expect(await bot.factNames()).not.toContain('case-confirmed')
  })

  it('takes an NHS number with its spaces', async () => {
    went(await confirm('social-worker', { nhsNumber: '943 476 5919' }))
  })
})

describe('once it is confirmed', () => {
  it('each agency is asked through its lead, and raiser, chair and IRO hear of it', async () => {
    went(await confirm())
    await bot.ring()

    const after = (await bot.said()).slice(2)
    expect(after.map(({ to, card }) => `${to}: ${card.title.replace(/^Case .{7}: /, '')}`).toSorted()).toEqual([
      'chair: agencies have been asked',
      'health-lead: please give your view',
      'iro: agencies have been asked',
      'practitioner: agencies have been asked',
      'school-lead: please give your view',
    ])
    expect(await bot.last('case-confirmed')).toMatchObject({
      chair: 'chair',
      parents: 'told',
      childTold: 'told',
      basis: 'public-task',
      inputsClose: '2026-09-14',
      asked: [
        { body: 'larkshire-nhs-trust', person: 'health-lead' },
        { body: 'hazel-school', person: 'school-lead' },
      ],
    })
  })

  it('no message and no fact holds who the child is or why anybody is asked', async () => {
    went(await confirm('social-worker', { nhsNumber: '943 476 5919', upn: 'H801200001001' }))
    await bot.until('2026-09-09T12:00:00Z')

    const all = JSON.stringify([await bot.said(), await bot.facts(), await bot.wakes()])
    for (const typed of ['Kayleigh', 'Marsden', '2014-05-21', '943 476', 'H801200001001', 'stays the same'])
      expect(all).not.toContain(typed)
  })

  it('it cannot be confirmed again', async () => {
    went(await confirm())
    const before = await bot.facts()

    expect(await confirm()).toMatchObject({ reason: 'already-done' })
    expect(await bot.facts()).toEqual(before)
  })

  it('by two at once, it is confirmed by one', async () => {
    const both = await Promise.all([confirm('social-worker'), confirm('chair')])

    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refusal'])
    expect((await bot.factNames()).filter((fact) => fact === 'case-confirmed')).toHaveLength(1)
  })

  it('nobody is still reminded to confirm', async () => {
    went(await confirm())
    await bot.until('2026-09-09T12:00:00Z')

    expect((await bot.titles('social-worker')).filter((title) => title.includes('still waiting'))).toEqual([])
  })
})

it('the person who confirms at night is told when the agencies will be asked', async () => {
  bot.clock.moveTo(new Date('2026-09-07T20:00:00Z'))
  expect(went(await confirm())).toMatch(
    / agencies are going to be asked on Tuesday 8 September 2026, when working hours open\.$/,
  )
})

describe('who chairs', () => {
  const deputised = (of: string, deputy: string) =>
    staffed.people.map((one) => (one.id === of ? { ...one, deputy: deputy as typeof one.id } : one))
  const offered = async () => {
    const form = await bot.ask('social-worker', open())
    const chair = form.kind === 'form' ? form.fields['chair'] : undefined
    return chair?.field === 'choice' ? chair.options.map(({ value }) => value) : []
  }

  it.each(['social-worker', 'iro'])('is not the deputy of the %s, unless nobody else chairs', async (of) => {
    bot.applies({ ...staffed, people: deputised(of, 'other-chair') })
    expect(await offered()).toEqual(['chair'])

    const alone = deputised(of, 'other-chair').map((one) => (one.id === 'chair' ? { ...one, roles: [] } : one))
    bot.applies({ ...staffed, people: alone })
    expect(await offered()).toEqual(['other-chair'])
  })
})

it('says what is wrong between questions together with what is wrong with one', async () => {
  const answer = await confirm('social-worker', { name: '', parents: 'not-told', nhsNumber: '9434765918' })

  expect(Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {}).toSorted()).toEqual([
    'name',
    'nhsNumber',
    'notTold',
  ])
})
