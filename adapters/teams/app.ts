/** Teams' door: a plain request listener, the messenger, and how Teams last answered. */
import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import type { LastCall } from '../../doors/last-call.ts'
import { oncePerDelivery, retriesOfFormsMs } from '../../doors/once-per-delivery.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { PersonId } from '../../src/ids.ts'
import type { Accounts } from '../../src/ports/accounts.ts'
import type { AnswerAsk } from '../../src/ports/answer-ask.ts'
import type { Log } from '../../src/ports/log.ts'
import type { LookUpOptions } from '../../src/ports/look-up-options.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import type { ReadPosted } from '../../src/ports/posted.ts'
import type { LoseWorkspace, LinkAccount, Recognise, Welcome } from '../../src/ports/recognise-account.ts'
import type { Bot } from './bot.ts'
import { createTeamsApi } from './send/platform-api.ts'
import { inbound } from './hear/inbound.ts'
import { createKeptForms } from './draw/kept-forms.ts'
import { createMessenger } from './send/messenger.ts'
import { createTokens, TokenError, type Tokens } from './send/token.ts'
import { unverified, verifying } from './hear/verify.ts'

/** As the SDK names its settings: https://learn.microsoft.com/azure/bot-service/bot-builder-authentication-basics */
export type TeamsRegistration = {
  readonly appId: string
  readonly appPassword: string
  readonly appTenantId?: string
  readonly appType: 'SingleTenant' | 'MultiTenant'
  readonly openIdMetadataUrl?: string
  readonly tokenIssuer?: string
  readonly loginUrl?: string
}

export type TeamsParts = {
  /** Absent: nobody comes in with a token. */
  readonly registration?: TeamsRegistration | undefined
  /** Lets the Agents Playground on this machine in without a token: for the demonstration alone. */
  readonly local: boolean
  readonly partnership: () => Partnership
  readonly accounts: Pick<Accounts, 'conversationOf' | 'keepConversation'>
  readonly recognise: Recognise
  readonly link: LinkAccount
  readonly welcome: Welcome
  readonly left: LoseWorkspace
  readonly posted: ReadPosted
  readonly sayByMail?: (person: PersonId) => Promise<void>
  readonly answer: AnswerAsk
  readonly lookUp: LookUpOptions
  readonly log: Log
  /** Our clock, by which a refusal is some minutes older than the next; the real one where none is given. */
  readonly now?: () => Date
}

export type Teams = {
  /** For `POST /api/messages`; answers 404 to anything else. */
  readonly listener: RequestListener
  readonly messenger: Messenger
  /** How Teams answered our last call; makes none. */
  readonly status: () => LastCall
}

/** No answer to a message within fifteen seconds, and Teams sends it again: a few times at most. */
const retriesMs = 5 * 60_000

export function createTeams({ registration, local, ...parts }: TeamsParts): Teams {
  const connector = createTeamsApi({ tokens: registration ? tokensOf(registration) : noTokens })
  const bot: Bot = {
    ...parts,
    connector,
    forms: createKeptForms(),
    once: oncePerDelivery(retriesMs),
    onceSent: oncePerDelivery(retriesOfFormsMs),
    newId: randomUUID,
  }
  return {
    listener: inbound(bot, {
      ...(registration && { verified: verifying(registration) }),
      ...(local && { unverified: unverified() }),
    }),
    messenger: createMessenger({
      ...parts,
      connector,
      newId: randomUUID,
      now: parts.now ?? (() => new Date()),
      serves: (conversation) => (conversation.local ? local : registration !== undefined),
    }),
    status: () => connector.last(),
  }
}

function tokensOf({ appId, appPassword, appType, appTenantId, loginUrl }: TeamsRegistration): Tokens {
  const tenant = appType === 'SingleTenant' && appTenantId ? appTenantId : 'botframework.com'
  return createTokens({
    tokenUrl: `${(loginUrl ?? `https://login.microsoftonline.com/${tenant}`).replace(/\/+$/, '')}/oauth2/v2.0/token`,
    clientId: appId,
    clientSecret: appPassword,
    scope: 'https://api.botframework.com/.default',
  })
}

const noTokens: Tokens = () => Promise.reject(new TokenError('not-registered'))
