/** Seals and opens lists of answered questions under the data key of one case or child. */
import { z } from 'zod'
import type { Answered } from '../../../src/display/answered.ts'
import { Typed } from '../../../src/display/typed.ts'
import type { Vault } from '../../../src/ports/vault.ts'
import type { Db } from '../schema/database.ts'
import { hashesUnder, hashingKeysOf } from '../keys/hashing-keys.ts'

const Kept = z.array(z.object({ name: z.string(), question: z.string(), words: z.string() }))

export type Seals = ReturnType<typeof sealsOf>

export function sealsOf(vault: Vault) {
  return {
    newKey: (): Buffer => vault.newKey(),
    /** Under every hashing key of this database, that for writing first. */
    hashes: (db: Db, kind: string, words: Typed) => hashesUnder(db, vault, kind, words.reveal()),
    /** The same for many words, with one look at the keys. */
    async hasher(db: Db, kind: string): Promise<(words: Typed) => readonly string[]> {
      const [newest, ...older] = await hashingKeysOf(db, vault)
      return (words) => [newest, ...older].map((key) => vault.keyedHash(kind, words.reveal(), key))
    },
    seal: (key: Buffer, answered: readonly Answered[]): Buffer =>
      vault.seal(key, JSON.stringify(answered.map((one) => ({ ...one, words: one.words.reveal() })))),
    open: (key: Buffer, sealed: Buffer): readonly Answered[] =>
      Kept.parse(JSON.parse(vault.open(key, sealed))).map((one) => ({ ...one, words: new Typed(one.words) })),
    sealWords: (key: Buffer, words: Typed): Buffer => vault.seal(key, words.reveal()),
    openWords: (key: Buffer, sealed: Buffer): Typed => new Typed(vault.open(key, sealed)),
  }
}
