/** What happened to the process, for those who run it; what happened to a case is a fact. */
export type Log = {
  info(event: string, ids?: LogIds): void
  warn(event: string, ids?: LogIds): void
  error(event: string, error: unknown, ids?: LogIds): void
}

/** Ids, sizes and kinds: never words that people typed. */
export type LogIds = Readonly<Record<string, string | number | boolean | undefined>>
