/** Why the local PostgreSQL cannot be had; the message is a sentence for the person at the terminal. */
export class CannotStartError extends Error {
  override readonly name = 'CannotStartError'
}
