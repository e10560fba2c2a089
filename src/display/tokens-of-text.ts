/** The words of a text, as names are looked for in it. */
export type Token = {
  readonly word: string
  /** Nothing but what a name has stands between it and the one before: a space, a hyphen, an apostrophe, a full stop. */
  readonly afterGap: boolean
  readonly startsSentence: boolean
}

const words = /[\p{L}\p{M}]+/gu
/** KayleighMarsden; not McDonald or DeSouza, whose first piece is no name. */
const glued = /(?<=[\p{Ll}]{2})(?=\p{Lu}\p{Ll}{2})/u
const notAlone = /^(?:mac|fitz|van|von|del|dos|das|der|des|abu|ibn|bint)$/i
const withinName = /^[ '.\u00b7_-]{1,3}$/
const endsSentence = /(?:^|[.!?:;\n(\u2022])["' ]*$/

export function tokensIn(text: string): readonly Token[] {
  let end = 0
  return [...text.matchAll(words)].flatMap(({ 0: found, index }) => {
    const between = text.slice(end, index)
    end = index + found.length
    const startsSentence = endsSentence.test(text.slice(Math.max(0, index - 4), index)) || index === 0
    return pieces(found).map((word, at) => ({
      word,
      afterGap: at > 0 || withinName.test(between),
      startsSentence: at === 0 && startsSentence,
    }))
  })
}

function pieces(found: string): readonly string[] {
  const [first = '', ...rest] = found.split(glued)
  return rest.length > 0 && !notAlone.test(first) ? [first, ...rest] : [found]
}
