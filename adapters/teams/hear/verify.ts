/**
 * The SDK's adapter, which proves that an activity comes from Microsoft: signature, issuer, audience, expiry and the
 * address to answer to. Only here is botbuilder known.
 */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
} from 'botbuilder'
import { readJson } from '../../../doors/read-json.ts'

export type Verifying = {
  readonly appId: string
  readonly openIdMetadataUrl?: string | undefined
  readonly tokenIssuer?: string | undefined
}

/** Runs `work` for an activity with a good token; throws `NotVerifiedError` otherwise. */
export type Verified = (authorization: string, activity: unknown, work: () => Promise<void>) => Promise<void>

export class NotVerifiedError extends Error {
  override readonly name = 'NotVerifiedError'
}

/** Microsoft's keys could not be had, so nothing can be said of a token. */
export class KeysAwayError extends Error {
  override readonly name = 'KeysAwayError'
}

const microsoft = {
  issuer: 'https://api.botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
} as const

export function verifying({
  appId,
  openIdMetadataUrl = microsoft.openIdMetadataUrl,
  tokenIssuer = microsoft.issuer,
}: Verifying): Verified {
  const adapter = new Adapter(
    authenticationOf(appId, {
      ToBotFromChannelTokenIssuer: tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
      ToChannelFromBotOAuthScope: microsoft.issuer,
      OAuthUrl: microsoft.issuer,
    }),
  )
  return async (authorization, activity, work) => {
    // The SDK also takes tokens of its emulator and of other bots, which are not checked for the address to answer to.
    if (issuerOf(authorization) !== tokenIssuer) throw new NotVerifiedError('issuer')
    await adapter.take(authorization, activity, work)
  }
}

/** For the playground: no token is asked for. */
export function unverified(): Verified {
  const adapter = new Adapter(authenticationOf(undefined, {}))
  return (_, activity, work) => adapter.take('', activity, work)
}

class Adapter extends CloudAdapter {
  async take(authorization: string, activity: unknown, work: () => Promise<void>): Promise<void> {
    const proof = { given: false }
    try {
      await this.processActivity(authorization, activity as Activity, async () => {
        proof.given = true
        await work()
      })
    } catch (error) {
      if (proof.given) throw error
      throw isAboutKeys(error) ? new KeysAwayError() : new NotVerifiedError()
    }
  }
}

/** Our calls are made with tokens of our own (`token.ts`): the SDK is given none. */
class Credentials extends ConfigurationServiceClientCredentialFactory {
  readonly #appId: string | undefined

  constructor(appId: string | undefined) {
    super({})
    this.#appId = appId
  }

  override isValidAppId(id = ''): Promise<boolean> {
    return Promise.resolve(id === this.#appId)
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(this.#appId === undefined)
  }

  override createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return Promise.resolve({ signRequest: (request) => Promise.resolve(request) })
  }
}

function authenticationOf(appId: string | undefined, settings: Readonly<Record<string, string>>) {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the rule misses what the SDK's class extends
  return new ConfigurationBotFrameworkAuthentication(settings, new Credentials(appId))
}

function issuerOf(authorization: string): unknown {
  const [, payload = ''] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? []
  const claims = readJson(Buffer.from(payload, 'base64url').toString())
  return typeof claims === 'object' && claims !== null && 'iss' in claims ? claims.iss : undefined
}

const isAboutKeys = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'FetchError' || /^Failed to load (Keys|openID config)/.test(error.message))
