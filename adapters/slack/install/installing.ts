/** A workspace installs the bot for itself: `/slack/install`, and back again with a code that is worth a token. */
import type { ServerResponse } from 'node:http'
import { HTTPReceiver, type HTTPReceiverOptions, type Installation, type InstallationStore } from '@slack/bolt'
import { isAdmitted } from '../../../src/people/admission.ts'
import { sentences } from '../../../src/display/refusal.ts'
import type { Partnership } from '../../../src/partnership/partnership.ts'
import type { Installations } from '../../../src/ports/installations.ts'
import type { Log } from '../../../src/ports/log.ts'
import type { RegainWorkspace } from '../../../src/ports/recognise-account.ts'
import { classifyError } from '../send/classify-error.ts'
import { scopes } from './granted.ts'
import { endpoint, installPath, redirectPath } from '../paths.ts'
import type { SlackApi } from '../send/platform-api.ts'

/** The base address of the Web API; the page on which an administrator agrees is beside it. */
const slacksOwn = 'https://slack.com/api/'

export type OAuth = { readonly clientId: string; readonly clientSecret: string; readonly signingSecret: string }

type Installing = {
  readonly oauth: OAuth
  /** Signs what a browser brings back, so that an installation ends where it began. */
  readonly stateSecret: string
  readonly publicUrl: string
  readonly apiUrl?: string
  readonly installations: Installations
  readonly apiWith: (botToken: string) => SlackApi
  readonly partnership: () => Partnership
  readonly returned: RegainWorkspace
  readonly log: Log
}

export function installingReceiver(
  parts: Installing,
  options: Pick<HTTPReceiverOptions, 'logger' | 'customPropertiesExtractor'>,
): HTTPReceiver {
  const { oauth, stateSecret, publicUrl, apiUrl = slacksOwn } = parts
  return new HTTPReceiver({
    ...oauth,
    ...options,
    endpoints: [endpoint],
    stateSecret,
    redirectUri: `${publicUrl}${redirectPath}`,
    scopes: [...scopes],
    installationStore: storeOf(parts),
    installerOptions: {
      directInstall: true,
      installPath,
      redirectUriPath: redirectPath,
      authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: 10_000,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      },
      callbackOptions: {
        afterInstallation: (installation, _, __, response) => admit(parts, installation, response),
        success: (_, __, ___, response) => say(response, 200, 'Unstuck is installed. You can close this page.'),
        failure: (_, __, ___, response) =>
          say(response, 400, 'Unstuck was not installed. Please start again, in the same browser.'),
      },
    },
  })
}

/** A workspace that does not take part is let go again: its token is given back, and nothing of it is kept. */
async function admit(parts: Installing, installation: Installation, response: ServerResponse): Promise<boolean> {
  const why = whyNot(parts.partnership(), installation)
  if (why === undefined) return true
  const token = installation.bot?.token
  if (token !== undefined)
    await parts
      .apiWith(token)
      .giveBackToken()
      .catch((error: unknown) => parts.log.error('slack-token-not-given-back', classifyError(error)))
  say(response, 403, why)
  return false
}

/** Why it may not stay. The token of a whole organisation would reach into workspaces that do not take part. */
export function whyNot(partnership: Partnership, { isEnterpriseInstall, team }: Installation): string | undefined {
  if (isEnterpriseInstall)
    return 'Unstuck can be installed in one workspace at a time, not for a whole organisation. Please start again, and choose a workspace.'
  const isOpen = team !== undefined && isAdmitted(partnership, { platform: 'slack', workspace: team.id })
  return isOpen ? undefined : sentences['not-admitted']
}

function storeOf({ installations, returned }: Installing): InstallationStore {
  return {
    async storeInstallation({ team, bot, appId }) {
      if (!team || !bot) throw new Error('Slack installed the bot without a workspace or a token')
      await installations.keep({
        workspace: team.id,
        app: appId ?? '',
        botUser: bot.userId,
        botToken: bot.token,
      })
      await returned({ platform: 'slack', workspace: team.id })
    },
    async fetchInstallation({ teamId = '' }) {
      const kept = await installations.of(teamId)
      if (!kept) throw new Error('the bot is not installed there')
      const { workspace, app, botUser, botToken } = kept
      const bot = { token: botToken, userId: botUser, id: '', scopes: [...scopes] }
      const user = { id: '', token: undefined, scopes: undefined }
      return {
        team: { id: workspace },
        enterprise: undefined,
        user,
        bot,
        appId: app,
        isEnterpriseInstall: false,
      }
    },
  }
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  response.end(`${sentence}\n`)
}
