/** A cookie of the workspace's own: for this site alone, and out of reach of scripts. */
import type { Response } from 'express'

/** `value` of letters, digits, `.`, `-` and `_`. */
export function writeCookie(res: Response, name: string, value: string): void {
  res.cookie(name, value, { httpOnly: true, sameSite: 'strict', path: '/' })
}
