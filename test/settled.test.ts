/**
 * What is settled is said no more, on two lines: the transaction that settles it takes back what waits about it, and a
 * message that was being sent at that very moment is looked at once more before it goes.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { done } from '../src/display/answer.ts'
import { card, text } from '../src/display/card.ts'
import type { ActionId, HandoverId, PersonId } from '../src/ids.ts'
import type { Subject } from '../src/ports/transaction.ts'
import { aClosing, aConfirmation, aRaising, aView, reported, risk } from './support/builders.ts'
import { startBot, type Bot } from './support/bot.ts'
import { hold } from './support/holdings.ts'
import { staffed, without } from './support/leaving.ts'
import { sendNow } from './support/send-now.ts'
import { approved, asking, closes, convened, offered, raised, recorded, requestTo, went } from './support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

type Thing = {
  readonly about: Subject
  readonly to: string
  /** What settles it, or what makes that which was said of it out of date. */
  readonly settle: () => Promise<unknown>
  /** It goes on, so that only what waited is out of date. */
  readonly goesOn?: true
}

const health = 'larkshire-nhs-trust'
const as = (id: string) => id as PersonId

async function anAction(): Promise<ActionId> {
  await approved(bot)
  return (await bot.last('action-promised')).action
}

async function aHandover(to: string): Promise<HandoverId> {
  const ask = (await bot.said(to)).findLast(({ key }) => key.startsWith('taking-over-'))?.card.buttons[0]?.ask
  if (ask?.ask !== 'open-taking-over') throw new Error(`${to} took nothing over`)
  return ask.handover
}

async function aDuty() {
  const { thing } = await hold.duty(bot)
  return thing as Extract<Subject, { subject: 'duty' }>['id']
}

const dutyForm = { on: '2026-09-04', as: 'long-term-fostering', byWhom: 'The panel', danger: 'no' }

const notInCare = { why: 'The duty team knows of no such child.', danger: 'no' }

const things: Readonly<Record<string, () => Promise<Thing>>> = {
  'a raising, once its child is found': async () => {
    went(await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: 'the boy from 4B' }))
    const { raising } = await bot.last('raising-unmatched')
    const named = { identifier: 'LK104', danger: 'no' }
    return {
      ...{ about: { subject: 'raising', id: raising }, to: 'coordinator' },
      settle: () => bot.fillIn('coordinator', { ask: 'open-match-raising', raising }, named),
    }
  },
  'a raising, once it is about no child in care': async () => {
    went(await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: 'the boy from 4B' }))
    const { raising } = await bot.last('raising-unmatched')
    return {
      ...{ about: { subject: 'raising', id: raising }, to: 'coordinator' },
      settle: () => bot.fillIn('coordinator', { ask: 'open-not-in-care', raising }, notInCare),
    }
  },
  'a case, once it is confirmed': async () => {
    const stuck = await raised(bot)
    return {
      ...{ about: { subject: 'case', id: stuck }, to: 'social-worker', goesOn: true },
      settle: () => bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation),
    }
  },
  'a case, once it is closed': async () => {
    const { case: stuck } = await asking(bot)
    return {
      ...{ about: { subject: 'case', id: stuck }, to: 'chair', goesOn: true },
      settle: () => closes(bot, stuck),
    }
  },
  'a proposal to close, once it is answered': async () => {
    const { case: stuck } = await asking(bot)
    went(await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, aClosing))
    const { closing } = await bot.last('closing-proposed')
    const no = { answer: 'keep-open', because: 'Nobody has met her.', danger: 'no' }
    return {
      ...{ about: { subject: 'closing', id: closing }, to: 'iro' },
      settle: () => bot.fillIn('chair', { ask: 'open-answer-closing', closing }, no),
    }
  },
  'an objection, once it is answered': async () => {
    await closes(bot, await raised(bot))
    const { raising } = await bot.last('case-raised')
    went(await bot.fillIn('practitioner', { ask: 'open-object', raising }, { objection: 'She waits.', danger: 'no' }))
    const no = { outcome: 'closed', toRaiser: 'The panel has met.', danger: 'no' }
    return {
      ...{ about: { subject: 'objection', id: raising }, to: 'iro' },
      settle: () => bot.fillIn('iro', { ask: 'open-answer-objection', raising }, no),
    }
  },
  'a raising, once it was withdrawn': async () => {
    went(await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: 'the boy from 4B' }))
    const { raising } = await bot.last('raising-unmatched')
    return {
      ...{ about: { subject: 'raising', id: raising }, to: 'coordinator' },
      settle: () =>
        bot.fillIn('school-lead', { ask: 'open-withdraw-raising', raising }, { why: 'He was found.', danger: 'no' }),
    }
  },
  'a question to an agency, once it has given its view': async () => {
    const request = requestTo(await asking(bot), health)
    return {
      ...{ about: { subject: 'request', id: request }, to: 'health-lead' },
      settle: () => bot.fillIn('health-lead', { ask: 'open-input', request }, aView),
    }
  },
  'a question to an agency, once views are closed': async () => {
    const request = requestTo(await asking(bot), health)
    return {
      ...{ about: { subject: 'request', id: request }, to: 'health-lead', goesOn: true },
      settle: () => bot.until('2026-09-15T12:00:00Z'),
    }
  },
  'a question to an agency, once the case is closed': async () => {
    const asked = await asking(bot)
    return {
      ...{ about: { subject: 'request', id: requestTo(asked, health) }, to: 'health-lead' },
      settle: () => closes(bot, asked.case),
    }
  },
  'a question to a person, once it was passed on': async () => {
    const request = requestTo(await asking(bot), health)
    return {
      ...{ about: { subject: 'request', id: request }, to: 'health-lead' },
      settle: () => bot.fillIn('health-lead', { ask: 'open-pass-on', request }, { to: 'health-colleague' }),
    }
  },
  'offered times, once one is picked': async () => {
    const { meeting } = await offered(bot)
    return {
      ...{ about: { subject: 'meeting', id: meeting }, to: 'chair', goesOn: true },
      settle: () => bot.ask('chair', { ask: 'pick-slot', meeting, slot: 0 }),
    }
  },
  'a meeting without its summary, once that is approved': async () => {
    const { meeting } = await recorded(bot)
    return {
      ...{ about: { subject: 'meeting', id: meeting }, to: 'chair', goesOn: true },
      settle: () => bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }),
    }
  },
  'a meeting, once its case is closed': async () => {
    const { case: stuck, meeting } = await convened(bot)
    return {
      ...{ about: { subject: 'meeting', id: meeting }, to: 'chair' },
      settle: () => closes(bot, stuck),
    }
  },
  'an action, once it is done': async () => {
    const action = await anAction()
    return {
      ...{ about: { subject: 'action', id: action }, to: 'health-lead' },
      settle: () =>
        bot.fillIn('health-lead', { ask: 'open-complete-action', action }, { evidence: 'It is there', danger: 'no' }),
    }
  },
  'an action, once it has another date': async () => {
    const action = await anAction()
    const moved = { due: '2026-10-16', reason: 'The panel sits a week later', danger: 'no' }
    return {
      ...{ about: { subject: 'action', id: action }, to: 'health-lead', goesOn: true },
      settle: () => bot.fillIn('health-lead', { ask: 'open-move-action', action }, moved),
    }
  },
  'an action, once it is somebody else’s': async () => {
    const action = await anAction()
    const handed = { to: 'health-colleague', reason: 'She knows the panel', danger: 'no' }
    return {
      ...{ about: { subject: 'action', id: action }, to: 'health-lead', goesOn: true },
      async settle() {
        went(await bot.fillIn('health-lead', { ask: 'open-hand-over-action', action }, handed))
        return bot.ask('health-colleague', { ask: 'accept-action', action })
      },
    }
  },
  'a duty, once it is recorded': async () => {
    const duty = await aDuty()
    return {
      ...{ about: { subject: 'duty', id: duty }, to: 'practitioner' },
      settle: () => bot.fillIn('practitioner', { ask: 'open-record-duty', duty }, dutyForm),
    }
  },
  'a duty, once it was passed on': async () => {
    const duty = await aDuty()
    const passed = { to: 'social-worker', reason: 'She has the file', danger: 'no' }
    return {
      ...{ about: { subject: 'duty', id: duty }, to: 'practitioner' },
      async settle() {
        went(await bot.fillIn('practitioner', { ask: 'open-pass-duty', duty }, passed))
        return bot.ask('social-worker', { ask: 'accept-duty', duty })
      },
    }
  },
  'a child at risk, once somebody has reported it': async () => {
    await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })
    const { concern } = await bot.last('risk-unreported')
    return {
      ...{ about: { subject: 'concern', id: concern }, to: 'social-worker' },
      settle: () =>
        bot.fillIn(
          'iro',
          { ask: 'open-report-concern', concern },
          { reportedTo: reported['reportedTo'] ?? '', reportedAt: 'now' },
        ),
    }
  },
  'what somebody held who has left, once somebody has all of it': async () => {
    const { case: stuck } = await asking(bot)
    bot.applies(without(staffed, 'chair'))
    return {
      ...{ about: { subject: 'held', id: as('chair') }, to: 'coordinator' },
      settle: () =>
        bot.ask('coordinator', { ask: 'give-held', part: 'case-chair', thing: stuck }, { to: 'other-chair' }),
    }
  },
  'what somebody takes over, once they have read it': async () => {
    const handover = await takenOver()
    return {
      ...{ about: { subject: 'handover', id: handover }, to: 'other-chair' },
      settle: () => bot.ask('other-chair', { ask: 'have-taken-over', handover }),
    }
  },
  'what somebody takes over, once it is somebody else’s again': async () => {
    const handover = await takenOver()
    const { case: stuck } = await bot.last('case-confirmed')
    return {
      ...{ about: { subject: 'handover', id: handover }, to: 'other-chair' },
      async settle() {
        bot.applies(without(staffed, 'other-chair'))
        await bot.ask('coordinator', { ask: 'give-held', part: 'case-chair', thing: stuck }, { to: 'chair' })
        bot.applies(staffed)
      },
    }
  },
}

async function takenOver(): Promise<HandoverId> {
  const { case: stuck } = await asking(bot)
  bot.applies(without(staffed, 'chair'))
  went(await bot.ask('coordinator', { ask: 'give-held', part: 'case-chair', thing: stuck }, { to: 'other-chair' }))
  bot.applies(staffed)
  return aHandover('other-chair')
}

/** Says something more about it, which waits for a month; the key of the message. */
async function waits({ about, to }: Pick<Thing, 'about' | 'to'>): Promise<string> {
  const key = `more-${randomUUID()}`
  const now = bot.clock.now()
  const notBefore = new Date(now.getTime() + 30 * 24 * 60 * 60_000)
  await bot.store.transact({ at: now }, async (tx) => {
    const message = { key, to: as(to), meantFor: as(to), card: card('More', [text('Something more.')]) }
    await tx.say({ ...message, about, notBefore, urgent: false })
    return done('')
  })
  return key
}

const stateOf = async (key: string) => (await bot.said()).find((message) => message.key === key)?.state

function begin(name: string): Promise<Thing> {
  const thing = things[name]
  if (!thing) throw new Error(`there is no thing ${name}`)
  return thing()
}

describe.each(Object.keys(things))('%s', (name) => {
  it('is said no more', async () => {
    const thing = await begin(name)
    expect(await sendNow(bot, await waits(thing))).toBe('sent')
    const waiting = await waits(thing)
    const other = await waits({ about: { subject: 'person', id: as('iro') }, to: 'iro' })

    const settled = await thing.settle()
    if (settled !== undefined) expect(settled).toMatchObject({ kind: 'done' })

    const line = name.includes('the case is closed') || name.includes('its case is closed') ? 'waiting' : 'withdrawn'
    expect(await stateOf(waiting)).toBe(line)
    expect(await stateOf(other)).toBe('waiting')
    expect(await sendNow(bot, waiting)).toBe(thing.goesOn ? 'sent' : 'withdrawn')
  })
})
