/** Unique pupil numbers: the first letter is worked out from the twelve characters after it (Department for Education, UPN guide). */

/** Without I, O and S, which are read as digits. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

const shape = new RegExp(`^[${letters}]\\d{11}[\\d${letters}]$`)

export const looksLikeUpn = (given: string): boolean => /^[A-Z]\d{11}[A-Z\d]$/.test(given)

/** Capitals without spaces. A temporary number ends with a letter, which counts by its place. */
export const isUpn = (given: string): boolean => shape.test(given) && given.startsWith(checkLetterOf(given.slice(1)))

/** Of the twelve characters after it. */
export function checkLetterOf(characters: string): string {
  const sum = Array.from(characters, (character) =>
    /\d/.test(character) ? Number(character) : letters.indexOf(character),
  ).reduce((total, value, place) => total + value * (place + 2), 0)
  return letters.charAt(sum % letters.length)
}
