/**
 * Envelope sealing: each case has a data key of its own, kept wrapped under the secret key, so that destroying the
 * wrapped key destroys the words and an exchange of the secret key rewraps keys without touching words.
 *
 * What an exchange protects against: anybody who learns the old secret key can open nothing of the database as it is from then
 * on. What it does not: anybody who had the old secret key and an old copy of the database could open its data keys then, and
 * these stay the same; with a later copy they could open what was sealed since under the cases that they had.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Vault } from '../../src/ports/vault.ts'
import { derivedSecret } from './derived-secret.ts'

const cipher = 'aes-256-gcm'
const keyBytes = 32
/** NIST SP 800-38D, sections 5.2.1.2 and 8.2.2: a random nonce of 96 bits and a full tag. */
const nonceBytes = 12
const tagBytes = 16
/** Written before what is sealed, so that another way of sealing can be told apart one day. */
const version = 1
/** A wrapped key that says which secret key wrapped it: after this number come the bytes of its name. */
const namedVersion = 2
const nameBytes = 8

/** Each secret key is 64 hexadecimal digits. The first one seals; the older ones only open, until nothing is under them. */
export function createVault(secretKeyHex: string, olderHex: readonly string[] = []): Vault {
  const own = wrappingOf(secretKeyHex)
  const ring = [own, ...olderHex.map(wrappingOf)]
  const ownHashingKey = firstHashingKey(secretKeyHex)

  /** For as long as the caller holds the wrapped key: many words are sealed under one key in a row. */
  const unwrapped = new WeakMap<Buffer, Buffer>()

  function unwrap(wrappedKey: Buffer): Buffer {
    const key = unwrapped.get(wrappedKey) ?? unwrapWith(ring, wrappedKey)
    unwrapped.set(wrappedKey, key)
    return key
  }

  return {
    newKey: () => seal(own.key, 'key', randomBytes(keyBytes), own.mark),
    seal: (wrappedKey, words) => seal(unwrap(wrappedKey), 'words', Buffer.from(words, 'utf8')),
    open: (wrappedKey, sealed) => open(unwrap(wrappedKey), 'words', sealed).toString('utf8'),
    mark: own.mark,
    rewrap: (wrappedKey) => seal(own.key, 'key', unwrap(wrappedKey), own.mark),
    keyedHash: (kind, words, { number, hex } = { number: 1, hex: ownHashingKey }) =>
      (number === 1 ? '' : `${number}:`) +
      createHmac('sha256', Buffer.from(hex, 'hex'))
        .update(`${kind}\0${normaliseIdentifier(words)}`)
        .digest('hex'),
  }
}

/** What a database hashes with that was never exchanged. As hexadecimal digits. */
export const firstHashingKey = (secretKeyHex: string): string => derivedSecret(secretKeyHex, 'hashing of identifiers')

/** People write the same identifier with and without spaces, in capitals and not. */
const normaliseIdentifier = (words: string): string => words.normalize('NFKC').replace(/\s/g, '').toUpperCase()

type Wrapping = { readonly key: Buffer; readonly mark: Buffer }

function wrappingOf(secretKeyHex: string): Wrapping {
  if (!/^[0-9a-f]{64}$/i.test(secretKeyHex)) throw new RangeError('the secret key must be 64 hexadecimal digits')
  const secretKey = Buffer.from(secretKeyHex, 'hex')
  const name = subkey(secretKey, 'name of the secret key').subarray(0, nameBytes)
  return { key: subkey(secretKey, 'wrapping of data keys'), mark: Buffer.concat([Buffer.of(namedVersion), name]) }
}

const subkey = (secretKey: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secretKey, '', `unstuck: ${use}`, keyBytes))

/** The secret key that it names; one from before keys had names is tried with each. */
function unwrapWith(ring: readonly Wrapping[], wrappedKey: Buffer): Buffer {
  const head = headOf(wrappedKey)
  const fitting = ring.filter(({ mark }) => head[0] === version || head.equals(mark))
  for (const { key } of fitting.slice(0, -1))
    try {
      return open(key, 'key', wrappedKey)
    } catch {
      continue
    }
  const last = fitting.at(-1)
  if (!last) throw new Error('what was sealed cannot be opened: its secret key was not given')
  return open(last.key, 'key', wrappedKey)
}

/** What the sealed bytes are is sealed with them, so that a wrapped key cannot be passed for words. */
type Content = 'key' | 'words'

const boundTo = (content: Content, head: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${head[0]}:${content}`), head.subarray(1)])

/** Version, and the name where there is one. */
function headOf(sealed: Buffer): Buffer {
  const bytes = sealed[0] === version ? 1 : sealed[0] === namedVersion ? 1 + nameBytes : undefined
  if (bytes === undefined) throw new Error('this was not sealed by this vault')
  return sealed.subarray(0, bytes)
}

/** The head, nonce, tag, then the words under the key. */
function seal(key: Buffer, content: Content, plain: Buffer, head: Buffer = Buffer.of(version)): Buffer {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(boundTo(content, head))
  const hidden = Buffer.concat([sealing.update(plain), sealing.final()])
  return Buffer.concat([head, nonce, sealing.getAuthTag(), hidden])
}

function open(key: Buffer, content: Content, sealed: Buffer): Buffer {
  const head = headOf(sealed)
  const tagStart = head.length + nonceBytes
  const start = tagStart + tagBytes
  if (sealed.length < start) throw new Error('this was not sealed by this vault')
  try {
    const opening = createDecipheriv(cipher, key, sealed.subarray(head.length, tagStart), { authTagLength: tagBytes })
    opening.setAAD(boundTo(content, head)).setAuthTag(sealed.subarray(tagStart, start))
    return Buffer.concat([opening.update(sealed.subarray(start)), opening.final()])
  } catch (cause) {
    throw new Error('what was sealed cannot be opened: sealed under another key, or changed since', { cause })
  }
}
