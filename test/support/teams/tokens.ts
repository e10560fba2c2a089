/** The keys of the local Microsoft, and the tokens that it signs towards the bot: right, or wrong in a chosen way. */
import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** What is wrong with a token, where it is not signed as Microsoft does. */
export type Forgery = {
  readonly noToken?: true
  /** Signed by somebody else who names our key. */
  readonly otherKey?: true
  readonly expired?: true
  readonly audience?: string
  readonly issuer?: string
  /** The service address that the token is good for. */
  readonly serviceUrl?: string
}

export type Issued = { readonly audience: string; readonly serviceUrl: string }

export type Tokens = {
  readonly issuer: string
  readonly jwks: unknown
  sign(issued: Issued, forgery?: Forgery): Promise<string>
}

const issuer = 'https://api.botframework.com'

export async function createTokens(): Promise<Tokens> {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const kid = randomUUID()
  const key = { ...(await exportJWK(own.publicKey)), kid, use: 'sig', alg: 'RS256', endorsements: ['msteams'] }
  return {
    issuer,
    jwks: { keys: [key] },
    sign({ audience, serviceUrl }, forgery = {}) {
      const now = Math.floor(Date.now() / 1000)
      const issuedAt = forgery.expired ? now - 7200 : now
      return new SignJWT({ serviceurl: forgery.serviceUrl ?? serviceUrl })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(forgery.issuer ?? issuer)
        .setAudience(forgery.audience ?? audience)
        .setNotBefore(issuedAt)
        .setExpirationTime(issuedAt + 3600)
        .sign(forgery.otherKey ? other.privateKey : own.privateKey)
    },
  }
}
