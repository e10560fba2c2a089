import { expect, it } from 'vitest'
import { createTokens } from '../../adapters/web/guard.ts'

it('a form that was drawn before an exchange of the secret key can still be sent, and no other', () => {
  const [old, today, strange] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]
  const tokens = createTokens(today, [old])

  expect(tokens.tokenFor('iro')).toBe(createTokens(today).tokenFor('iro'))
  expect(tokens.holds('iro', tokens.tokenFor('iro'))).toBe(true)
  expect(tokens.holds('iro', createTokens(old).tokenFor('iro'))).toBe(true)
  expect(createTokens(today).holds('iro', createTokens(old).tokenFor('iro'))).toBe(false)
  for (const forged of [createTokens(strange).tokenFor('iro'), createTokens(old).tokenFor('chair'), undefined, ''])
    expect(tokens.holds('iro', forged)).toBe(false)
})
