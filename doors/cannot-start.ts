/** Why the program or a command cannot start; the message is a sentence for the person at the terminal. */
export class CannotStartError extends Error {
  override readonly name = 'CannotStartError'
}
