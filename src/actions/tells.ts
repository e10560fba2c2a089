/** An action to tell somebody of the family about the meeting: our own words, which name nobody. */
import type { ToldOf } from '../cases/family.ts'
import { ourOwn } from '../display/clear.ts'
import type { Cleared } from '../display/typed.ts'

type Told = { readonly what: Cleared; readonly know: Cleared }

export const toldInWords: Readonly<Record<ToldOf, Told>> = {
  parents: {
    what: ourOwn('Tell the parents about the meeting'),
    know: ourOwn('They know that the meeting is held, and why'),
  },
  child: {
    what: ourOwn('Tell the child about the meeting'),
    know: ourOwn('The child knows that the meeting is held, and why'),
  },
}
