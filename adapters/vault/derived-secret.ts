/** A secret for one use, so only the secret key has to be kept, and no derived secret reveals another. */
import { hkdfSync } from 'node:crypto'

export const derivedSecret = (secretKeyHex: string, use: string): string =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secretKeyHex, 'hex'), '', `unstuck: ${use}`, 32)).toString('hex')
