/** A data key as it was wrapped before wrapped keys said which secret key is theirs. */
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto'

export function wrappedBefore(secretKeyHex: string): Buffer {
  const secretKey = Buffer.from(secretKeyHex, 'hex')
  const wrapping = Buffer.from(hkdfSync('sha256', secretKey, '', 'unstuck: wrapping of data keys', 32))
  const nonce = randomBytes(12)
  const sealing = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(Buffer.from('1:key'))
  const hidden = Buffer.concat([sealing.update(randomBytes(32)), sealing.final()])
  return Buffer.concat([Buffer.of(1), nonce, sealing.getAuthTag(), hidden])
}
