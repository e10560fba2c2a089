/** The phone numbers in a line of the partnership's file, so that they can be called from where they stand. */

/** `tel`: what is dialled, without spaces. */
type LinePart = { readonly text: string; readonly tel?: string }

/** 999, 101 and 111; numbers from 0 or + with the spaces, brackets and hyphens that people write. */
const number = /(?<![\d+])(?:999|112|101|111|(?:\+|\(?0)\d[\d ()-]{6,16}\d)(?!\d)/g

export function withNumbers(line: string): readonly LinePart[] {
  const parts: LinePart[] = []
  let from = 0
  for (const { 0: text, index } of line.matchAll(number)) {
    if (index > from) parts.push({ text: line.slice(from, index) })
    parts.push({ text, tel: text.replace(/[^\d+]/g, '') })
    from = index + text.length
  }
  return from < line.length ? [...parts, { text: line.slice(from) }] : parts
}
