/** Cookies of these pages: out of reach of scripts and other sites and, over https, sent only to this host and only encrypted. */
import type { Request, Response } from 'express'
import { readCookie } from '../../doors/read-cookie.ts'

export type Cookies = {
  read(req: Request, name: CookieName): string | undefined
  /** `value` of letters, digits, `-` and `_`. */
  write(res: Response, name: CookieName, value: string, lastsMs: number): void
  clear(res: Response, name: CookieName): void
}

type CookieName = 'unstuck-session' | 'unstuck-browser' | 'unstuck-wanted'

export function createCookies(publicUrl: string): Cookies {
  const secure = publicUrl.startsWith('https:')
  const fullName = (name: CookieName) => (secure ? `__Host-${name}` : name)
  // `lax`, not `strict`: so that a link from an email or chat finds the person signed in.
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const

  return {
    read: (req, name) => readCookie(req, fullName(name)),
    write: (res, name, value, lastsMs) => void res.cookie(fullName(name), value, { ...options, maxAge: lastsMs }),
    clear: (res, name) => void res.clearCookie(fullName(name), options),
  }
}
