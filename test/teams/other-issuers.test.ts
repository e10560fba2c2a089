/** The SDK takes tokens of its emulator and of other bots, and asks others than us for their keys: not for us. */
import { expect, it } from 'vitest'
import { NotVerifiedError, verifying } from '../../adapters/teams/hear/verify.ts'

const appId = 'cccccccc-0000-4000-8000-000000000001'
const theirs = {
  emulator: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
  'another bot': 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
  'nobody that we know': 'https://issuer.example',
}

const part = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url')
const tokenOf = (claims: object): string =>
  `Bearer ${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part(claims)}.c2ln`
const activity = { type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.example/' }

it.each(Object.entries(theirs))('a token of %s is refused before anybody is asked for keys', async (_, iss) => {
  const claims = { iss, aud: appId, appid: 'dddddddd-0000-4000-8000-000000000001', ver: '1.0', exp: 4_000_000_000 }
  const work = (): Promise<void> => Promise.reject(new Error('it was let in'))

  await expect(verifying({ appId })(tokenOf(claims), activity, work)).rejects.toEqual(new NotVerifiedError('issuer'))
})

it.each(['', 'Bearer ', 'Bearer a.b.c', 'Basic YTpi', `Bearer ${part({})}.${part('text')}.c2ln`])(
  'what is no token is refused in the same way: %s',
  async (authorization) => {
    const work = (): Promise<void> => Promise.reject(new Error('it was let in'))

    await expect(verifying({ appId })(authorization, activity, work)).rejects.toEqual(new NotVerifiedError('issuer'))
  },
)
