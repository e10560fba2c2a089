/** What identifies a child, in the one form in which it is sealed and compared. */
import { z } from 'zod'
import { Typed } from '../display/typed.ts'
import type { Child } from './child.ts'

/** The kind of keyed hash by which a return is compared with what is sealed. */
export const identityKind = 'child-identity'

const Written = z.tuple([z.string(), z.iso.date(), z.string()])

export type SealedIdentity = Pick<Child, 'identifier' | 'birthday' | 'upn'>

/** The words to seal; an empty UPN is none. */
export const writeIdentity = (identifier: string, birthday: string, upn: string): string =>
  JSON.stringify([identifier, birthday, upn] satisfies z.infer<typeof Written>)

export function readIdentity(written: string): SealedIdentity {
  const [identifier, birthday, upn] = Written.parse(JSON.parse(written))
  return {
    identifier: new Typed(identifier),
    birthday: new Typed(birthday),
    ...(upn !== '' && { upn: new Typed(upn) }),
  }
}
