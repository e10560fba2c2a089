/** The vault with every secret key that was given: the first seals, all of them open. */
import { createVault } from '../../adapters/vault/vault.ts'
import type { Vault } from '../../src/ports/vault.ts'
import type { Resources } from './resources.ts'

export const vaultOf = ({ secretKey, oldSecretKeys }: Pick<Resources, 'secretKey' | 'oldSecretKeys'>): Vault =>
  createVault(secretKey, oldSecretKeys)
