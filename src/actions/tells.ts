/** An action to tell somebody of the family about the meeting: our own words, which name nobody. */
import type { ToldOf } from '../cases/family.ts'
import { ourOwn } from '../display/clear.ts'
import type { Cleared } from '../display/typed.ts'

/** `again`: they were told, and the meeting has another time since. */
type Told = { readonly what: Cleared; readonly know: Cleared; readonly again: Omit<Told, 'again'> }

export const toldInWords: Readonly<Record<ToldOf, Told>> = {
  parents: {
    what: ourOwn('Tell the parents about the meeting'),
    know: ourOwn('They know that the meeting is held, and why'),
    again: {
      what: ourOwn('Tell the parents that the meeting has another time'),
      know: ourOwn('They know of the new time'),
    },
  },
  child: {
    what: ourOwn('Tell the child about the meeting'),
    know: ourOwn('The child knows that the meeting is held, and why'),
    again: {
      what: ourOwn('Tell the child that the meeting has another time'),
      know: ourOwn('The child knows of the new time'),
    },
  },
}
