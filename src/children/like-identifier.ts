/** What a spreadsheet makes of an identifier that it takes for a number, and what it may have been before. */

/** Of the longest identifier of digits alone that an authority pads with zeros. */
const longestPadded = 12

/** Other ways of writing the same number: zeros in front that were lost or added, and `.0` behind it. */
export function likeIdentifiers(identifier: string): readonly string[] {
  const [, digits] = /^(\d+)(?:\.0+)?$/.exec(identifier) ?? []
  if (digits === undefined) return []
  const bare = digits.replace(/^0+(?=\d)/, '')
  const padded = Array.from({ length: Math.max(0, longestPadded - bare.length) }, (_, more) =>
    bare.padStart(bare.length + more + 1, '0'),
  )
  return [bare, ...padded].filter((one) => one !== identifier)
}

/** `1.23E+11`: the digits that made it an identifier are gone. */
export const isRoundedNumber = (written: string): boolean => /^\d[.,]\d+E\+?\d+$/i.test(written.replace(/\s/g, ''))
