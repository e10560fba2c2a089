import { Typed } from '../display/typed.ts'

const linking = /^\s*\/?(?:stuck-case\s+)?link\s+(\S.*)$/is

/** The code of `link CODE`, as it was typed; undefined where something else was. Read before anybody is recognised. */
export function readLinkCode(typed: string): Typed | undefined {
  const code = linking.exec(typed)?.[1]
  return code === undefined ? undefined : new Typed(code.trim())
}
