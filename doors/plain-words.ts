/** Words as somebody typed them, whatever the host made of them on the way. */

/**
 * A line's end may come as two characters, which would count double; a NUL is no word, and no database takes it.
 */
export const plainly = (words: string): string => words.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '')
