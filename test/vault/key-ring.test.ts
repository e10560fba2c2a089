import { describe, expect, it } from 'vitest'
import { createVault, firstHashingKey } from '../../adapters/vault/vault.ts'
import { wrappedBefore } from '../support/wrapped-before.ts'

const [oldest, older, today] = ['ab'.repeat(32), 'cd'.repeat(32), 'ef'.repeat(32)]
const words = 'Zoë Quill'

/** Written by a vault that knew one secret key alone: of the secret key `oldest`. */
const before = {
  key: Buffer.from('AZmNgxmN/q/C0kcuSI8lct1JZPWzuRMBsY1pTODAtNYpawOdeVNv/q+qXkhTCDWbry41ZwHCpC87GH1SuA==', 'base64'),
  sealed: Buffer.from('AbRvYiKLw0+0HS8mZB4Y/EEWTh1pKnTF9qzyNoB/VpBUitv90oa6', 'base64'),
  hash: 'ff40d0622b42e6dfa58bee80e35221f45df6875cded143c824fbfadba5a9f510',
}

describe('a key ring', () => {
  const ring = createVault(today, [older, oldest])

  it('opens what each of its keys sealed, and seals with the first', () => {
    for (const secretKey of [oldest, older, today]) {
      const vault = createVault(secretKey)
      const key = vault.newKey()
      expect(ring.open(key, vault.seal(key, words))).toBe(words)
    }
    const key = ring.newKey()

    expect(createVault(today).open(key, ring.seal(key, words))).toBe(words)
    expect(() => createVault(older).open(key, ring.seal(key, words))).toThrow('cannot be opened')
  })

  it('opens what was sealed before keys had names', () => {
    expect(createVault(oldest).open(before.key, before.sealed)).toBe(words)
    expect(ring.open(before.key, before.sealed)).toBe(words)
    expect(() => createVault(today, [older]).open(before.key, before.sealed)).toThrow('cannot be opened')
    const wrapped = wrappedBefore(older)
    expect(ring.open(wrapped, ring.seal(wrapped, words))).toBe(words)
  })

  it('wraps a key again: the same data key, under the first secret key alone', () => {
    const old = createVault(older)
    const key = old.newKey()
    const sealed = old.seal(key, words)

    const again = ring.rewrap(key)

    expect(createVault(today).open(again, sealed)).toBe(words)
    expect(() => old.open(again, sealed)).toThrow('cannot be opened')
    expect(old.open(key, sealed)).toBe(words)
    expect(createVault(today).open(ring.rewrap(before.key), before.sealed)).toBe(words)
    expect(() => createVault(today).rewrap(key)).toThrow('cannot be opened')
  })

  it('marks what is under its first key, and says nothing of the key by that', () => {
    const { mark } = ring

    expect(ring.newKey().subarray(0, mark.length).equals(mark)).toBe(true)
    expect(createVault(older).newKey().subarray(0, mark.length).equals(mark)).toBe(false)
    expect(createVault(today.toUpperCase()).mark.equals(mark)).toBe(true)
    expect(mark.toString('hex')).not.toContain('efef')
  })

  it('takes no name for another: it is sealed with the key', () => {
    const key = createVault(older).newKey()
    const renamed = Buffer.concat([ring.mark, key.subarray(ring.mark.length)])
    const unnamed = Buffer.concat([Buffer.of(1), key.subarray(ring.mark.length)])

    for (const forged of [renamed, unnamed, ring.mark, ring.mark.subarray(0, 4)])
      expect(() => ring.rewrap(forged)).toThrow(/cannot be opened|not sealed by this vault/)
  })
})

describe('a hash', () => {
  it('is the one that databases hold already, under the key that follows from their secret key', () => {
    const first = { number: 1, hex: firstHashingKey(oldest) }

    expect(createVault(oldest).keyedHash('child-identifier', 'lk 104')).toBe(before.hash)
    expect(createVault(today).keyedHash('child-identifier', 'LK104', first)).toBe(before.hash)
  })

  it('names the hashing key, and does not follow from the secret key, once that was exchanged', () => {
    const second = { number: 2, hex: '17'.repeat(32) }
    const hash = createVault(today).keyedHash('child-identifier', 'LK104', second)

    expect(hash).toMatch(/^2:[0-9a-f]{64}$/)
    expect(createVault(older).keyedHash('child-identifier', 'LK104', second)).toBe(hash)
    expect(createVault(today).keyedHash('child-identifier', 'LK104', { ...second, hex: '18'.repeat(32) })).not.toBe(
      hash,
    )
  })
})
