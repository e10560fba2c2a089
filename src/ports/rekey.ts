/** The exchange of the secret key: everything of a database comes under the secret key of today, step by step. */
export type Rekey = {
  count(): Promise<KeyCount>
  /** `busy`: an import, or another exchange, is at work. However it ends, the next run goes on where it stood. */
  run(watch: RekeyWatch): Promise<'ran' | 'busy'>
}

export type RekeyWatch = {
  /** Called after every few hundred rows, with how many were changed. */
  readonly progressed: (rows: number) => void
  /** Asked between these: true ends the run early. */
  readonly stopped: () => boolean
}

export type KeyCount = {
  /** Keys that the secret key of today wraps. */
  readonly keys: number
  readonly keysLeft: number
  /** Of those that are left: how many no secret key opens that was given. */
  readonly unopened: number
  /** Children, by the hashing key under which they are found; a look-up finds those that are left as well. */
  readonly hashed: number
  readonly hashedLeft: number
  /** Words and identities that are sealed under any of these keys. */
  readonly values: number
}

/** True if the older secret keys are no longer needed. */
export const nothingLeft = ({ keysLeft, hashedLeft }: KeyCount): boolean => keysLeft + hashedLeft === 0
