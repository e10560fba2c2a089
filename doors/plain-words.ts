/** Words as somebody typed them, without what the host made of them on the way. */

/**
 * A line's end may come as two characters, which would count double; NUL is removed, because PostgreSQL refuses it.
 */
export const plainly = (words: string): string => words.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '')
