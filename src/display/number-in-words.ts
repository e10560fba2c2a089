/** Numbers as a sentence writes them: `fifteen`, and figures from twenty-one on. */
const words = [
  ...['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
]

export const numberInWords = (count: number): string => words[count] ?? String(count)

/** `an hour`, `two hours` */
export const hoursInWords = (hours: number): string => (hours === 1 ? 'an hour' : `${numberInWords(hours)} hours`)
