import { describe, expect, it } from 'vitest'
import { createVault } from '../../adapters/vault/vault.ts'

const vault = createVault('ab'.repeat(32))
const otherVault = createVault('cd'.repeat(32))
const words = 'Zoë Quill, born 29 February 2012 — “nobody asked me”'

describe('what the vault seals', () => {
  it('it opens again', () => {
    const key = vault.newKey()

    expect(vault.open(key, vault.seal(key, words))).toBe(words)
    expect(vault.open(key, vault.seal(key, ''))).toBe('')
  })

  it('opens after a restart with the same secret key', () => {
    const key = vault.newKey()
    const sealed = vault.seal(key, words)

    expect(createVault('AB'.repeat(32)).open(key, sealed)).toBe(words)
  })

  it('is never the same twice, and shows nothing of the words', () => {
    const key = vault.newKey()
    const [one, other] = [vault.seal(key, words), vault.seal(key, words)]

    expect(one.equals(other)).toBe(false)
    expect(one.toString('latin1')).not.toContain('Quill')
  })
})

describe('the vault refuses, without saying the words,', () => {
  const key = vault.newKey()
  const sealed = vault.seal(key, words)

  const changed = (at: number): Buffer => {
    const copy = Buffer.from(sealed)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  }

  it.each([
    ['the data key of another case', () => vault.open(vault.newKey(), sealed)],
    ['another secret key', () => otherVault.open(key, sealed)],
    ['another version', () => vault.open(key, changed(0))],
    ['a changed nonce', () => vault.open(key, changed(1))],
    ['a changed tag', () => vault.open(key, changed(13))],
    ['a changed word', () => vault.open(key, changed(sealed.length - 1))],
    ['words cut short', () => vault.open(key, sealed.subarray(0, -1))],
    ['nothing', () => vault.open(key, Buffer.alloc(0))],
    ['a wrapped key passed for words', () => vault.open(key, key)],
    ['words passed for a wrapped key', () => vault.open(sealed, sealed)],
  ])('%s', (_, open) => {
    expect(open).toThrow(/cannot be opened|not sealed by this vault/)
    expect(open).not.toThrow(/Quill/)
  })

  it('a secret key that is none, without repeating it', () => {
    expect(() => createVault('too short')).toThrow('the secret key must be 64 hexadecimal digits')
  })
})

describe('a keyed hash', () => {
  const hash = vault.keyedHash('local-identifier', '384923 ab')

  it('is the same however the identifier is written', () => {
    expect(vault.keyedHash('local-identifier', ' 384923AB\n')).toBe(hash)
    expect(vault.keyedHash('local-identifier', '３８４９２３ab')).toBe(hash)
  })

  it('differs by identifier, by kind and by secret key', () => {
    const others = [
      vault.keyedHash('local-identifier', '384924AB'),
      vault.keyedHash('upn', '384923AB'),
      otherVault.keyedHash('local-identifier', '384923AB'),
    ]

    expect(new Set([hash, ...others]).size).toBe(4)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })
})
