/** Says at the start, rather than at somebody's first press, that the secret key is not the one of this database. */
import { CannotStartError } from '../../doors/cannot-start.ts'
import { countKeys } from '../../adapters/postgres/keys/count-keys.ts'
import { opensDatabase, type SecretKey } from '../../adapters/postgres/keys/first-hashing-key.ts'
import { createVault, firstHashingKey } from '../../adapters/vault/vault.ts'
import type { Resources } from './resources.ts'
import { vaultOf } from './vault-of.ts'

export async function refuseOtherKey(world: Pick<Resources, 'opened' | 'secretKey' | 'oldSecretKeys'>): Promise<void> {
  const { opened, secretKey, oldSecretKeys = [] } = world
  const vault = vaultOf(world)
  if (await opensDatabase(opened.db, vault, alone(secretKey), oldSecretKeys.map(alone))) return
  const { keys, keysLeft, unopened } = await countKeys(opened.db, vault)
  throw new CannotStartError(
    `SECRET_KEY: ${unopened} of ${keys + keysLeft} keys in this database are under another secret key, so what is sealed here cannot be opened. ` +
      'Give that key as SECRET_KEY, or in SECRET_KEYS_OLD while it is being exchanged. Nothing was changed.',
  )
}

const alone = (secretKey: string): SecretKey => ({
  vault: createVault(secretKey),
  hashingKey: firstHashingKey(secretKey),
})
