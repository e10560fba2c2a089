/** Reads the code of `link CODE`. */
import { commandName } from '../commands/commands.ts'
import { pastedCommand } from '../display/pasted.ts'
import { Typed } from '../display/typed.ts'

/** Anything like a code, and nothing like a sentence: words that are no command are answered in another way. */
const linking = new RegExp(`^\\s*/?(?:${commandName}\\s+)?link\\s+([a-z0-9-]{6,12}|[a-z0-9]{4} [a-z0-9]{4})\\s*$`, 'i')

/** The code of `link CODE`, as it was typed; undefined where something else was. Read before anybody is recognised. */
export function readLinkCode(typed: string): Typed | undefined {
  const code = linking.exec(pastedCommand(typed))?.[1]
  return code === undefined ? undefined : new Typed(code)
}
