/** The partnership's file as it was applied, version by version: what is in force is the newest. Nothing is rewritten. */
import type { PersonId } from '../ids.ts'
import type { Counts } from '../partnership/compare-partnerships.ts'
import type { Left } from '../partnership/left.ts'

export type NewVersion = {
  /** 1, 2, …: without a gap. */
  readonly version: number
  readonly how: 'start' | 'terminal'
  /** Who said that it was them; the machine's administrator need not be in the partnership. */
  readonly by?: PersonId
  /** The YAML with its comments, as it was written. */
  readonly text: string
  /** Of the text: SHA-256 as hexadecimal digits. */
  readonly hash: string
  readonly left: Left
  readonly counts: Counts
}

export type KeptVersion = NewVersion & { readonly appliedAt: Date }

export type PartnershipVersions = {
  /** The number alone: asked every few seconds. */
  readonly newestNumber: () => Promise<number | undefined>
  readonly newest: () => Promise<KeptVersion | undefined>
  readonly one: (version: number) => Promise<KeptVersion | undefined>
  /** The newest first. */
  readonly all: () => Promise<readonly Omit<KeptVersion, 'text' | 'left'>[]>
  /** What a start applied last. */
  readonly lastOfStart: () => Promise<KeptVersion | undefined>
  /** What is open and keeps the policies with which it started. */
  readonly openThings: () => Promise<OpenThings>
}

export type OpenThings = { readonly cases: number; readonly duties: number }
