/** One press for each: what somebody held who has gone becomes somebody else's, and they are told what to do. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HeldAs } from '../../src/handovers/asks.ts'
import { calledHeld } from '../../src/handovers/held.ts'
import { heldByGone } from '../../src/handovers/find-held.ts'
import { severalForm } from '../../src/handovers/give-held.form.ts'
import { lockHeld } from '../../src/handovers/lock-held.ts'
import { ActionId, AgencyId, DutyId, PersonId } from '../../src/ids.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { hold, type Holding } from '../support/holdings.ts'
import { staffed, withRoles, without } from '../support/leaving.ts'
import { approved, asking, raised, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

async function goes(part: HeldAs): Promise<Holding> {
  const holding = await hold[part](bot)
  await bot.deliver()
  bot.applies(without(staffed, holding.holder))
  return holding
}

/** Who has it now. */
const holderOf = (part: HeldAs, thing: string) =>
  bot.look(async (moment) => {
    const held = await lockHeld(moment, { part, thing })
    return held?.holder
  })

const openToGone = () =>
  bot.look(async (moment) => (await heldByGone(moment)).map((held) => calledHeld(held, moment.partnership)))

const stateOf = async () => JSON.stringify([await bot.facts(), await bot.said(), await bot.wakes()])

/** What the successor has to do in addition to reading where it stands. */
const next: Partial<Record<HeldAs, RegExp>> = {
  'case-social-worker': /please confirm$/,
  view: /please give your view$/,
  action: /you take over an action, due Friday 9 October 2026$/,
  duty: /you take over the permanence plan$/,
  notes: /you are taking the notes$/,
}

describe.each(HeldAs.options)('%s', (part) => {
  it('is taken with one press by anybody who may hold it', async () => {
    const { thing, successor, holder } = await goes(part)
    const roles = staffed.people.find(({ id }) => id === successor)?.roles ?? []
    bot.applies(without(withRoles(staffed, successor, ...roles, 'coordinator'), holder))
    const gone = (await openToGone()).length

    expect(went(await bot.ask(successor, { ask: 'take-held', part, thing }))).toMatch(/this is now yours/)
    expect(await holderOf(part, thing)).toBe(successor)
    expect((await openToGone()).length).toBe(gone - 1)
  })

  it('is given to somebody who may hold it, who is told what to do and where it stands', async () => {
    const { thing, successor, holder } = await goes(part)
    const before = (await bot.said(successor)).length
    went(await bot.fillIn('coordinator', { ask: 'open-give-held', part, thing }, { to: successor }))

    expect(await holderOf(part, thing)).toBe(successor)
    const titles = (await bot.said(successor)).slice(before).map(({ card }) => card.title)
    if (next[part]) expect(titles).toContainEqual(expect.stringMatching(next[part]))
    expect(titles.filter((title) => title.includes('you take over from '))).toHaveLength(1)
    expect((await bot.said(holder)).filter(({ state }) => state === 'waiting')).toEqual([])
  })

  it('a second press changes nothing, and says who has it', async () => {
    const { thing, successor } = await goes(part)
    went(await bot.fillIn('coordinator', { ask: 'open-give-held', part, thing }, { to: successor }))
    const before = await stateOf()
    const name = staffed.people.find(({ id }) => id === successor)?.name ?? ''

    for (const ask of ['take-held', 'open-give-held', 'give-held'] as const)
      expect(await bot.ask('coordinator', { ask, part, thing }, { to: successor })).toMatchObject({
        kind: 'done',
        says: expect.stringContaining(`is with ${name} already. Nothing was changed.`) as string,
      })
    expect(await stateOf()).toBe(before)
  })

  it('is not for somebody who does not see to it, and cannot go to somebody who may not hold it', async () => {
    const { thing } = await goes(part)
    const before = await stateOf()

    for (const ask of ['take-held', 'open-give-held', 'give-held'] as const)
      for (const by of ['police-lead', 'school-colleague'])
        expect(await bot.ask(by, { ask, part, thing }, { to: by })).toMatchObject({ reason: 'not-for-you' })
    expect(await bot.ask('coordinator', { ask: 'give-held', part, thing }, { to: 'police-lead' })).toMatchObject({
      kind: 'refusal',
      reason: 'form-not-complete',
    })
    expect(await stateOf()).toBe(before)
  })

  it('stays with somebody who has not gone', async () => {
    const { thing, holder } = await hold[part](bot)
    const answer = await bot.ask('coordinator', { ask: 'take-held', part, thing })

    expect(answer).toMatchObject({ kind: 'done', says: expect.stringContaining('already') as string })
    expect(await holderOf(part, thing)).toBe(holder)
  })
})

describe('a child', () => {
  it('goes with its open case and its duties in one press', async () => {
    const { thing } = await hold['child-social-worker'](bot)
    const stuck = await raised(bot)
    await bot.deliver()
    bot.applies(without(staffed, 'social-worker'))

    expect(await openToGone()).toEqual([
      expect.stringMatching(/^Child \S{7}: social worker, with its case and 2 duties$/),
    ])
    went(await bot.ask('deputy-social-worker', { ask: 'take-held', part: 'child-social-worker', thing }))

    expect(await openToGone()).toEqual([])
    expect(await bot.look(({ tx }) => tx.caseById(stuck))).toMatchObject({ socialWorker: 'deputy-social-worker' })
    const duties = await bot.db.selectFrom('duties').select('owner').execute()
    expect(duties.map(({ owner }) => owner)).toEqual(['deputy-social-worker', 'deputy-social-worker'])
    const rungs = (await bot.wakes()).filter(({ wake }) => (wake as { climb?: string }).climb === 'duty-unrecorded')
    expect(rungs).toHaveLength(2) // and each is chased as before
    expect(await bot.factNames()).toEqual(
      expect.arrayContaining(['child-handed-over', 'case-part-handed-over', 'duty-passed-on']),
    )
    expect(await bot.titles('deputy-social-worker')).toContainEqual(expect.stringMatching(/: please confirm$/))
  })

  it('that nobody has looked at is asked of the new social worker', async () => {
    await bot.put({ identifier: 'LK105' })
    bot.applies(without(staffed, 'social-worker'))
    const held = await bot.look(heldByGone)
    for (const { part, thing } of held) went(await bot.ask('deputy-social-worker', { ask: 'take-held', part, thing }))

    const looks = (await bot.titles('deputy-social-worker')).filter((title) => title.startsWith('First look'))
    expect(looks).toEqual(['First look: 1 child to check', 'First look: 2 children to check'])
  })

  it('goes to its new IRO with its case', async () => {
    const { thing } = await hold['child-iro'](bot)
    const stuck = await raised(bot)
    bot.applies(without(staffed, 'iro'))
    went(await bot.fillIn('team-manager', { ask: 'open-give-held', part: 'child-iro', thing }, { to: 'other-iro' }))

    expect(await bot.look(({ tx }) => tx.caseById(stuck))).toMatchObject({ iro: 'other-iro' })
    expect(await openToGone()).toEqual([])
  })
})

describe('who may hold', () => {
  it('a case as its social worker: never who chairs it', async () => {
    await asking(bot)
    const two = withRoles(staffed, 'chair', 'chair', 'social-worker')
    bot.applies(without(two, 'social-worker'))
    const [held] = await bot.look(heldByGone)
    const form = await bot.ask('coordinator', {
      ask: 'open-give-held',
      part: held?.part ?? 'view',
      thing: held?.thing ?? '',
    })

    expect(form.kind === 'form' && form.fields['to']).toMatchObject({ options: [{ value: 'deputy-social-worker' }] })
  })

  it('a chair: neither the IRO of the child nor its social worker', async () => {
    const { thing } = await hold['case-chair'](bot)
    const several = withRoles(withRoles(staffed, 'iro', 'iro', 'chair'), 'social-worker', 'social-worker', 'chair')
    bot.applies(without(several, 'chair'))
    const form = await bot.ask('coordinator', { ask: 'open-give-held', part: 'case-chair', thing })

    expect(form.kind === 'form' && form.fields['to']).toMatchObject({ options: [{ value: 'other-chair' }] })
  })

  it('nobody: a press says so', async () => {
    const { thing } = await hold['child-iro'](bot)
    bot.applies(without(staffed, 'iro', 'other-iro'))

    for (const ask of ['open-give-held', 'give-held'] as const)
      expect(await bot.ask('coordinator', { ask, part: 'child-iro', thing })).toMatchObject({
        reason: 'nobody-may-hold',
      })
    expect(await bot.ask('coordinator', { ask: 'take-held', part: 'child-iro', thing })).toMatchObject({
      reason: 'may-not-hold',
    })
  })
})

describe('one thing alone', () => {
  it('may be taken, or given to somebody else', async () => {
    const { thing } = await goes('child-iro')
    bot.applies(without(withRoles(staffed, 'coordinator', 'coordinator', 'iro'), 'iro'))
    const list = await bot.ask('coordinator', { ask: 'open-handovers', of: 'iro' as never })
    const [card] = list.kind === 'home' ? list.sections : []

    const rows = card?.body.flatMap((block) => (block.block === 'row' ? [block.button] : []))
    expect(rows).toMatchObject([{ label: 'Take it', ask: { ask: 'take-held', thing } }])
    expect(card?.buttons).toMatchObject([{ label: 'Give it to somebody else', ask: { ask: 'open-give-held', thing } }])
  })
})

describe('several to one person', () => {
  it('are all offered, and what does not fit into one line stands in two', async () => {
    const { thing } = await goes('child-iro')
    const [held] = await bot.look(heldByGone)
    if (!held) throw new Error('nothing is held')
    const schools = [1, 2].map((at) => ({
      ...staffed.agencies[0],
      ...{
        id: AgencyId.parse(`school-${at}`),
        name: `St Bartholomew and All Saints Church of England School ${at}`,
      },
    })) as unknown as typeof staffed.agencies
    const views = schools.map(({ id }) => ({ ...held, part: 'view' as const, agency: id }))
    const things = [...views, ...Array.from({ length: 530 }, () => ({ ...held, thing }))]
    const { fields } = severalForm(
      { ...staffed, agencies: [...staffed.agencies, ...schools] },
      ...([held.holder, things, staffed.people] as const),
    )
    const options = fields['things']?.field === 'choices' ? fields['things'].options : []

    expect(options).toHaveLength(532)
    expect(options.slice(0, 2).map(({ explanation }) => explanation)).toEqual(
      schools.map(({ name }) => `view of ${name}`),
    )
  })

  it('are told in one card for the first look and one for what is taken over', async () => {
    for (const identifier of ['LK105', 'LK106', 'LK107']) await bot.put({ identifier })
    bot.applies(without(staffed, 'social-worker'))
    const open = { ask: 'open-give-several', of: 'social-worker' } as never
    const form = await bot.ask('coordinator', open)
    const things =
      form.kind === 'form' && form.fields['things']?.field === 'choices' ? form.fields['things'].options : []
    expect(things).toHaveLength(4)
    went(
      await bot.fillIn('coordinator', open, { things: things.map(({ value }) => value), to: 'deputy-social-worker' }),
    )

    const said = await bot.said('deputy-social-worker')
    expect(said.map(({ card }) => card.title)).toEqual([
      'First look: 4 children to check',
      'You take over 4 cases or children from Samira Holt',
    ])
    const rows = said[1]?.card.body.flatMap((block) => (block.block === 'row' ? [block] : [])) ?? []
    expect(rows.map(({ text }) => text)).toEqual(things.map(({ label }) => /^Child \S{7}/.exec(String(label))?.[0]))
    for (const { button } of rows)
      expect(await bot.ask('deputy-social-worker', button.ask)).toMatchObject({ kind: 'reading' })
  })

  it('go in one form, and what they may not hold is said', async () => {
    const { case: stuck } = await approved(bot)
    bot.applies(without(staffed, 'chair', 'social-worker', 'health-lead'))
    await bot.db.updateTable('actions').set({ owner: 'social-worker', agency: staffed.authority }).execute()
    const open = { ask: 'open-give-several', of: 'social-worker' } as never
    const form = await bot.ask('coordinator', open)
    const things =
      form.kind === 'form' && form.fields['things']?.field === 'choices' ? form.fields['things'].options : []

    expect(things.map(({ label }) => String(label)).toSorted()).toEqual([
      expect.stringMatching(/^Case \S{7}: an action, due/),
      expect.stringMatching(/^Child \S{7}: social worker, with its case$/),
    ])
    const chosen = things.map(({ value }) => value)
    expect(await bot.fillIn('coordinator', open, { things: chosen, to: 'team-manager' })).toMatchObject({
      kind: 'refusal',
      fields: { to: expect.stringMatching(/^Teresa Malone cannot take on: Child \S{7}: social worker/) as string },
    })
    went(await bot.fillIn('coordinator', open, { things: chosen, to: 'deputy-social-worker' }))
    expect(await openToGone()).toEqual([expect.stringMatching(/chair$/)])
    expect(await bot.look(({ tx }) => tx.caseById(stuck))).toMatchObject({ socialWorker: 'deputy-social-worker' })
    expect(await bot.ask('coordinator', open)).toMatchObject({ reason: 'already-done' })
  })
})

it('the same press again does its work once', async () => {
  const { thing } = await goes('child-social-worker')
  const press = { ask: 'take-held', part: 'child-social-worker', thing } as const
  const [first, again] = await Promise.all([
    bot.ask('deputy-social-worker', press, {}, 'one press'),
    bot.ask('deputy-social-worker', press, {}, 'one press'),
  ])

  expect(again).toEqual(first)
  expect((await bot.factNames()).filter((name) => name === 'child-handed-over')).toHaveLength(1)
})

it('of two who press at the same time one has it, and the other is told so', async () => {
  const { thing } = await goes('child-iro')
  const ask = { ask: 'give-held', part: 'child-iro', thing } as const
  const answers = await Promise.all([
    bot.ask('coordinator', ask, { to: 'other-iro' }),
    bot.ask('team-manager', ask, { to: 'other-iro' }),
  ])

  expect(answers.map((answer) => went(answer)).toSorted()).toEqual([
    expect.stringMatching(/IRO is with Osric Fenwick already/),
    expect.stringMatching(/IRO: Osric Fenwick has it now/),
  ])
})

describe('somebody who was asked to take on what then goes to another', () => {
  const asked = {
    action: {
      press: (thing: string) => ({ ask: 'open-hand-over-action', action: ActionId.parse(thing) }) as const,
      third: 'health-nurse',
      says: /^Case \S{7}: .*you are no longer asked/,
    },
    duty: {
      press: (thing: string) => ({ ask: 'open-pass-duty', duty: DutyId.parse(thing) }) as const,
      third: 'team-manager',
      says: /^Child \S{7}: .*you are no longer asked/,
    },
  }

  describe.each(['action', 'duty'] as const)('%s', (part) => {
    const { press, third, says } = asked[part]
    const to = { to: third, reason: 'She has the papers.', danger: 'no' }

    it.each([
      ['hears it if they have read that they were asked', true],
      ['hears of neither if they have not', false],
    ])('%s', async (_, hasRead) => {
      const nurse = staffed.people.find(({ id }) => id === 'health-colleague')
      if (!nurse) throw new Error('nobody of health is there')
      bot.applies({ ...staffed, people: [...staffed.people, { ...nurse, id: PersonId.parse('health-nurse') }] })
      const { holder, successor, thing } = await hold[part](bot)
      went(await bot.fillIn(holder, press(thing), to))
      if (hasRead) await bot.deliver()
      bot.clock.moveTo(new Date(bot.clock.now().getTime() + 60_000))
      bot.applies(without(bot.inForce(), holder))
      went(await bot.ask('coordinator', { ask: 'give-held', part, thing }, { to: successor }))

      const heard = (await bot.said(third)).filter(({ state }) => state !== 'withdrawn').map(({ card }) => card.title)
      if (hasRead) expect(heard.at(-1)).toMatch(says)
      else expect(heard.filter((title) => title.includes('asked'))).toEqual([])
      expect(await holderOf(part, thing)).toBe(successor)
    })
  })
})
