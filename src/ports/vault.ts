/** Seals what identifies a child, under a key of each case that can be destroyed with the case. */
export type Vault = {
  /** A fresh data key, wrapped under the secret key: what is stored beside the case. */
  newKey(): Buffer
  seal(wrappedKey: Buffer, words: string): Buffer
  /**
   * Opens also what an older secret key wrapped, if that key was given. Throws, without the words, where the key is
   * another one or what was sealed has been changed.
   */
  open(wrappedKey: Buffer, sealed: Buffer): string
  /** The first bytes of every key that is wrapped under the secret key of today, by which SQL tells them from others. */
  readonly mark: Buffer
  /** The same data key under the secret key of today: whatever is sealed under it stays as it is. Throws as `open` does. */
  rewrap(wrappedKey: Buffer): Buffer
  /**
   * The same text for the same words and kind, so that an identifier can be looked up without being stored; spaces and
   * upper or lower case make no difference. Without a hashing key: under the one that follows from the secret key.
   */
  keyedHash(kind: string, words: string, hashingKey?: HashingKey): string
}

/** A hashing key of a database, kept sealed in it. */
export type HashingKey = {
  /** Counted from 1, which was derived from a secret key. Hashes under any later one begin with its number and a colon. */
  readonly number: number
  /** 64 hexadecimal digits. */
  readonly hex: string
}
