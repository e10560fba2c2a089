import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Typed } from '../../src/display/typed.ts'
import { PersonId, type RequestId } from '../../src/ids.ts'
import type { OpeningAsk } from '../../src/vocabulary.ts'
import { aView, demonstration } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, raised, requestTo, viewsClose, went } from '../support/stages.ts'

let bot: Bot
let health: RequestId
let school: RequestId
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  const asked = await asking(bot, { nhsNumber: '943 476 5919' })
  health = requestTo(asked, 'larkshire-nhs-trust')
  school = requestTo(asked, 'hazel-school')
})
afterAll(() => bot.close())

describe('"Who is this child?"', () => {
  it('shows the person who was asked who it is and why they are asked, and each look is a fact', async () => {
    const shown = await bot.ask('health-lead', { ask: 'open-who', request: health })
    await bot.ask('health-lead', { ask: 'open-who', request: health })

    const words =
      shown.kind === 'reading'
        ? shown.body.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : []))
        : []
    expect(words).toEqual([
      'Kayleigh Marsden',
      'Wednesday 21 May 2014',
      '943 476 5919',
      'What the child needs for their health decides which homes can be theirs.',
      'Two meetings with the family finding team; a panel date was cancelled twice.',
      'I want to know where I will live when I am big.',
    ])
    const looks = (await bot.facts()).filter(({ fact }) => fact === 'identity-opened')
    expect(looks.map(({ by }) => by)).toEqual(['health-lead', 'health-lead'])
  })

  it.each(['school-lead', 'police-lead', 'practitioner'])('is closed to the %s, and leaves no fact', async (who) => {
    expect(await bot.ask(who, { ask: 'open-who', request: health })).toMatchObject({ reason: 'not-for-you' })
    expect(await bot.factNames()).not.toContain('identity-opened')
  })
})

describe('the answers', () => {
  it('"I know this child" is on record, and the view is still awaited', async () => {
    went(await bot.ask('health-lead', { ask: 'know-child', request: health }))

    expect(await bot.last('child-known')).toMatchObject({ request: health, by: 'health-lead' })
    expect(await bot.ask('health-lead', { ask: 'know-child', request: health })).toMatchObject({
      reason: 'already-done',
    })
  })

  it.each([
    ['not-ours', 'open-not-ours', /Hazel School says that the child is not theirs/],
    ['cannot-tell', 'open-cannot-tell', /Hazel School is not sure yet/],
  ] as const)('%s is asked once before it is said, and the social worker hears', async (ask, opening, says) => {
    const before = await bot.facts()
    const form = await bot.ask('school-lead', { ask: opening, request: school })
    expect(form).toMatchObject({ kind: 'form', fields: {}, submit: { ask: { ask, request: school } } })
    expect(await bot.facts()).toEqual(before)

    went(await bot.fillIn('school-lead', { ask: opening, request: school }, {}))
    expect(JSON.stringify((await bot.said('social-worker')).at(-1)?.card)).toMatch(says)
  })

  it('"Not ours" tells the social worker and closes the case to the person who said it', async () => {
    went(await bot.ask('school-lead', { ask: 'not-ours', request: school }))

    expect((await bot.titles('social-worker')).at(-1)).toMatch(/: an answer from Hazel School$/)
    const again = await bot.ask('school-lead', { ask: 'open-who', request: school })
    expect(again).toMatchObject({ kind: 'reading', buttons: [{ ask: { ask: 'take-back-not-ours' } }] })
    expect(again.kind === 'reading' && again.body.some(({ block }) => block === 'words')).toBe(false)
    expect(await bot.factNames()).not.toContain('identity-opened')
    expect(await bot.ask('school-lead', { ask: 'open-input', request: school })).toMatchObject({
      reason: 'said-not-ours',
    })
  })

  it('"Not ours" closes the case itself to them as well, and who the child is', async () => {
    const { case: stuck } = await bot.last('input-asked')
    went(await bot.ask('school-lead', { ask: 'not-ours', request: school }))

    expect(await bot.ask('school-lead', { ask: 'open-case', case: stuck })).toMatchObject({ reason: 'not-for-you' })
  })

  it('"Not ours" leaves them out of the meeting', async () => {
    went(await bot.ask('school-lead', { ask: 'not-ours', request: school }))
    went(await bot.fillIn('health-lead', { ask: 'open-input', request: health }, aView))
    await viewsClose(bot)
    const { meeting } = await bot.last('times-offered')
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, slot: 1 }))

    const told = (await bot.said()).filter(({ card }) => card.title.endsWith('the meeting is set')).map(({ to }) => to)
    expect(told.toSorted()).toEqual(['chair', 'health-lead', 'iro', 'practitioner', 'social-worker'])
  })

  it('"Not sure yet" is no answer: they are reminded, and a view may still follow', async () => {
    went(await bot.ask('school-lead', { ask: 'cannot-tell', request: school }))
    await bot.until('2026-09-10T11:00:00Z')

    expect((await bot.titles('school-lead')).at(-1)).toMatch(/your view is still needed$/)
    went(await bot.fillIn('school-lead', { ask: 'open-input', request: school }, aView))
  })

  it('"Not sure yet" from all of them closes nothing early, and counts as neither a view nor silence', async () => {
    went(await bot.ask('school-lead', { ask: 'cannot-tell', request: school }))
    went(await bot.ask('health-lead', { ask: 'cannot-tell', request: health }))

    await bot.until('2026-09-14T15:59:59Z')
    expect(await bot.factNames()).not.toContain('inputs-close-moved')
    expect(await bot.factNames()).not.toContain('inputs-closed')
    await bot.until('2026-09-14T16:00:00Z')
    expect(await bot.last('inputs-closed')).toMatchObject({ given: [], silent: [], unreached: [] })
    const offer = (await bot.said('chair')).find(({ card }) => card.title.includes('choose a time'))
    expect(JSON.stringify(offer)).toContain('Hazel School: was not sure whether it knows the child')
  })

  it('cannot be taken back once a view was given', async () => {
    went(await bot.fillIn('health-lead', { ask: 'open-input', request: health }, aView))

    expect(await bot.ask('health-lead', { ask: 'not-ours', request: health })).toMatchObject({
      reason: 'view-already-given',
    })
  })

  it('do nothing at a second press, and nothing for somebody they were not meant for', async () => {
    went(await bot.ask('school-lead', { ask: 'not-ours', request: school }))
    const before = await bot.facts()

    expect(await bot.ask('school-lead', { ask: 'not-ours', request: school })).toMatchObject({ kind: 'refusal' })
    expect(await bot.ask('police-lead', { ask: 'not-ours', request: health })).toMatchObject({ reason: 'not-for-you' })
    expect(await bot.facts()).toEqual(before)
  })
})

describe('passing on to a colleague', () => {
  const pass = () => bot.fillIn('health-lead', { ask: 'open-pass-on', request: health }, { to: 'health-colleague' })

  it('offers only people of the same agency', async () => {
    const form = await bot.ask('health-lead', { ask: 'open-pass-on', request: health })

    const field = form.kind === 'form' ? form.fields['to'] : undefined
    expect(field?.field === 'choice' && field.options.map(({ value }) => value)).toEqual(['health-colleague'])
  })

  it('asks the colleague, and the person who passed it on loses sight of the case', async () => {
    const { case: stuck } = await bot.last('input-asked')
    went(await pass())

    expect(await bot.last('request-passed-on')).toMatchObject({ request: health, to: 'health-colleague' })
    expect((await bot.titles('health-colleague')).at(-1)).toMatch(/please give your view$/)
    for (const ask of [
      { ask: 'open-who', request: health },
      { ask: 'open-input', request: health },
      { ask: 'open-case', case: stuck },
    ] as const)
      expect(await bot.ask('health-lead', ask)).toMatchObject({ reason: 'not-for-you' })
    went(await bot.fillIn('health-colleague', { ask: 'open-input', request: health }, aView))
  })

  it('finds a colleague by typing where there are too many for a list, by the rights of who types', async () => {
    const trust = 'larkshire-nhs-trust'
    const one = demonstration.people.find(({ id }) => id === 'health-colleague')
    if (!one) throw new Error('no colleague')
    const crowd = Array.from({ length: 2_000 }, (_, count) => ({
      ...{ ...one, name: `Nurse Number ${count}` },
      id: PersonId.parse(`nurse-${count}`),
      email: `nurse-${count}@larkshire-nhs.example`,
    }))
    const large = await startBot({ partnership: { ...demonstration, people: [...demonstration.people, ...crowd] } })
    const request = requestTo(await asking(large), trust)
    const passTo = (to: string) => large.fillIn('health-lead', { ask: 'open-pass-on', request }, { to })

    const find = (by: string, words: string, opened: OpeningAsk = { ask: 'open-pass-on', request }) =>
      large.lookUp({ by: PersonId.parse(by), opened, field: 'to', typed: new Typed(words), most: 100 })
    const facts = await large.factNames()

    expect(await find('health-lead', 'number 119')).toMatchObject({ matching: 12 })
    expect(await find('health-lead', 'nurse')).toMatchObject({ matching: 2_000 })
    expect(await find('health-lead', 'Cosmo')).toMatchObject({ matching: 0 })
    expect(await find('school-lead', 'nurse')).toMatchObject({ reason: 'not-for-you' })
    expect(await find('nobody', 'nurse')).toMatchObject({ reason: 'nobody-we-know' })
    expect(await find('health-lead', 'nurse', { ask: 'open-mine' })).toMatchObject({ reason: 'no-longer-there' })
    expect(await large.factNames()).toEqual(facts)
    expect(await passTo('school-lead')).toMatchObject({ fields: { to: 'Choose from the list.' } })
    expect(await passTo('Nurse-119@larkshire-nhs.example')).toMatchObject({ fields: { to: 'Choose from the list.' } })
    went(await passTo('nurse-119'))
    expect(await large.last('request-passed-on')).toMatchObject({ to: 'nurse-119' })
    expect(await find('health-lead', 'nurse')).toMatchObject({ kind: 'refusal' })
    await large.close()
  })

  it('typing into a list records no look, though opening its form does', async () => {
    await bot.startOver()
    const stuck = await raised(bot)
    const opened = { ask: 'open-confirm-case', case: stuck } as const
    const typed = new Typed('Larkshire')

    expect(
      await bot.lookUp({ by: PersonId.parse('chair'), opened, field: 'agencies', typed, most: 100 }),
    ).toMatchObject({ matching: 2 })
    expect(await bot.factNames()).not.toContain('identity-opened')
    await bot.ask('chair', opened)
    expect(await bot.factNames()).toContain('identity-opened')
  })

  it('says so where there is no colleague', async () => {
    await bot.startOver()
    const asked = await asking(bot, { agencies: ['larkshire-police'], 'why-larkshire-police': 'They found her.' })

    expect(
      await bot.ask('police-lead', { ask: 'open-pass-on', request: requestTo(asked, 'larkshire-police') }),
    ).toMatchObject({ reason: 'no-colleague' })
  })

  it('takes nobody of another agency, whatever a door is sent', async () => {
    expect(await bot.ask('health-lead', { ask: 'pass-on', request: health }, { to: 'school-lead' })).toMatchObject({
      fields: { to: 'Choose from the list.' },
    })
  })

  it('asks the colleague again after "Not sure yet", and as somebody who was not reminded', async () => {
    await bot.until('2026-09-10T11:00:00Z')
    went(await bot.ask('health-lead', { ask: 'cannot-tell', request: health }))
    went(await pass())
    await bot.deliver()

    expect((await bot.said('health-colleague')).at(-1)).toMatchObject({ state: 'sent' })
    await bot.until('2026-09-15T12:00:00Z')
    expect(await bot.last('inputs-closed')).toMatchObject({ silent: [school, health] })
    const offer = (await bot.said('chair')).find(({ card }) => card.title.includes('choose a time'))
    expect(JSON.stringify(offer)).toContain('Larkshire NHS Trust: no answer (asked Thursday 10 September 2026)')
  })

  it('reaches the colleague at every turn, however often it goes to and fro', async () => {
    const back = () => bot.fillIn('health-colleague', { ask: 'open-pass-on', request: health }, { to: 'health-lead' })
    for (const turn of [pass, back, pass]) {
      went(await turn())
      await bot.deliver()
    }

    const asked = (await bot.said('health-colleague')).filter(({ card }) =>
      card.title.endsWith('please give your view'),
    )
    expect(asked.map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  it('can come back', async () => {
    went(await pass())
    went(await bot.fillIn('health-colleague', { ask: 'open-pass-on', request: health }, { to: 'health-lead' }))
    await bot.deliver()

    const [again] = (await bot.said('health-lead')).slice(-1)
    expect(again?.state).toBe('sent')
    expect(again?.card.title).toMatch(/please give your view$/)
    went(await bot.fillIn('health-lead', { ask: 'open-input', request: health }, aView))
  })
})
