/** What a successor reads, only as far as they may see it, and who hears where it is not read. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/display/answer.ts'
import type { Button } from '../../src/display/card.ts'
import type { Reading } from '../../src/display/reading.ts'
import type { HandoverId } from '../../src/ids.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { hold } from '../support/holdings.ts'
import { staffed, without } from '../support/leaving.ts'
import { approved, asking, convened, recorded, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const give = async (
  part: 'child-social-worker' | 'case-chair' | 'notes' | 'action' | 'duty' | 'view',
  thing: string,
  to: string,
) => went(await bot.ask('coordinator', { ask: 'give-held', part, thing }, { to }))

/** Of the card that the successor got last. */
async function handoverTo(to: string): Promise<HandoverId> {
  const cards = (await bot.said(to)).filter(({ key }) => key.startsWith('taking-over-'))
  const ask = cards.at(-1)?.card.buttons[0]?.ask
  if (ask?.ask !== 'open-taking-over') throw new Error(`${to} is asked to read nothing`)
  return ask.handover
}

async function reads(by: string): Promise<Reading> {
  const answer: Answer = await bot.ask(by, { ask: 'open-taking-over', handover: await handoverTo(by) })
  if (answer.kind !== 'reading') throw new Error(answer.kind)
  return answer
}

/** Each block in a line; words that people typed as they stand. */
const linesOf = ({ body }: Reading): readonly string[] =>
  body.flatMap((block) => {
    switch (block.block) {
      case 'heading':
        return [`# ${block.text}`]
      case 'text':
        return [block.text]
      case 'list':
        return block.items
      case 'words':
        return [`${block.label} ${block.words.reveal()}`]
      case 'facts':
      case 'numbers':
      case 'row':
      case 'link':
      case 'fold':
        return []
    }
  })

const labels = (buttons: readonly Button[]) => buttons.map(({ label }) => label)

describe('a new chair', () => {
  it('reads what is agreed and due, what the child said, and the next dates', async () => {
    const { case: stuck } = await approved(bot)
    bot.applies(without(staffed, 'chair'))
    await give('case-chair', stuck, 'other-chair')

    const reading = await reads('other-chair')
    expect(linesOf(reading)).toEqual([
      expect.stringMatching(/^Case \S{7}: you take over from Cosmo Verity\.$/),
      '# What is agreed and due',
      'Hanna Oyelaran, due Friday 9 October 2026: Send the report to the panel',
      '# What the child said',
      'What does the child say about it? I want to know where I will live when I am big.',
      'Hazel School: What has the child told you? That she likes her room.',
      'Larkshire NHS Trust: What has the child told you? That she likes her room.',
      '# The next three dates',
      'Friday 9 October 2026: due: Send the report to the panel',
      'Friday 30 October 2026: the case needs to move by this day',
    ])
    expect(labels(reading.buttons)).toEqual(['I have it', 'Open the case'])
  })

  it('reads of no view before inputs are closed', async () => {
    const { case: stuck } = await asking(bot)
    bot.applies(without(staffed, 'chair'))
    await give('case-chair', stuck, 'other-chair')

    const lines = linesOf(await reads('other-chair')).join('\n')
    expect(lines).toContain('when I am big')
    expect(lines).not.toContain('What has the child told you?')
    expect(lines).toContain('Monday 14 September 2026: views due')
  })

  it('reads when the meeting is', async () => {
    const { case: stuck } = await convened(bot)
    bot.applies(without(staffed, 'chair'))
    await give('case-chair', stuck, 'other-chair')

    expect(linesOf(await reads('other-chair'))).toContain('Friday 11 September 2026: the meeting')
  })
})

describe('a new social worker', () => {
  it('reads of the duties of the child and of its case', async () => {
    const { thing } = await hold['child-social-worker'](bot)
    await approved(bot)
    bot.applies(without(staffed, 'social-worker'))
    await give('child-social-worker', thing, 'deputy-social-worker')

    const reading = await reads('deputy-social-worker')
    const lines = linesOf(reading)
    expect(lines.filter((line) => line.includes('assessment') || line.includes('permanence plan'))).not.toEqual([])
    expect(lines).toContain('Hanna Oyelaran, due Friday 9 October 2026: Send the report to the panel')
    expect(lines.join('\n')).toContain('when I am big')
    expect(lines.join('\n')).not.toContain('she likes her room') // The views are for chair and IRO.
    expect(labels(reading.buttons)).toEqual(['I have it', 'Open the case', 'Plans and assessments'])
  })
})

describe('somebody who takes over less', () => {
  it('an action: reads what was agreed, and nothing that the child said', async () => {
    const { thing } = await hold.action(bot)
    bot.applies(without(staffed, 'health-colleague'))
    await give('action', thing, 'team-manager')

    const reading = await reads('team-manager')
    expect(linesOf(reading).slice(1)).toEqual([
      '# What is agreed and due',
      'Teresa Malone, due Friday 9 October 2026: Send the report to the panel',
      '# What the child said',
      'There is nothing here that you can read.',
      '# The next three dates',
      'Friday 9 October 2026: due: Send the report to the panel',
    ])
    expect(labels(reading.buttons)).toEqual(['I have it'])
  })

  it('a view: neither words of the raiser nor of other agencies', async () => {
    const { thing } = await hold.view(bot)
    bot.applies(without(staffed, 'health-colleague'))
    await give('view', thing, 'health-lead')

    expect(linesOf(await reads('health-lead')).join('\n')).not.toMatch(/when I am big|likes her room/)
  })
})

it('one reading for each case, however many parts of it come to one person', async () => {
  const { case: stuck, meeting } = await recorded(bot)
  await bot.db.updateTable('meetings').set({ note_taker: 'chair' }).execute()
  bot.applies(without(staffed, 'chair'))
  await give('case-chair', stuck, 'other-chair')
  await give('notes', meeting, 'other-chair')

  expect((await bot.said('other-chair')).filter(({ key }) => key.startsWith('taking-over-'))).toHaveLength(1)
})

describe('"I have it"', () => {
  beforeEach(async () => {
    const { case: stuck } = await asking(bot)
    bot.applies(without(staffed, 'chair'))
    await give('case-chair', stuck, 'other-chair')
  })

  const unread = async () => (await bot.said()).filter(({ key }) => key.startsWith('not-taken-up-'))

  it('is said once, and nobody is told after it', async () => {
    const handover = await handoverTo('other-chair')
    expect(went(await bot.ask('other-chair', { ask: 'have-taken-over', handover }))).toMatch(/is with you\.$/)
    await bot.until('2026-09-18T12:00:00Z')

    expect(await bot.last('handover-taken-up')).toMatchObject({ handover })
    expect(await unread()).toEqual([])
    expect(await bot.ask('other-chair', { ask: 'have-taken-over', handover })).toMatchObject({ reason: 'already-done' })
    expect(labels((await reads('other-chair')).buttons)).toEqual(['Open the case'])
  })

  it('is asked of the coordinators once where it does not come within two working days', async () => {
    await bot.until('2026-09-09T08:30:00Z')
    expect(await unread()).toHaveLength(1)
    await bot.until('2026-09-25T12:00:00Z')

    const told = await unread()
    expect(told.map(({ to, state }) => [to, state])).toEqual([['coordinator', 'sent']])
    expect(told[0]?.card.body[0]).toEqual({
      block: 'text',
      text: 'Odile Marchant was given this on Monday 7 September 2026 and has not said "I have it". Ask whether they can take it on.',
    })
  })

  it('is for the successor alone', async () => {
    const handover = await handoverTo('other-chair')
    for (const by of ['coordinator', 'social-worker', 'iro', 'team-manager'])
      for (const ask of ['open-taking-over', 'have-taken-over'] as const)
        expect(await bot.ask(by, { ask, handover })).toMatchObject({ reason: 'not-for-you' })
  })

  it('is not asked any more once the case is closed, or the successor has gone as well', async () => {
    bot.applies(without(staffed, 'chair', 'other-chair'))
    await bot.until('2026-09-10T12:00:00Z')

    expect(await unread()).toEqual([])
  })
})
