/** The three messengers against the platforms of our own, each with what its platform cannot do. */
import { createMail } from '../../adapters/mail/mail.ts'
import { PersonId } from '../../src/ids.ts'
import { startSlackBot, team } from '../slack/slack-bot.ts'
import { demonstration } from '../support/builders.ts'
import { startMail } from '../support/mail/service.ts'
import { silentLog } from '../support/silent-log.ts'
import { textOfMessage } from '../support/slack/observe.ts'
import { accountOf, startTeamsBot, tenants } from '../teams/teams-bot.ts'
import { messengerContract, type Beside } from './messenger.contract.ts'

const now = <Result>(work: () => Result) => Promise.resolve(work())

async function besideSlack(): Promise<Beside> {
  const { slack, side, practitioner, stop } = await startSlackBot()
  return {
    messenger: side.messenger,
    to: { platform: 'slack', workspace: team, user: 'UPRACTITIONER' },
    arrived: () => practitioner().messages().map(textOfMessage),
    goesWrong: {
      away: () => now(() => slack.faults.fail('chat.postMessage', 1, { status: 503 })),
      tooFast: () => now(() => slack.faults.fail('chat.postMessage', 1, { status: 429, retryAfterSeconds: 7 })),
      drawingTooFast: () => now(() => slack.faults.fail('chat.update', 1, { status: 429, retryAfterSeconds: 7 })),
      unheard: () => now(() => slack.faults.fail('chat.postMessage', 1, 'commit-then-reset')),
    },
    goes: () =>
      now(() => {
        slack.addUser({ team, id: 'UGONE', email: 'gone@demo.example' })
        slack.faults.fail('conversations.open', 1, { error: 'user_disabled' })
        return { platform: 'slack', workspace: team, user: 'UGONE' }
      }),
    heal: () => now(() => slack.faults.heal()),
    stop,
  }
}

async function besideTeams(): Promise<Beside> {
  const started = await startTeamsBot()
  const { teams, side } = started
  const lead = started.somebody('health.lead')
  await lead.installs()
  return {
    messenger: side.messenger,
    to: accountOf(lead),
    arrived: () => lead.messages().map((message) => lead.textOfMessage(message)),
    goesWrong: {
      away: () => now(() => teams.faults.fail('send', 1, { status: 500 })),
      tooFast: () => now(() => teams.faults.fail('send', 1, { status: 429, retryAfterSeconds: 7 })),
      drawingTooFast: () => now(() => teams.faults.fail('update', 1, { status: 429, retryAfterSeconds: 7 })),
      unheard: () => now(() => teams.faults.fail('send', 1, 'commit-then-reset')),
    },
    async goes() {
      const gone = started.somebody('police.lead', { tenant: tenants.police })
      await gone.installs()
      gone.chat.bot = 'blocked'
      return accountOf(gone)
    },
    heal: () => now(() => teams.faults.heal()),
    stop: () => started.stop(),
  }
}

async function besideMail(): Promise<Beside> {
  const service = await startMail()
  const address = 'iro@demo.example'
  const answers = (reply?: string) => now(() => service.answer(address, reply))
  const { messenger } = createMail({
    smtpUrl: service.url,
    from: 'Unstuck <unstuck@partnership.example>',
    publicUrl: 'https://unstuck.example.org',
    partnership: () => demonstration,
    accounts: { holdingOf: () => Promise.resolve(undefined) },
    log: silentLog,
  })
  const to = { platform: 'web', workspace: 'web', user: PersonId.parse('iro') } as const
  return {
    messenger,
    to,
    arrived: () => service.emailsTo(address).map(({ raw }) => raw),
    goesWrong: { away: () => answers('421 closing'), tooFast: () => answers('452 full') },
    goes: () => answers('550 5.1.1 No such user').then(() => to),
    heal: () => answers(),
    stop: () => service.stop(),
  }
}

messengerContract({
  ...{ name: 'Slack', way: 'slack', platform: 'slack', start: besideSlack },
  ...{ looks: 'certain', gone: 'undeliverable', shows: 'the card' },
})

// A bot may not read what lies in a chat of Teams; and who took the app out is reached elsewhere from then on.
messengerContract({
  ...{ name: 'Teams', way: 'teams', platform: 'teams', start: besideTeams },
  ...{ looks: 'unsure', gone: 'elsewhere', shows: 'the card' },
})

// An email cannot be looked for, says nothing of a case, and its server is asked nothing twice on one line.
messengerContract({
  ...{ name: 'email', way: 'email', platform: 'web', start: besideMail },
  ...{ looks: 'unsure', gone: 'undeliverable', shows: 'that something waits' },
})
