/**
 * Envelope sealing: each case has a data key of its own, kept wrapped under the secret key, so that destroying the
 * wrapped key destroys the words and an exchange of the secret key rewraps keys without touching words.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Vault } from '../../src/ports/vault.ts'

const cipher = 'aes-256-gcm'
const keyBytes = 32
/** NIST SP 800-38D, sections 5.2.1.2 and 8.2.2: a random nonce of 96 bits and a full tag. */
const nonceBytes = 12
const tagBytes = 16
/** Written before what is sealed, so that another way of sealing can be told apart one day. */
const version = 1

/** The secret key is 64 hexadecimal digits. */
export function createVault(secretKeyHex: string): Vault {
  if (!/^[0-9a-f]{64}$/i.test(secretKeyHex)) throw new RangeError('the secret key must be 64 hexadecimal digits')
  const secretKey = Buffer.from(secretKeyHex, 'hex')
  const wrappingKey = subkey(secretKey, 'wrapping of data keys')
  const hashingKey = subkey(secretKey, 'hashing of identifiers')

  /** For as long as the caller holds the wrapped key: many words are sealed under one key in a row. */
  const unwrapped = new WeakMap<Buffer, Buffer>()

  function unwrap(wrappedKey: Buffer): Buffer {
    const key = unwrapped.get(wrappedKey) ?? open(wrappingKey, 'key', wrappedKey)
    unwrapped.set(wrappedKey, key)
    return key
  }

  return {
    newKey: () => seal(wrappingKey, 'key', randomBytes(keyBytes)),
    seal: (wrappedKey, words) => seal(unwrap(wrappedKey), 'words', Buffer.from(words, 'utf8')),
    open: (wrappedKey, sealed) => open(unwrap(wrappedKey), 'words', sealed).toString('utf8'),
    keyedHash: (kind, words) =>
      createHmac('sha256', hashingKey)
        .update(`${kind}\0${normaliseIdentifier(words)}`)
        .digest('hex'),
  }
}

/** People write the same identifier with and without spaces, in capitals and not. */
const normaliseIdentifier = (words: string): string => words.normalize('NFKC').replace(/\s/g, '').toUpperCase()

const subkey = (secretKey: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secretKey, '', `unstuck: ${use}`, keyBytes))

/** What the sealed bytes are is sealed with them, so that a wrapped key cannot be passed for words. */
type Content = 'key' | 'words'

const boundTo = (content: Content): Buffer => Buffer.from(`${version}:${content}`)

/** Version, nonce, tag, then the words under the key. */
function seal(key: Buffer, content: Content, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(boundTo(content))
  const hidden = Buffer.concat([sealing.update(plain), sealing.final()])
  return Buffer.concat([Buffer.of(version), nonce, sealing.getAuthTag(), hidden])
}

function open(key: Buffer, content: Content, sealed: Buffer): Buffer {
  const tagStart = 1 + nonceBytes
  const start = tagStart + tagBytes
  if (sealed.length < start || sealed[0] !== version) throw new Error('this was not sealed by this vault')
  try {
    const opening = createDecipheriv(cipher, key, sealed.subarray(1, tagStart), { authTagLength: tagBytes })
    opening.setAAD(boundTo(content)).setAuthTag(sealed.subarray(tagStart, start))
    return Buffer.concat([opening.update(sealed.subarray(start)), opening.final()])
  } catch (cause) {
    throw new Error('what was sealed cannot be opened: sealed under another key, or changed since', { cause })
  }
}
