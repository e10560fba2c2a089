/** Enterprise Grid: a press and a form name the home workspace of their person, a command the one in which it was typed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { button, card, text } from '../../src/display/card.ts'
import { form } from '../../src/display/form.ts'
import { MeetingId } from '../../src/ids.ts'
import { textOfMessage } from '../support/slack/observe.ts'
import { partnershipWith, startSlackBot, team, type SlackBot } from './slack-bot.ts'

const meeting = MeetingId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a02')
const times = card(
  'Pick a time',
  [text('Three times.')],
  [button('Time 1', { ask: 'pick-slot', meeting, slot: 1 }), button('Record', { ask: 'open-record', meeting })],
)
const aForm = form('Record', {
  fields: { note: { field: 'words', label: 'Note', max: 100, lines: 'many', optional: true } },
  submit: { label: 'Send', ask: { ask: 'record-meeting', meeting } },
})

let bot: SlackBot
const partnership = partnershipWith([
  { platform: 'slack', workspace: team, agencies: ['larkshire-council'] as never, domains: ['demo.example'] },
])
beforeAll(async () => {
  bot = await startSlackBot({
    partnership,
    apps(slack) {
      const workspace = slack.addWorkspace({ team, app: 'own' })
      const { appId, signingSecret } = workspace.app
      return { apps: [{ name: 'council', appId, workspace: team, botToken: workspace.botToken, signingSecret }] }
    },
  })
  bot.slack.addUser({
    team,
    id: 'UWORKER',
    email: 'social.worker@demo.example',
    home: 'T0HOME',
    grid: ['T0HOME', team],
  })
  bot.slack.addUser({ team, id: 'UFOREIGN', email: 'chair@demo.example', home: 'T0ELSEWHERE', stranger: true })
  bot.slack.addUser({ team, id: 'UOTHER', email: 'chair@demo.example', home: 'T0HOME', grid: ['T0HOME'] })
})
afterAll(() => bot.stop())

test('one person in one workspace is one account, whatever they do', async () => {
  const worker = bot.slack.user(team, 'UWORKER')
  bot.answers(() => done('Yes.'))
  await worker.command('/stuck-case', 'mine')
  await worker.waitForEphemeral('Yes.')

  await bot.side.messenger.post({ platform: 'slack', workspace: team, user: 'UWORKER' }, times, 'marker')
  bot.answers(() => done('The time was picked.'))
  await worker.press('Time 1')
  await worker.waitForEphemeral('The time was picked.')
  expect(bot.asked.at(-1)?.by).toBe('social-worker')

  bot.answers((asking) => (asking.form ? done('Recorded.') : aForm))
  await worker.press('Record')
  await worker.waitForView('Note')
  await worker.submit()
  expect(bot.asked.at(-1)).toMatchObject({ ask: { ask: 'record-meeting' }, by: 'social-worker' })

  const held = await bot.opened.db.selectFrom('accounts').select(['workspace', 'account_user']).execute()
  expect(held).toEqual([{ workspace: team, account_user: 'UWORKER' }])
  expect(bot.slack.callsOf('users.info').length).toBeLessThanOrEqual(2)
})

test.each(['UFOREIGN', 'UOTHER'])('somebody who does not belong to the workspace stays refused: %s', async (id) => {
  const asked = bot.asked.length
  const somebody = bot.slack.user(team, id)
  await bot.side.messenger.post({ platform: 'slack', workspace: team, user: id }, times, `marker-${id}`)
  await somebody.press('Time 1')
  expect(textOfMessage(await somebody.waitForEphemeral())).toContain('Unstuck is not open to this workspace.')
  expect(bot.asked.length).toBe(asked)
})

test('where Slack cannot say whose account it is, the person hears of it', async () => {
  bot.slack.addUser({ team, id: 'UNEXT', email: 'iro@demo.example', home: 'T0HOME', grid: [team] })
  const next = bot.slack.user(team, 'UNEXT')
  await bot.side.messenger.post({ platform: 'slack', workspace: team, user: 'UNEXT' }, times, 'marker-next')
  bot.slack.faults.fail('users.info', 1, { status: 503 })
  await next.press('Time 1')
  await next.waitForEphemeral('Something went wrong. Nothing was changed.')
})
