/** The same text without what hides a word from a search: unusual forms of letters, digits, spaces and hyphens. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u00ad]/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/\s/g, ' ')
