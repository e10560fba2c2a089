/** Every state of every thing: how it is reached, and what wakes the bot about it, or why nothing has to. */
import type { CaseState, RequestState } from '../../src/cases/case.ts'
import type { Action } from '../../src/actions/action.ts'
import type { Duty } from '../../src/duties/duty.ts'
import { PersonId, type CaseId } from '../../src/ids.ts'
import type { MeetingState } from '../../src/meetings/meeting.ts'
import type { Bot } from '../support/bot.ts'
import { aChallenge, aClosing, aConfirmation, aRaising, aRecord, aRefusal, aView, risk } from '../support/builders.ts'
import { approved, asking, closes, convened, offered, raised, recorded, requestTo, went } from '../support/stages.ts'
import { staffed, without } from '../support/leaving.ts'

/** As `climb-due views`, a climb by its kind; whatever else wakes, by its own name. */
type Woken = { readonly wake: string; readonly afterSilence: string }
type Because = { readonly because: string }

/** The id in the key of the wake: of the thing itself, or of the case or person that waits for it. */
export type State = { readonly reach: (bot: Bot) => Promise<string> } & (Woken | Because)

/** Silence leaves it where it is: the same wakes it as before. */
const wakes = (wake: string, reach: State['reach'], afterSilence = wake): State => ({ reach, wake, afterSilence })
const nothing = (because: string, reach: State['reach']): State => ({ reach, because })

const stopped = 'nothing: its climb has come to its end'

const health = async (bot: Bot) => {
  const asked = await asking(bot)
  return { case: asked.case, request: requestTo(asked, 'larkshire-nhs-trust') }
}

async function allDone(bot: Bot): Promise<CaseId> {
  const { case: stuck } = await approved(bot)
  const { action } = await bot.last('action-promised')
  const evidence = { evidence: 'It is on file.', danger: 'no' }
  went(await bot.fillIn('health-lead', { ask: 'open-complete-action', action }, evidence))
  return stuck
}

async function firstLook(bot: Bot, mine: 'yes' | 'no'): Promise<void> {
  const look = await bot.ask('social-worker', { ask: 'open-first-look' })
  const name = look.kind === 'form' ? Object.keys(look.fields).find((one) => one.startsWith('mine-')) : undefined
  const answer = await bot.ask('social-worker', { ask: 'confirm-children' }, { [name ?? '']: mine })
  if (mine === 'yes') went(answer)
  else if (answer.kind === 'form')
    went(await bot.answer({ ask: answer.submit.ask, by: PersonId.parse('social-worker'), form: answer.values }))
}

async function givenChild(bot: Bot): Promise<string> {
  bot.applies(without(staffed, 'social-worker'))
  const { id } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
  const give = { ask: 'give-held', part: 'child-social-worker', thing: id } as const
  went(await bot.ask('coordinator', give, { to: 'deputy-social-worker' }))
  return (await bot.db.selectFrom('handovers').select('id').executeTakeFirstOrThrow()).id
}

const unmatched = async (bot: Bot) => {
  went(await bot.fillIn('school-lead', { ask: 'open-raise-case' }, { ...aRaising, identifier: 'unknown' }))
  return (await bot.last('raising-unmatched')).raising
}

const inDanger = async (bot: Bot) => {
  await bot.fillIn('practitioner', { ask: 'open-raise-case' }, { ...aRaising, ...risk })
  return (await bot.last('risk-unreported')).concern
}

export const caseStates: Readonly<Record<CaseState, Readonly<Record<string, State>>>> = {
  raised: { 'nobody has confirmed it': wakes('climb-due case-unconfirmed', (bot) => raised(bot)) },
  asking: {
    'those named are to be asked': wakes(
      'inputs-ask',
      async (bot) => {
        const id = await raised(bot)
        await bot.deliver()
        went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: id }, aConfirmation))
        return id
      },
      'nothing: its views are closed',
    ),
    'views are open': wakes(
      'climb-due views',
      async (bot) => (await asking(bot)).case,
      'nothing: its views are closed',
    ),
  },
  convening: {
    'times are to be offered': wakes(
      'meeting-offer',
      async (bot) => {
        const { case: id } = await asking(bot)
        await bot.until('2026-09-14T15:59:00Z')
        bot.clock.moveTo(new Date('2026-09-14T16:00:00Z'))
        await bot.ringOnce()
        return id
      },
      'nothing: its meeting is waited for',
    ),
    'its meeting is under way': nothing('its meeting has a wake of its own', async (bot) => (await offered(bot)).case),
  },
  'following-up': {
    'an action is open': nothing('its actions have wakes of their own', async (bot) => (await approved(bot)).case),
    'all is done': wakes('climb-due case-unclosed', allDone),
    'only decisions were agreed': wakes('climb-due case-unclosed', async (bot) => {
      const { case: id, meeting } = await convened(bot)
      await bot.until('2026-09-11T11:00:00Z')
      went(await bot.fillIn('chair', { ask: 'open-record', meeting }, aRecord))
      went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))
      return id
    }),
  },
  closed: {
    'all was done': nothing('nobody is waited for', async (bot) => {
      const id = await allDone(bot)
      went(await bot.fillIn('chair', { ask: 'open-close-case', case: id }, aClosing))
      return id
    }),
    'before it was confirmed': nothing('nobody is waited for', async (bot) => {
      const id = await raised(bot)
      await closes(bot, id)
      return id
    }),
  },
}

const meetingOf = async (reached: Promise<{ readonly meeting: string }>) => (await reached).meeting

export const meetingStates: Readonly<Record<MeetingState, Readonly<Record<string, State>>>> = {
  offered: {
    'no time is picked': wakes('climb-due times-not-picked', (bot) => meetingOf(offered(bot))),
    'all its times have passed': wakes('climb-due times-not-picked', async (bot) => {
      const { meeting } = await offered(bot)
      const slots = JSON.stringify(['2026-09-01T09:00:00.000Z'])
      await bot.db.updateTable('meetings').set({ slots }).execute()
      return meeting
    }),
    'its chair has gone and another was named': wakes('climb-due times-not-picked', async (bot) => {
      const { meeting, case: stuck } = await offered(bot)
      bot.applies(staffed)
      went(await bot.fillIn('social-worker', { ask: 'open-replace-chair', case: stuck }, { to: 'other-chair' }))
      return meeting
    }),
  },
  convened: {
    'it is to come': wakes('meeting-opens', (bot) => meetingOf(convened(bot)), 'climb-due meeting-unfinished'),
    'it has begun': wakes('climb-due meeting-unfinished', async (bot) => {
      const { meeting } = await convened(bot)
      await bot.until('2026-09-11T11:00:00Z')
      return meeting
    }),
  },
  recorded: {
    'its summary is not out': wakes('climb-due meeting-unfinished', (bot) => meetingOf(recorded(bot))),
    'before its start was announced': wakes('climb-due meeting-unfinished', async (bot) => {
      const { meeting } = await convened(bot)
      bot.clock.moveTo(new Date((await bot.last('time-picked')).start))
      went(await bot.fillIn('chair', { ask: 'open-record', meeting }, aRecord))
      return meeting
    }),
  },
  approved: {
    'its summary is out': nothing('what was agreed is waited for instead', (bot) => meetingOf(approved(bot))),
  },
}

/** A request is waited for by its case. */
export const requestStates: Readonly<Record<RequestState, Readonly<Record<string, State>>>> = {
  asked: {
    'nobody has answered': wakes(
      'climb-due views',
      async (bot) => (await health(bot)).case,
      'nothing: its views are closed',
    ),
    'views were closed when the social worker was asked': wakes(
      'climb-due late-view',
      async (bot) => {
        await offered(bot)
        went(await bot.ask('police-lead', { ask: 'raise-case' }, { ...aRaising, theme: 'disagreement' }))
        await bot.ring()
        return (await bot.last('input-asked')).request
      },
      stopped,
    ),
    'it was passed to a colleague': wakes(
      'climb-due views',
      async (bot) => {
        const { case: id, request } = await health(bot)
        went(await bot.fillIn('health-lead', { ask: 'open-pass-on', request }, { to: 'health-colleague' }))
        return id
      },
      'nothing: its views are closed',
    ),
  },
  known: {
    'they know the child': wakes(
      'climb-due views',
      async (bot) => {
        const { case: id, request } = await health(bot)
        went(await bot.ask('health-lead', { ask: 'know-child', request }))
        return id
      },
      'nothing: its views are closed',
    ),
  },
  'not-ours': {
    'nothing more is expected': nothing('its case waits for the others', async (bot) => {
      const { request } = await health(bot)
      went(await bot.ask('health-lead', { ask: 'not-ours', request }))
      return request
    }),
  },
  'cannot-tell': {
    'they are not sure yet': wakes(
      'climb-due views',
      async (bot) => {
        const { case: id, request } = await health(bot)
        went(await bot.ask('health-lead', { ask: 'cannot-tell', request }))
        return id
      },
      'nothing: its views are closed',
    ),
  },
  given: {
    'every agency has answered': wakes(
      'climb-due views',
      async (bot) => {
        const asked = await asking(bot)
        for (const [agency, by] of [
          ['larkshire-nhs-trust', 'health-lead'],
          ['hazel-school', 'school-lead'],
        ] as const)
          went(await bot.fillIn(by, { ask: 'open-input', request: requestTo(asked, agency) }, aView))
        return asked.case
      },
      'nothing: its views are closed',
    ),
    'nothing more is expected': nothing('it can be changed until views close', async (bot) => {
      const { request } = await health(bot)
      went(await bot.fillIn('health-lead', { ask: 'open-input', request }, aView))
      return request
    }),
  },
}

const agreed = async (bot: Bot) => {
  await approved(bot)
  return (await bot.last('action-promised')).action
}

export const actionStates: Readonly<Record<Action['state'], Readonly<Record<string, State>>>> = {
  open: {
    'it is agreed': wakes('climb-due action-undone', agreed),
    'its chasing has begun': wakes('climb-due action-undone', async (bot) => {
      const action = await agreed(bot)
      await bot.ring()
      return action
    }),
    'it has a new date': wakes('climb-due action-undone', async (bot) => {
      const action = await agreed(bot)
      const to = { due: '2026-10-16', reason: 'The panel meets later.', danger: 'no' }
      went(await bot.fillIn('health-lead', { ask: 'open-move-action', action }, to))
      return action
    }),
    'it is with somebody else': wakes('climb-due action-undone', async (bot) => {
      const action = await agreed(bot)
      const to = { to: 'health-colleague', reason: 'He has the papers.', danger: 'no' }
      went(await bot.fillIn('health-lead', { ask: 'open-hand-over-action', action }, to))
      went(await bot.ask('health-colleague', { ask: 'accept-action', action }))
      return action
    }),
  },
  ended: {
    'its case was closed': nothing('nobody is waited for', async (bot) => {
      const { case: id } = await approved(bot)
      await closes(bot, id)
      return (await bot.last('action-ended')).action
    }),
  },
  done: {
    'its owner has said so': nothing('nobody is waited for', async (bot) => {
      await allDone(bot)
      return (await bot.last('action-completed')).action
    }),
  },
}

const started = async (bot: Bot) => {
  await firstLook(bot, 'yes')
  return (await bot.last('duty-started')).duty
}

export const dutyStates: Readonly<Record<Duty['state'], Readonly<Record<string, State>>>> = {
  open: {
    'the child is confirmed': wakes('climb-due duty-unrecorded', started),
    'it is expected on a day': wakes('climb-due duty-unrecorded', async (bot) => {
      const duty = await started(bot)
      went(await bot.fillIn('social-worker', { ask: 'open-expect-duty', duty }, { on: '2026-10-30', danger: 'no' }))
      return duty
    }),
    'it is with somebody else': wakes('climb-due duty-unrecorded', async (bot) => {
      const duty = await started(bot)
      const to = { to: 'practitioner', reason: 'He writes it.', danger: 'no' }
      went(await bot.fillIn('social-worker', { ask: 'open-pass-duty', duty }, to))
      went(await bot.ask('practitioner', { ask: 'accept-duty', duty }))
      return duty
    }),
  },
  recorded: {
    'its owner has said so': nothing('nobody is waited for', async (bot) => {
      const duty = await started(bot)
      went(
        await bot.fillIn(
          'social-worker',
          { ask: 'open-record-duty', duty },
          { on: '2026-09-01', as: 'assessed-with-plan', byWhom: 'Dr Ames', danger: 'no' },
        ),
      )
      return duty
    }),
  },
}

const proposed = async (bot: Bot) => {
  const { case: stuck } = await asking(bot)
  went(await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, aClosing))
  return (await bot.last('closing-proposed')).closing
}

const objection = async (bot: Bot) => {
  await closes(bot, await raised(bot))
  const { raising } = await bot.last('case-raised')
  went(await bot.fillIn('practitioner', { ask: 'open-object', raising }, { objection: 'She waits.', danger: 'no' }))
  return raising
}

const challenge = async (bot: Bot) => {
  const duty = await started(bot)
  went(await bot.fillIn('iro', { ask: 'open-raise-challenge', duty }, aChallenge))
  return (await bot.last('challenge-raised')).challenge
}

const refused = async (bot: Bot) => {
  const duty = await started(bot)
  went(await bot.fillIn('social-worker', { ask: 'open-record-duty', duty }, { ...aRefusal, on: '2026-09-01' }))
  return (await bot.db.selectFrom('child_events').select('id').executeTakeFirstOrThrow()).id
}

export const otherStates: Readonly<Record<string, Readonly<Record<string, State>>>> = {
  'assessment not held': {
    'it is to be offered again': wakes('climb-due assessment-again', refused),
    'it was held': nothing('nobody is waited for', async (bot) => {
      const event = await refused(bot)
      const { duty } = await bot.last('assessment-not-held')
      const held = { on: '2026-09-01', as: 'assessed-with-plan', byWhom: 'Dr Ames', danger: 'no' }
      went(await bot.fillIn('social-worker', { ask: 'open-record-duty', duty }, held))
      return event
    }),
  },
  'proposal to close': {
    'nobody has answered': wakes('climb-due closing-unanswered', proposed),
    'it was refused': nothing('the case goes on', async (bot) => {
      const closing = await proposed(bot)
      const no = { answer: 'keep-open', because: 'Nobody has met her.', danger: 'no' }
      went(await bot.fillIn('iro', { ask: 'open-answer-closing', closing }, no))
      return closing
    }),
    'it was agreed': nothing('the case is closed', async (bot) => {
      await closes(bot, (await asking(bot)).case)
      return (await bot.last('closing-agreed')).closing
    }),
  },
  objection: {
    'the IRO has not answered': wakes('climb-due objection-unanswered', objection),
    'the IRO has answered': nothing('its raiser is told', async (bot) => {
      const raising = await objection(bot)
      const no = { outcome: 'closed', toRaiser: 'The panel has met.', danger: 'no' }
      went(await bot.fillIn('iro', { ask: 'open-answer-objection', raising }, no))
      return raising
    }),
  },
  challenge: {
    'its manager has not answered': wakes('climb-due challenge-unanswered', challenge),
    'the IRO has not said what comes next': wakes('climb-due challenge-unanswered', async (bot) => {
      const id = await challenge(bot)
      const no = { answer: 'not-agreed', because: 'It is the wrong plan.', danger: 'no' }
      went(await bot.fillIn('team-manager', { ask: 'open-answer-challenge', challenge: id }, no))
      return id
    }),
    'the IRO has ended it': nothing('everybody who was asked is told', async (bot) => {
      const id = await challenge(bot)
      const how = { outcome: 'another-way', why: 'It is on file.', danger: 'no' }
      went(await bot.fillIn('iro', { ask: 'open-end-challenge', challenge: id }, how))
      return id
    }),
  },
  raising: {
    'nobody has found its child': wakes('climb-due raising-unmatched', unmatched),
    'its child was found': nothing('its case waits for the social worker', async (bot) => {
      const raising = await unmatched(bot)
      went(await bot.fillIn('chair', { ask: 'open-match-raising', raising }, { identifier: 'LK104', danger: 'no' }))
      return raising
    }),
    'it was withdrawn': nothing('nobody looks for its child', async (bot) => {
      const raising = await unmatched(bot)
      went(await bot.fillIn('school-lead', { ask: 'open-withdraw-raising', raising }, { why: 'Found.', danger: 'no' }))
      return raising
    }),
    'it is about no child in care': nothing('its raiser was told whom to telephone', async (bot) => {
      const raising = await unmatched(bot)
      const why = { why: 'The duty team knows of no such child.', danger: 'no' }
      went(await bot.fillIn('chair', { ask: 'open-not-in-care', raising }, why))
      return raising
    }),
  },
  concern: {
    'nobody has recorded a report': wakes('climb-due concern-unreported', inDanger),
    'a report is recorded': nothing('nobody is waited for', async (bot) => {
      const concern = await inDanger(bot)
      const given = { reportedTo: 'front-door', reportedAt: 'now' }
      went(await bot.fillIn('social-worker', { ask: 'open-report-concern', concern }, given))
      return concern
    }),
  },
  'taking-over': {
    'nobody has read it': wakes('climb-due handover-unread', givenChild, stopped),
    'the coordinators know': nothing('its climb has come to its end', async (bot) => {
      const handover = await givenChild(bot)
      await bot.until('2026-09-10T12:00:00Z')
      return handover
    }),
    'it is read': nothing('nobody is waited for', async (bot) => {
      const handover = await givenChild(bot)
      went(await bot.ask('deputy-social-worker', { ask: 'have-taken-over', handover: handover as never }))
      return handover
    }),
  },
  child: {
    'it is to be confirmed': wakes('climb-due first-look', async (bot) => {
      await givenChild(bot)
      return 'deputy-social-worker'
    }),
    'it has no social worker': wakes('climb-due no-social-worker', async (bot) => {
      await firstLook(bot, 'no')
      return 'all'
    }),
    'it is confirmed': nothing('its duties have wakes of their own', async (bot) => {
      await firstLook(bot, 'yes')
      return 'social-worker'
    }),
    'it was handed over and is confirmed': nothing('its duties have wakes of their own', async (bot) => {
      await givenChild(bot)
      const look = await bot.ask('deputy-social-worker', { ask: 'open-first-look' })
      const name = look.kind === 'form' ? Object.keys(look.fields).find((one) => one.startsWith('mine-')) : undefined
      went(await bot.ask('deputy-social-worker', { ask: 'confirm-children' }, { [name ?? '']: 'yes' }))
      return 'deputy-social-worker'
    }),
  },
}
