/** Seals what identifies a child, under a key of each case that can be destroyed with the case. */
export type Vault = {
  /** A fresh data key, wrapped under the secret key: what is stored beside the case. */
  newKey(): Buffer
  seal(wrappedKey: Buffer, words: string): Buffer
  /** Throws, without the words, where the key is another one or what was sealed has been changed. */
  open(wrappedKey: Buffer, sealed: Buffer): string
  /**
   * The same text for the same words and kind, so that an identifier can be looked up without being stored; spaces and
   * the case of letters make no difference.
   */
  keyedHash(kind: string, words: string): string
}
