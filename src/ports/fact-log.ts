/** The log of what happened to one case, for reading and checking. */
export type FactLine = {
  readonly fact: string
  /** Ids, kinds and dates. */
  readonly data: Readonly<Record<string, unknown>>
  /** A person's id; null when time rang. */
  readonly by: string | null
  readonly at: Date
  /** Of the partnership, as it was in force; absent in lines from before there were versions. */
  readonly version?: number
}

export type CaseLog = {
  readonly lines: readonly FactLine[]
  /** The place, from 1, of the first line that was changed, or whose previous line is missing; 0 when the chain holds. */
  readonly brokenAt: number
}

export type FactLog = { ofCase(reference: string): Promise<CaseLog | undefined> }
