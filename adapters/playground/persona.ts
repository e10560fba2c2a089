/** Who one has chosen to be, kept in a signed cookie. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { readCookie } from '../../doors/read-cookie.ts'
import type { CastMember } from './cast.ts'
import { writeCookie } from './write-cookie.ts'

const cookie = 'unstuck-persona'

type Persona = { of(req: Request): CastMember | undefined; become(res: Response, chosen: CastMember): void }

export function createPersona(secretKey: string, cast: () => readonly CastMember[]): Persona {
  const seal = (text: string) => createHmac('sha256', secretKey).update(`persona:${text}`).digest()

  function of(req: Request): CastMember | undefined {
    const [person = '', signature = ''] = readCookie(req, cookie)?.split('.') ?? []
    const given = Buffer.from(signature, 'base64url')
    const expected = seal(person)
    const genuine = given.length === expected.length && timingSafeEqual(given, expected)
    return genuine ? cast().find((one) => one.person === person) : undefined
  }

  const become = (res: Response, { person }: CastMember) =>
    writeCookie(res, cookie, `${person}.${seal(person).toString('base64url')}`)

  return { of, become }
}
