/** The first letters of the first and the last word of a name, such as `K.M.`; nothing where it has no letter. */
const firstLetter = /\p{L}\p{M}*/u

export function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => firstLetter.exec(word)?.[0] ?? [])
  const ends = letters.length > 1 ? [letters[0], letters.at(-1)] : letters
  return ends.map((letter) => `${(letter ?? '').toLocaleUpperCase('en-GB')}.`).join('')
}
