/** The table of hashing keys, each sealed under the secret key. */
export type HashingKeysTables = {
  hashing_keys: {
    number: number
    /** A data key, wrapped under the secret key of the day on which this hashing key was made. */
    key: Buffer
    sealed: Buffer
  }
}
