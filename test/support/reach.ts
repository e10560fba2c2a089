/** Each stage of the way, with the ids of what is there to be asked about. */
import { aChallenge, aClosing, aRaising, risk } from './builders.ts'
import { linked } from './accounts.ts'
import type { Bot } from './bot.ts'
import { approved, asking, closes, raised, recorded, requestTo, went } from './stages.ts'

export type Ids = Readonly<Record<string, string | number>>

async function unconfirmed(bot: Bot): Promise<Ids> {
  await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })
  went(await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: 'unknown' }))
  const { concern } = await bot.last('risk-unreported')
  const account = await linked(bot.db, { platform: 'slack', workspace: 'T1', user: 'U1' }, 'practitioner')
  return { case: await raised(bot), raising: (await bot.last('raising-unmatched')).raising, concern, account }
}

async function beingAsked(bot: Bot): Promise<Ids> {
  const all = await asking(bot)
  return { case: all.case, request: requestTo(all, 'larkshire-nhs-trust') }
}

/** The health lead takes the notes. */
async function held(bot: Bot): Promise<Ids> {
  const all = await recorded(bot, {}, {}, 'health-lead')
  const { action } = await bot.last('action-proposed')
  return { case: all.case, request: requestTo(all, 'hazel-school'), meeting: all.meeting, slot: 1, action }
}

async function startedDuty(bot: Bot) {
  const look = await bot.ask('social-worker', { ask: 'open-first-look' })
  const mine = look.kind === 'form' ? Object.keys(look.fields).filter((name) => name.startsWith('mine-')) : []
  went(await bot.ask('social-worker', { ask: 'confirm-children' }, { [mine[0] ?? '']: 'yes' }))
  return bot.last('duty-started')
}

/** An action is with the health lead, and a duty with the social worker. */
async function followed(bot: Bot): Promise<Ids> {
  const { duty } = await startedDuty(bot)
  const all = await approved(bot)
  const { action } = await bot.last('action-promised')
  return { case: all.case, meeting: all.meeting, action, duty }
}

/** One child is with somebody who is no social worker, another was given to the deputy. */
async function toHandOver(bot: Bot): Promise<Ids> {
  const given = await bot.put({ identifier: 'LK105', socialWorker: 'practitioner' })
  const to = { to: 'deputy-social-worker' }
  went(await bot.ask('chair', { ask: 'give-held', part: 'child-social-worker', thing: given }, to))
  const taking = (await bot.said('deputy-social-worker'))
    .flatMap(({ card }) => card.buttons)
    .find(({ ask }) => ask.ask === 'open-taking-over')
  if (taking?.ask.ask !== 'open-taking-over') throw new Error('nobody is asked to read where it stands')
  const thing = await bot.put({ identifier: 'LK106', socialWorker: 'practitioner' })
  return { part: 'child-social-worker', thing, of: 'practitioner', handover: taking.ask.handover }
}

/** The police have raised it too, and the social worker proposes to close it. */
async function proposed(bot: Bot): Promise<Ids> {
  const { case: stuck } = await asking(bot)
  went(await bot.ask('police-lead', { ask: 'raise-case' }, aRaising))
  const { raising } = await bot.last('case-joined')
  went(await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, aClosing))
  return { case: stuck, raising, closing: (await bot.last('closing-proposed')).closing }
}

/** A disagreement, whose raiser wants nobody but the IRO to know who they are. */
async function namedToIro(bot: Bot): Promise<Ids> {
  went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement', namedTo: 'iro' }))
  const { case: stuck, raising } = await bot.last('case-raised')
  return { case: stuck, raising }
}

async function closed(bot: Bot): Promise<Ids> {
  const stuck = await raised(bot)
  await closes(bot, stuck)
  return { case: stuck, raising: (await bot.last('case-raised')).raising }
}

/** It is closed, and the practitioner does not agree. */
async function objected(bot: Bot): Promise<Ids> {
  const { case: stuck } = await closed(bot)
  const { raising } = await bot.last('case-raised')
  went(await bot.fillIn('practitioner', { ask: 'open-object', raising }, { objection: 'She waits.', danger: 'no' }))
  return { case: stuck ?? '', raising }
}

/** The IRO challenges the duty that is with the social worker. */
async function challenged(bot: Bot): Promise<Ids> {
  const { duty } = await startedDuty(bot)
  went(await bot.fillIn('iro', { ask: 'open-raise-challenge', duty }, aChallenge))
  return { duty, challenge: (await bot.last('challenge-raised')).challenge }
}

export const reach = {
  unconfirmed,
  asking: beingAsked,
  held,
  followed,
  proposed,
  namedToIro,
  closed,
  objected,
  challenged,
  toHandOver,
} as const
