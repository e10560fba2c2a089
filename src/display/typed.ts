/**
 * Words as a person typed them: about a child, so never in a history, a log, a job, an error or an address.
 *
 * An object rather than a branded string, because a branded string still fits wherever a string does and slips into
 * any template. This one prints as `[withheld]` whatever is done to it; only `reveal` gives the words, and
 * test/architecture.test.ts names the few files that may call it.
 */
import { inspect } from 'node:util'

const withheld = '[withheld]'

export class Typed {
  readonly #words: string

  constructor(words: string) {
    this.#words = words
  }

  /** The words themselves: for the drawing of readings and forms, for the vault and for the content guard. */
  reveal(): string {
    return this.#words
  }

  toString(): string {
    return withheld
  }

  toJSON(): string {
    return withheld
  }

  [inspect.custom](): string {
    return withheld
  }
}

declare const cleared: unique symbol

/**
 * Words approved by the chair and passed by the content guard: a Card may show them. Made in one place only,
 * `src/display/clear.ts`.
 */
export type Cleared = string & { readonly [cleared]: true }
