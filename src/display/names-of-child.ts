/** Whether a text has a name of the child, in any case, with or without accents, hyphens and a possessive ending. */

/** Names that are everyday words too: in lower case they count as the word, otherwise too much would be refused. */
const wordsToo = new Set(
  'art bill bin can chance charity chase dawn drew faith grace grant guy hope joy mark may sky van von will'.split(' '),
)
/** Dates whose month is a name as well. */
const monthOfADate =
  /\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:april|may|june|august)\b|\b(?:april|may|june|august) \d{1,4}\b/gi

/** Two letters are too few to look for these: they are in every other sentence. */
const smallWords = new Set('am an as at be by do go he if in is it me my no of oh on or so to up us we'.split(' '))

export function hasNameOf(names: readonly string[], text: string): boolean {
  const known = new Set(
    names
      .flatMap((name) => name.split(' '))
      .flatMap(partsOf)
      .filter(isTelling),
  )
  return text
    .replace(monthOfADate, ' ')
    .split(' ')
    .some((word) => withoutEndings(partsOf(word)).some((part) => known.has(part) && !isOnlyAWord(part, word)))
}

/** "Anne-Marie" is anne, marie and annemarie; "Kayleigh's" is kayleigh and s. */
function partsOf(word: string): readonly string[] {
  const folded = fold(word)
  return [...folded.split(/[^\p{L}]+/u), folded.replace(/[^\p{L}]/gu, '')]
}

/** "Kayleighs" is kayleigh too. */
const withoutEndings = (parts: readonly string[]): readonly string[] =>
  parts.flatMap((part) => (part.endsWith('s') ? [part, part.slice(0, -1)] : [part]))

const isTelling = (part: string): boolean => part.length >= 3 || (part.length === 2 && !smallWords.has(part))

/** A name of two letters is looked for as a name is written: "Jo", not "jo" or "JO". */
const isOnlyAWord = (part: string, word: string): boolean =>
  part.length === 2 ? !/\p{Lu}\p{Ll}/u.test(word) : wordsToo.has(part) && word === word.toLowerCase()

const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
}

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[æđðıłøœßþ]/g, (letter) => letters[letter] ?? letter)
