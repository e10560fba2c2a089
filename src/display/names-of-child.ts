/**
 * Whether a text has a name of the child: in any case, with or without accents, hyphens and a possessive ending, its parts
 * together or apart, and as another keyboard or another office writes it.
 */
import { foldName, formsOf } from './forms-of-name.ts'
import { shortFormsOf, slipsOf } from './short-names.ts'
import { tokensIn, type Token } from './tokens-of-text.ts'

/** Names that are everyday words too: in lower case they count as the word, otherwise too much would be refused. */
const wordsToo = new Set(
  'art bill bin can chance charity chase dawn dick drew faith grace grant guy hope joy mark may pat rich rob sky van von will'.split(
    ' ',
  ),
)
/** Dates whose month is a name as well. */
const monthOfADate =
  /\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:april|may|june|august)\b|\b(?:april|may|june|august) \d{1,4}\b/gi

/** In every other sentence: alone they are no name, and two of them side by side are not one either. */
const smallWords = new Set('am an as at be by do go he if in is it me my no of oh on or so to up us we'.split(' '))
const everydayWords = new Set([
  ...smallWords,
  ...'all and any are ask but can dad did end for get had has her him his how man mum new not now off old one our out'.split(
    ' ',
  ),
  ...'own per see she son that the then they this too use was way who with'.split(' '),
])

/** K-a-y-l-e-i-g-h */
const spelled = /(?<!\p{L})(?:\p{L}[ .·_-]){3,}\p{L}(?!\p{L})/gu

/** The most parts of a name that a text writes apart, or together. */
const longestRun = 4
/** Shorter ones are parts of too many words. */
const shortestGlued = 4

export function hasNameOf(names: readonly string[], text: string): boolean {
  const known = names.map((name) => tokensIn(name).map(({ word }) => word))
  const telling = known.flat().filter(isTelling)
  const forms = telling.flatMap(formsOf)
  const parts = new Set([...forms, ...forms.flatMap(slipsOf)])
  const short = new Set(telling.flatMap(shortFormsOf))
  const glued = new Set(
    known.flatMap((words) =>
      runsOf(words, 2)
        .map((run) => run.join(''))
        .filter(isLong)
        .flatMap(formsOf),
    ),
  )
  const unspaced = known.flatMap((words) => words.filter(isUnspaced).map(foldName))
  const tokens = tokensIn(text.replace(monthOfADate, ' ').replace(spelled, (letters) => letters.replace(/\P{L}/gu, '')))

  return (
    tokens.some((token) => isNamed(token, parts, glued) || isCalled(token, short, tokens.length === 1)) ||
    runsOf(tokens, 2).some((run) => isNameApart(run, parts, glued)) ||
    unspaced.some((name) => hasUnspaced(name, text, tokens))
  )
}

function isNamed(token: Token, parts: ReadonlySet<string>, glued: ReadonlySet<string>): boolean {
  const { word } = token
  return withoutEnding(word).some((each) =>
    formsOf(each).some((form) => glued.has(form) || (parts.has(form) && !isOnlyAWord(form, token))),
  )
}

/** For short: in capitals as names are, and where that is a word as well, not where any sentence may begin with it. */
const isCalled = (token: Token, short: ReadonlySet<string>, alone: boolean): boolean =>
  /^\p{Lu}/u.test(token.word) &&
  withoutEnding(token.word).some((each) => {
    const form = foldName(each)
    return short.has(form) && !smallWords.has(form) && (alone || !(wordsToo.has(form) && token.startsSentence))
  })

/** "Kayleighs" is kayleigh too, and so is "KayleighM". */
const withoutEnding = (word: string): readonly string[] =>
  /s$/i.test(word) || /\p{Ll}\p{Lu}$/u.test(word) ? [word, word.slice(0, -1)] : [word]

/** "Anne Marie" for Annemarie, "Mc Donald" for McDonald; not the everyday words "has an" for Hasan. */
function isNameApart(run: readonly Token[], parts: ReadonlySet<string>, glued: ReadonlySet<string>): boolean {
  const joined = run.map(({ word }) => word).join('')
  if (!isLong(joined) || !isAName(run)) return false
  return withoutEnding(joined).some((each) => formsOf(each).some((form) => parts.has(form) || glued.has(form)))
}

/** Single letters only where names have them: O'Neill, D'Souza, N'Golo. */
const isAName = (run: readonly Token[]): boolean =>
  run.every(
    ({ word, afterGap }, at) =>
      (word.length > 1 || (at === 0 && /^[dlmnot]$/i.test(word)) || isUnspaced(word)) &&
      (at === 0 || afterGap) &&
      (!everydayWords.has(word.toLowerCase()) ||
        (/^\p{Lu}/u.test(word) && run.every((one) => /^\p{Lu}/u.test(one.word)))),
  )

const isLong = (joined: string): boolean => joined.length >= shortestGlued || (isUnspaced(joined) && joined.length > 1)

const isTelling = (part: string): boolean => part.length >= 2 || isUnspaced(part)

/**
 * A name of two letters is looked for as a name is written: "Jo", not "jo" or "JO"; one that is a small word as well, only
 * where no sentence begins with it. Scripts without capitals have one way to write a name.
 */
function isOnlyAWord(part: string, { word, startsSentence }: Token): boolean {
  const hasCase = word.toLowerCase() !== word.toUpperCase()
  if (part.length <= 2 && hasCase) {
    const written = /^\p{Lu}\p{Ll}/u.test(word) || (isAbbreviated(part) && word === word.toUpperCase())
    return !written || (smallWords.has(part) && startsSentence)
  }
  return wordsToo.has(part) && word === word.toLowerCase()
}

/** Without a vowel it is no word, and as a name it is written in capitals too: NG. */
const isAbbreviated = (part: string): boolean => !/[aeiouy]/.test(part)

/** Scripts that put no spaces between words. */
const isUnspaced = (word: string): boolean =>
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]/u.test(word)

/** Two signs are looked for anywhere, one only where it stands by itself. */
const hasUnspaced = (name: string, text: string, tokens: readonly Token[]): boolean =>
  name.length >= 2 ? foldName(text).includes(name) : tokens.some(({ word }) => foldName(word) === name)

function runsOf<Part>(parts: readonly Part[], shortest: number): readonly (readonly Part[])[] {
  const lengths = Array.from({ length: longestRun - shortest + 1 }, (_, at) => shortest + at)
  return lengths.flatMap((length) =>
    parts.slice(0, Math.max(0, parts.length - length + 1)).map((_, at) => parts.slice(at, at + length)),
  )
}
