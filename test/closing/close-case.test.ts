/** A case ends by agreement: before its meeting was held, or with an action open, nobody closes it alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/display/answer.ts'
import { PersonId, type CaseId } from '../../src/ids.ts'
import { aClosing, aConfirmation } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { areAway, staffed } from '../support/leaving.ts'
import { approved, asking, closes, raised, recorded, requestTo, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const propose = (by: string, stuck: CaseId, given = {}) =>
  bot.fillIn(by, { ask: 'open-close-case', case: stuck }, { ...aClosing, ...given })

const answer = async (by: string, given = {}) =>
  bot.fillIn(
    by,
    { ask: 'open-answer-closing', closing: (await bot.last('closing-proposed')).closing },
    { answer: 'close', danger: 'no', ...given },
  )

const wordsIn = (shown: Answer): readonly string[] =>
  shown.kind === 'reading' ? shown.body.flatMap((one) => ('words' in one ? [one.words.reveal()] : [])) : []

const stateOf = async (stuck: CaseId) =>
  (await bot.db.selectFrom('cases').select('state').where('id', '=', stuck).executeTakeFirstOrThrow()).state

const allDone = async () => {
  const { case: stuck } = await approved(bot)
  const { action } = await bot.last('action-promised')
  const evidence = { evidence: 'It is on file.', danger: 'no' }
  went(await bot.fillIn('health-lead', { ask: 'open-complete-action', action }, evidence))
  return stuck
}

describe('before its meeting was held', () => {
  it.each([
    ['social-worker', 'iro'],
    ['social-worker', 'chair'],
    ['deputy-social-worker', 'chair'],
    ['chair', 'iro'],
  ])('the %s proposes it, and the %s agrees', async (proposes, agrees) => {
    const { case: stuck } = await asking(bot)
    if (proposes.startsWith('deputy')) await areAway(bot, 'social-worker')

    expect(went(await propose(proposes, stuck))).toMatch(/stays open until/)
    expect(await stateOf(stuck)).toBe('asking')
    went(await answer(agrees))

    expect(await bot.last('case-closed')).toMatchObject({ case: stuck, by: agrees })
  })

  it.each([
    ['social-worker', 'social-worker'],
    ['social-worker', 'deputy-social-worker'],
    ['chair', 'chair'],
    ['chair', 'social-worker'],
    ['chair', 'coordinator'],
    ['social-worker', 'practitioner'],
    ['social-worker', 'health-lead'],
    ['social-worker', 'coordinator'],
  ])('what the %s proposes is not for the %s to agree', async (proposes, other) => {
    const { case: stuck } = await asking(bot)
    went(await propose(proposes, stuck))

    expect(await answer(other)).toMatchObject({ reason: 'not-for-you' })
    expect(await stateOf(stuck)).toBe('asking')
  })

  it.each(['practitioner', 'iro', 'health-lead', 'police-lead', 'coordinator'])(
    'is not proposed by the %s',
    async (who) => {
      const { case: stuck } = await asking(bot)

      expect(await bot.ask(who, { ask: 'close-case', case: stuck }, aClosing)).toMatchObject({ reason: 'not-for-you' })
    },
  )

  it('is told to the IRO and the chair, and goes on as before until one of them agrees', async () => {
    const asked = await asking(bot)
    went(await propose('social-worker', asked.case))

    const told = (await bot.said()).filter(({ key }) => key.startsWith('closing-proposed-'))
    expect(told.map(({ to }) => to)).toEqual(['iro', 'chair'])
    expect(JSON.stringify(told)).not.toContain('Kayleigh')
    expect(
      await bot.ask('health-lead', { ask: 'open-input', request: requestTo(asked, 'larkshire-nhs-trust') }),
    ).toMatchObject({ kind: 'form' })
  })

  it('is proposed once at a time, and stands on the case page until it is answered', async () => {
    const { case: stuck } = await asking(bot)
    const page = async (who: string) => bot.ask(who, { ask: 'open-case', case: stuck })
    const labels = async (who: string) => {
      const shown = await page(who)
      return shown.kind === 'reading' ? shown.buttons.map(({ label }) => label) : []
    }
    expect(await labels('social-worker')).toContain('Propose to close')
    went(await propose('social-worker', stuck))

    expect(await propose('chair', stuck)).toMatchObject({ reason: 'closing-proposed' })
    for (const who of ['social-worker', 'chair', 'iro']) {
      expect(await labels(who)).not.toContain('Propose to close')
      const shown = await page(who)
      expect(JSON.stringify(shown)).toContain('"Proposed by","Samira Holt"')
      expect(JSON.stringify(shown)).toContain('"Proposed","Monday 7 September 2026"')
      expect(JSON.stringify(shown)).toMatch(/"Who has to agree","[^"]+ or [^"]+"/)
      expect(wordsIn(shown)).toContain(aClosing['why'])
    }
    const asked = await page('health-lead')
    expect(JSON.stringify(asked)).toContain('"Proposed by","Samira Holt"')
    expect(wordsIn(asked)).not.toContain(aClosing['why'])
    went(await answer('iro', { answer: 'keep-open', because: 'Nobody has met her.' }))
    expect(JSON.stringify(await page('health-lead'))).not.toContain('Proposed by')
    expect(await labels('chair')).toContain('Propose to close')
  })

  it('is agreed by one of two who press at once', async () => {
    const { case: stuck } = await asking(bot)
    went(await propose('social-worker', stuck))
    const both = await Promise.all([answer('iro'), answer('chair')])

    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refusal'])
    expect((await bot.factNames()).filter((fact) => fact === 'case-closed')).toHaveLength(1)
    expect(await stateOf(stuck)).toBe('closed')
  })
})

describe('a case that stays open', () => {
  it('says why to those who may read reasons, and tells the person who proposed it', async () => {
    const { case: stuck } = await asking(bot)
    went(await propose('social-worker', stuck))
    expect(await answer('iro', { answer: 'keep-open' })).toMatchObject({
      fields: { because: 'Say why it stays open.' },
    })
    went(await answer('iro', { answer: 'keep-open', because: 'Nobody has met her.' }))

    expect(await stateOf(stuck)).toBe('asking')
    for (const who of ['social-worker', 'chair']) expect((await bot.titles(who)).at(-1)).toMatch(/: it stays open$/)
    const shown = await bot.ask('social-worker', { ask: 'open-case', case: stuck })
    expect(
      shown.kind === 'reading' &&
        shown.body.some((one) => 'words' in one && one.words.reveal() === 'Nobody has met her.'),
    ).toBe(true)
  })

  it('can be proposed again', async () => {
    const { case: stuck } = await asking(bot)
    went(await propose('social-worker', stuck))
    went(await answer('iro', { answer: 'keep-open', because: 'Nobody has met her.' }))
    await closes(bot, stuck, 'chair')

    expect(await stateOf(stuck)).toBe('closed')
  })
})

describe('an action that is still open', () => {
  const ended = async (stuck: CaseId) => {
    const form = await bot.ask('social-worker', { ask: 'open-close-case', case: stuck })
    return form.kind === 'form' ? Object.keys(form.fields).filter((name) => name.startsWith('ended-')) : []
  }

  it('needs a reason of its own', async () => {
    const { case: stuck } = await approved(bot)
    const [name = ''] = await ended(stuck)

    expect(await propose('chair', stuck)).toMatchObject({ fields: { [name]: 'Write something here.' } })
    expect(await bot.factNames()).not.toContain('closing-proposed')
  })

  it('is followed up until somebody agrees, and ends with its reason', async () => {
    const { case: stuck } = await approved(bot)
    const { action, owner } = await bot.last('action-promised')
    const [name = ''] = await ended(stuck)
    went(await propose('chair', stuck, { [name]: 'The panel did it.' }))
    await bot.until('2026-10-06T12:00:00Z')
    expect((await bot.titles(owner)).at(-1)).toMatch(/your action is due/)

    went(await answer('iro'))

    expect(await bot.last('action-ended')).toMatchObject({ case: stuck, action })
    expect((await bot.said(owner)).at(-1)?.card).toMatchObject({
      title: expect.stringMatching(/: closed$/) as unknown,
      body: [{}, { text: 'One action was no longer needed.' }],
    })
    expect(await bot.titles(owner)).toContainEqual(expect.stringMatching(/your action is no longer needed$/))
    const seen = await bot.ask('iro', { ask: 'open-case', case: stuck })
    expect(
      seen.kind === 'reading' && seen.body.some((one) => 'words' in one && one.words.reveal() === 'The panel did it.'),
    ).toBe(true)
    await bot.until('2026-10-08T12:00:00Z') // what is said of its end is said with the post
    const before = (await bot.said()).length
    await bot.until('2026-11-30T12:00:00Z')
    expect((await bot.said()).length).toBe(before)
  })

  it.each(['open-hand-over-action', 'open-move-action', 'open-complete-action'] as const)(
    'has no %s once its case is closed',
    async (ask) => {
      const { case: stuck } = await approved(bot)
      const { action } = await bot.last('action-promised')
      await closes(bot, stuck)

      for (const who of ['health-lead', 'chair'])
        expect(await bot.ask(who, { ask, action })).toMatchObject({ reason: 'case-closed' })
      const shown = await bot.ask('health-lead', { ask: 'open-action', action })
      expect(shown.kind === 'reading' && shown.buttons).toEqual([])
    },
  )

  it('that was agreed after the proposal keeps the case open', async () => {
    const { case: stuck, meeting } = await recorded(bot)
    went(await propose('social-worker', stuck))
    went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))

    expect(await answer('iro')).toMatchObject({
      fields: { answer: expect.stringContaining('Keep the case open') as string },
    })
    expect(await stateOf(stuck)).toBe('following-up')
  })
})

describe('once everything is done', () => {
  it('the chair closes it alone', async () => {
    const stuck = await allDone()

    expect(went(await propose('chair', stuck))).toMatch(/is closed/)
    expect(await bot.last('case-closed')).toMatchObject({ case: stuck, by: 'chair' })
  })

  it('the social worker still proposes it', async () => {
    const stuck = await allDone()
    went(await propose('social-worker', stuck))

    expect(await stateOf(stuck)).toBe('following-up')
  })
})

describe('a proposal that everything is done after', () => {
  const reason = { danger: 'no', evidence: 'It is on file.' }
  const proposedThenDone = async () => {
    const { case: stuck } = await approved(bot)
    const { action } = await bot.last('action-promised')
    went(await propose('chair', stuck, { [`ended-${action}`]: 'The panel did it.' }))
    went(await bot.fillIn('health-lead', { ask: 'open-complete-action', action }, reason))
    return stuck
  }
  const saidSince = async (start: string) => (await bot.said()).filter(({ key }) => key.startsWith(start))

  it('is overtaken by the chair, who closes it alone', async () => {
    const stuck = await proposedThenDone()

    expect(went(await propose('chair', stuck))).toMatch(/is closed/)
    expect(await bot.db.selectFrom('closings').select('state').execute()).toEqual([{ state: 'overtaken' }])
    expect(await answer('iro')).toMatchObject({ reason: 'already-done' })
    expect(await saidSince('closing-proposed-')).toMatchObject([{ to: 'iro', state: 'withdrawn' }])
    const climbs = await bot.db.selectFrom('climbs').select('state').where('climb', '=', 'closing-unanswered').execute()
    expect(climbs).toContainEqual({ state: 'answered' })
  })

  it('does not let the social worker close it alone', async () => {
    const stuck = await proposedThenDone()

    expect(await propose('social-worker', stuck)).toMatchObject({ reason: 'closing-proposed' })
  })

  it('is not followed by a reminder to close, until it is kept open', async () => {
    await proposedThenDone()
    await bot.until('2026-11-06T12:00:00Z')
    expect(await saidSince('unclosed-')).toEqual([])
    expect(await saidSince('closing-waits-')).not.toEqual([])

    went(await answer('iro', { answer: 'keep-open', because: 'The panel has not met.' }))
    await bot.until('2026-11-20T12:00:00Z')
    expect(await saidSince('unclosed-')).not.toEqual([])
  })
})

describe('the button to answer a proposal', () => {
  it.each([
    ['social-worker', ['iro', 'chair']],
    ['chair', ['iro']],
  ])('is not drawn for the %s who proposed it, nor for others who may not answer', async (proposes, answers) => {
    const { case: stuck } = await asking(bot)
    went(await propose(proposes, stuck))

    const seeing: string[] = []
    for (const who of ['social-worker', 'iro', 'chair', 'health-lead']) {
      const shown = await bot.ask(who, { ask: 'open-case', case: stuck })
      if (shown.kind === 'reading' && shown.buttons.some(({ ask }) => ask.ask === 'open-answer-closing'))
        seeing.push(who)
    }
    expect(seeing).toEqual(answers)
  })
})

describe('a closed case', () => {
  it('is told to everybody in it but the one who closed it, without the reason', async () => {
    const { case: stuck } = await asking(bot)
    await closes(bot, stuck, 'iro')

    const told = (await bot.said()).filter(({ card }) => card.title.endsWith(': closed'))
    expect(told.map(({ to }) => to).toSorted()).toEqual(['chair', 'health-lead', 'school-lead', 'social-worker'])
    expect(JSON.stringify(await bot.said())).not.toContain('Kayleigh')
  })

  it('silences it: nobody is asked, reminded or convened after that', async () => {
    const { case: stuck } = await asking(bot)
    await closes(bot, stuck)
    await bot.deliver()
    const before = (await bot.said()).length

    await bot.until('2026-10-30T12:00:00Z')

    expect((await bot.said()).length).toBe(before)
  })

  it('ends the giving of views', async () => {
    const asked = await asking(bot)
    await closes(bot, asked.case)

    expect(
      await bot.ask('health-lead', { ask: 'open-input', request: requestTo(asked, 'larkshire-nhs-trust') }),
    ).toMatchObject({ reason: 'inputs-closed' })
  })

  it('is closed once', async () => {
    const stuck = await raised(bot)
    await closes(bot, stuck)
    const before = await bot.facts()

    expect(await bot.ask('social-worker', { ask: 'close-case', case: stuck }, aClosing)).toMatchObject({
      reason: 'already-done',
    })
    expect(await answer('iro')).toMatchObject({ reason: 'already-done' })
    expect(await bot.facts()).toEqual(before)
  })

  it('stays in the list of everybody who had a part, with its day', async () => {
    const asked = await asking(bot)
    went(await bot.ask('health-lead', { ask: 'not-ours', request: requestTo(asked, 'larkshire-nhs-trust') }))
    bot.applies(staffed)
    went(await bot.fillIn('social-worker', { ask: 'open-replace-chair', case: asked.case }, { to: 'other-chair' }))
    await closes(bot, asked.case)

    const listed = async (who: string) => JSON.stringify(await bot.ask(who, { ask: 'open-mine' })).toLowerCase()
    for (const who of ['social-worker', 'iro', 'other-chair', 'chair', 'school-lead', 'practitioner'])
      expect([who, await listed(who)]).toEqual([who, expect.stringContaining('closed on monday 7 september 2026')])
    for (const who of ['health-lead', 'police-lead']) expect(await listed(who)).not.toContain('closed')
  })
})

describe('a proposal that nobody answers', () => {
  const waiting = async () =>
    (await bot.said())
      .filter(({ key }) => key.startsWith('closing-waits-'))
      .map(({ to, notBefore }) => `${notBefore.toISOString().slice(5, 10)} ${to}`)

  it('is said again, then to the coordinators as well, for as long as it waits', async () => {
    const { case: stuck } = await asking(bot)
    went(await propose('social-worker', stuck))
    await bot.until('2026-09-19T12:00:00Z')

    expect(await waiting()).toEqual([
      ...['09-09 iro', '09-09 chair'],
      // those who have heard hear again in their overview, on Mondays; what they waited for is said once there
      ...['09-14 iro', '09-14 chair', '09-11 coordinator'],
      ...['09-18 iro', '09-18 chair', '09-18 coordinator'],
    ])
    went(await answer('iro'))
    await bot.until('2026-10-30T12:00:00Z')
    expect(await waiting()).toHaveLength(8)
  })

  it('goes to a coordinator where the case has no IRO', async () => {
    await bot.put({ identifier: 'LK300', iro: undefined })
    const stuck = await raised(bot, { identifier: 'LK300' })
    went(await propose('social-worker', stuck))

    went(await answer('coordinator'))
    expect(await stateOf(stuck)).toBe('closed')
  })

  it.each([['coordinator'], ['deputy-social-worker']])(
    'goes to the next in line where the only coordinator, the %s, acts for the social worker',
    async (only) => {
      bot.applies({
        ...staffed,
        people: staffed.people.map((one) =>
          one.roles.includes('coordinator') || one.id === only
            ? { ...one, roles: one.id === only ? ['coordinator' as const] : [] }
            : one,
        ),
      })
      const socialWorker = PersonId.parse(only === 'coordinator' ? only : 'social-worker')
      await bot.put({ identifier: 'LK300', iro: undefined, socialWorker })
      const stuck = await raised(bot, { identifier: 'LK300' })
      went(await bot.fillIn(socialWorker, { ask: 'open-confirm-case', case: stuck }, aConfirmation))
      await bot.ring()
      went(await propose('chair', stuck))

      expect(await answer(only)).toMatchObject({ reason: 'not-for-you' })
      went(await answer('team-manager'))
      expect(await stateOf(stuck)).toBe('closed')
    },
  )
})

describe('an action of a case that is closed', () => {
  it('is handed over, moved or done by nobody, and its owner reads why it ended', async () => {
    const { case: stuck } = await approved(bot)
    const { action } = await bot.last('action-promised')
    const reason = { [`ended-${action}`]: 'Another agency does it.' }
    went(await propose('social-worker', stuck, reason))
    went(await answer('iro'))

    const due = { due: '2026-12-01', reason: 'later', danger: 'no' }
    const tries = [
      await bot.ask('health-lead', { ask: 'open-move-action', action }),
      await bot.ask('health-lead', { ask: 'move-action', action }, due),
      await bot.ask('health-lead', { ask: 'open-hand-over-action', action }),
      await bot.ask('chair', { ask: 'hand-over-action', action }, { to: 'health-colleague', reason: 'x' }),
      await bot.ask('health-lead', { ask: 'complete-action', action }, { evidence: 'x', danger: 'no' }),
    ]
    expect(tries).toEqual(tries.map(() => ({ kind: 'refusal', reason: 'case-closed' })))
    const held = { part: 'action', thing: action } as const
    expect(await bot.ask('coordinator', { ask: 'take-held', ...held })).toMatchObject({ reason: 'no-longer-there' })

    const told = (await bot.said('health-lead')).find(({ key }) => key.startsWith('ended-'))
    const [read] = told?.card.buttons ?? []
    expect(read).toMatchObject({ label: 'Read why', ask: { ask: 'open-action', action } })
    expect(JSON.stringify(told?.card)).not.toContain('Another agency')
    expect(wordsIn(await bot.ask('health-lead', { ask: 'open-action', action }))).toContain('Another agency does it.')
  })
})
