/** One person's visit to one page: who it is, and what the page's forms need to be sent back safely. */
import type { PersonId } from '../../src/ids.ts'
import type { Drawing } from './render-card.ts'

export type Who = {
  readonly person: PersonId
  readonly name: string
  /** Signed in by email, and so able to sign out. */
  readonly session?: true
}

/** What the host of these pages puts at the top of each: a template of its own with its data. */
export type Frame = { readonly template: string; readonly data: object }

export type Visit = { readonly who: Who; readonly frame: Frame | undefined; readonly drawing: Drawing }
