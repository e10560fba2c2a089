/**
 * Every ask about a thing, by everybody of the partnership: anybody who is not named here is refused, with every id in hand
 * and the whole form filled in, and nothing is changed, said or recorded.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Ask, DoingAsk, OpeningAsk, opensSomething } from '../../src/vocabulary.ts'
import { aChallenge, aConfirmation, aProposal, aRaising, aRecord, aView, demonstration } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { reach, type Ids } from '../support/reach.ts'

type Name = Ask['ask']

const ofTheChild = ['social-worker'] as const
const health = ['health-lead'] as const
const asked = [...health, 'school-lead'] as const
const core = [...ofTheChild, 'iro', 'chair'] as const
const came = ['chair', 'social-worker', 'health-lead'] as const

/** Until a case is confirmed. */
const unconfirmed: Partial<Record<Name, readonly string[]>> = {
  'open-case': [...ofTheChild, 'iro'],
  'open-identity': [...ofTheChild, 'iro'],
  'open-raising': ['school-lead'],
  'open-add-to-raising': ['school-lead'],
  'add-to-raising': ['school-lead'],
  'open-withdraw-raising': ['school-lead'],
  'withdraw-raising': ['school-lead'],
  'open-confirm-case': [...ofTheChild, 'chair'],
  'open-raised': [...ofTheChild, 'chair'],
  'confirm-case': [...ofTheChild, 'chair'],
  'open-close-case': ofTheChild,
  'close-case': ofTheChild,
  'end-withdrawn': [...ofTheChild, 'chair'],
  'open-match-raising': ['chair'],
  'match-raising': ['chair'],
  'open-not-in-care': ['chair'],
  'not-in-care': ['chair'],
  'open-report-concern': ['practitioner', ...ofTheChild, 'iro'],
  'report-concern': ['practitioner', ...ofTheChild, 'iro'],
  'open-concern-child': [...ofTheChild, 'iro'],
  'open-take-back-concern': ['practitioner'],
  'take-back-concern': ['practitioner'],
  'prefer-account': ['practitioner'],
  'remove-account': ['practitioner'],
}

/** While the health agency is asked for its view. What came is still sealed then, also to those who read it later. */
const underWay: Partial<Record<Name, readonly string[]>> = {
  'open-case': ['practitioner', ...core, ...asked],
  'open-identity': [...core, ...asked],
  'open-confirm-case': [...ofTheChild, 'chair'],
  'open-raised': [...ofTheChild, 'chair'],
  'confirm-case': [...ofTheChild, 'chair'],
  'open-close-case': [...ofTheChild, 'chair'],
  'close-case': [...ofTheChild, 'chair'],
  'open-replace-chair': [...ofTheChild, 'chair'],
  'replace-chair': [...ofTheChild, 'chair'],
  'open-who': health,
  'know-child': health,
  'not-ours': health,
  'cannot-tell': health,
  'open-not-ours': health,
  'open-cannot-tell': health,
  'take-back-not-ours': health,
  'open-ask-another': [...ofTheChild, 'chair'],
  'ask-another': [...ofTheChild, 'chair'],
  'open-pass-on': health,
  'pass-on': health,
  'open-input': health,
  'give-input': health,
}

/** After the meeting, before its summary is out; the health lead takes the notes. */
const held: Partial<Record<Name, readonly string[]>> = {
  'pick-slot': ['chair'],
  'open-run-sheet': ['chair'],
  'open-meeting': ['social-worker', 'iro', 'chair', 'health-lead', 'school-lead', 'practitioner'],
  'take-time-back': ['chair'],
  'open-meeting-link': ['chair'],
  'set-meeting-link': ['chair'],
  'open-note-taker': ['chair'],
  'name-note-taker': ['chair'],
  'open-record': ['chair', 'health-lead'],
  'record-meeting': ['chair', 'health-lead'],
  'open-add-action': ['chair', 'health-lead'],
  'add-action': ['chair', 'health-lead'],
  'open-proposed': ['chair', 'health-lead'],
  'open-correct-action': ['chair', 'health-lead'],
  'correct-action': ['chair', 'health-lead'],
  'open-summary-draft': ['chair'],
  'approve-summary': ['chair'],
  'open-views': ['chair', 'iro'],
  'open-view': ['chair', 'iro'],
  'open-reflection': ['iro', ...came],
}

/** Once an action is with the health lead, and a duty with the social worker. */
const followed: Partial<Record<Name, readonly string[]>> = {
  'open-summary': ['practitioner', ...core, ...asked],
  'open-reflection': ['iro', ...came],
  'open-views': ['chair', 'iro'],
  'open-action': [...core, ...health],
  'open-complete-action': health,
  'complete-action': health,
  'open-move-action': [...health, 'chair'],
  'move-action': [...health, 'chair'],
  'open-hand-over-action': [...health, 'chair'],
  'hand-over-action': [...health, 'chair'],
  'accept-action': [],
  'decline-action': health,
  'accept-duty': [],
  'decline-duty': ofTheChild,
  'open-duty': [...ofTheChild, 'iro', 'team-manager'],
  'open-record-duty': ofTheChild,
  'record-duty': ofTheChild,
  'open-expect-duty': ofTheChild,
  'expect-duty': ofTheChild,
  'open-pass-duty': ofTheChild,
  'pass-duty': ofTheChild,
  'open-take-back-review': ofTheChild,
  'take-back-review': ofTheChild,
}

/** A child is with the practitioner, who has no such role; another was given to the deputy of the social worker. */
const toHandOver: Partial<Record<Name, readonly string[]>> = {
  'open-handovers': ['practitioner', 'team-manager', 'chair'],
  'take-held': ['practitioner', 'team-manager', 'chair'],
  'open-give-held': ['practitioner', 'team-manager', 'chair'],
  'give-held': ['practitioner', 'team-manager', 'chair'],
  'open-give-several': ['practitioner', 'team-manager', 'chair'],
  'give-several': ['practitioner', 'team-manager', 'chair'],
  'open-taking-over': ['deputy-social-worker'],
  'have-taken-over': ['deputy-social-worker'],
}

/** Somebody else has raised it too, and the social worker proposes to close it. */
const proposed: Partial<Record<Name, readonly string[]>> = {
  'open-answer-closing': ['iro', 'chair'],
  'answer-closing': ['iro', 'chair'],
  'admit-raiser': [...ofTheChild, 'chair'],
}

/** It is closed, and the practitioner who raised it does not agree. */
const objected: Partial<Record<Name, readonly string[]>> = {
  'open-object': ['practitioner'],
  object: ['practitioner'],
  'open-answer-objection': ['iro'],
  'answer-objection': ['iro'],
}

/** The IRO has challenged a duty, and the manager of the first stage is asked. */
const challengedBy: Partial<Record<Name, readonly string[]>> = {
  'open-raise-challenge': ['iro'],
  'raise-challenge': ['iro'],
  'open-challenge': ['iro', 'team-manager'],
  'open-answer-challenge': ['team-manager'],
  'answer-challenge': ['team-manager'],
  'open-move-challenge': ['iro'],
  'move-challenge': ['iro'],
  'open-end-challenge': ['iro'],
  'end-challenge': ['iro'],
}

const namedToIro: Partial<Record<Name, readonly string[]>> = { 'open-raiser': ['iro'] }

type Stage = {
  readonly when: string
  readonly may: Partial<Record<Name, readonly string[]>>
  readonly reach: (bot: Bot) => Promise<Ids>
}

const stages: readonly Stage[] = [
  { when: 'a case waits for its confirmation', may: unconfirmed, reach: reach.unconfirmed },
  { when: 'agencies have been asked', may: underWay, reach: reach.asking },
  { when: 'the meeting was held', may: held, reach: reach.held },
  { when: 'what was agreed is followed', may: followed, reach: reach.followed },
  { when: 'its closing is proposed', may: proposed, reach: reach.proposed },
  { when: 'somebody objects to its closing', may: objected, reach: reach.objected },
  { when: 'an IRO challenges', may: challengedBy, reach: reach.challenged },
  { when: 'somebody is named to the IRO alone', may: namedToIro, reach: reach.namedToIro },
  { when: 'somebody holds what they no longer may', may: toHandOver, reach: reach.toHandOver },
]

/** Whole and right for every form, so that nothing but the permission can be what is missing. */
const everything = {
  ...aRaising,
  ...aConfirmation,
  ...aView,
  ...aRecord,
  ...aProposal,
  agencies: ['larkshire-police'],
  'why-larkshire-police': 'They found her.',
  inputsClose: '2026-09-14',
  born: '2014-05-21',
  address: 'https://meet.google.com/abc-defg-hij',
  ...{ why: 'It moved.', reason: 'It is theirs.', evidence: 'It is on file.', to: 'social-worker' },
  ...{ reportedTo: 'front-door', reportedAt: 'now', byWhom: 'me', on: '2026-09-07', as: 'adoption' },
  ...{ more: 'Again.', toRaisers: 'It has moved.', toRaiser: 'It has moved.', objection: 'It has not moved.' },
  ...{ answer: 'close', outcome: 'closed' },
  ...aChallenge,
  ...{ because: 'It is booked.', move: 'more-time' },
  danger: 'no',
}

const everybody = demonstration.people.map(({ id }) => id as string)

describe.each(stages)('while $when', ({ may, reach: reached }) => {
  let bot: Bot
  let ids: Ids
  beforeAll(async () => {
    bot = await startBot()
    ids = await reached(bot)
  })
  afterAll(() => bot.close())

  const state = async () => JSON.stringify([await bot.facts(), await bot.said(), await bot.wakes()])

  it.each(Object.entries(may))('%s is for %j alone', async (name, permitted) => {
    const ask = Ask.parse({ ask: name, starts: '2026-09-14T13:00:00.000Z', ...ids, drawn: undefined })
    const before = await state()
    for (const who of everybody.filter((id) => !permitted.includes(id))) {
      const answer = await bot.ask(who, ask, everything)
      expect([who, answer.kind === 'refusal' && refusals.includes(answer.reason)]).toEqual([who, true])
    }
    expect(await state()).toBe(before)
    if (!opensSomething(ask)) return
    for (const who of permitted) {
      const answer = await bot.ask(who, ask)
      expect([who, answer.kind === 'refusal' && refusals.includes(answer.reason)]).toEqual([who, false])
    }
  })
})

const refusals: readonly string[] = ['not-for-you', 'is-here-again', 'not-yours-to-answer']

it('every ask that names a thing is held to somebody above', () => {
  const things = [
    'case',
    'raising',
    'request',
    'meeting',
    'action',
    'duty',
    'concern',
    'account',
    'thing',
    'of',
    'handover',
    'closing',
    'challenge',
  ]
  const named = [...OpeningAsk.options, ...DoingAsk.options]
    .filter(({ shape }) => things.some((thing) => thing in shape))
    .map(({ shape }) => shape.ask.value)
  const tried = new Set(stages.flatMap(({ may }) => Object.keys(may)))
  expect(named.filter((name) => !tried.has(name))).toEqual([])
})
