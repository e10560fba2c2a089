/** The workspace's own cookies: for this site alone, and out of reach of scripts. */
import type { Request, Response } from 'express'

export function readCookie(req: Request, name: string): string | undefined {
  const found = req.headers.cookie?.split('; ').find((cookie) => cookie.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

/** `value` of letters, digits, `.`, `-` and `_`. */
export function writeCookie(res: Response, name: string, value: string): void {
  res.cookie(name, value, { httpOnly: true, sameSite: 'strict', path: '/' })
}
