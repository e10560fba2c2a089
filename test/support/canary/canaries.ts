/** Words that nobody writes by chance, others for each field: wherever they turn up, they say which field leaked. */

export type Canary = {
  /** The form, how it was sent, and the field. */
  readonly planted: string
  readonly name: string
  readonly postcode: string
  readonly nhsNumber: string
  readonly born: string
}

export type Aviary = {
  readonly canaries: readonly Canary[]
  plant(where: string): Canary
}

/** Every name begins so, and nothing else on earth does. */
export const stem = 'Vexquo'

export function aviary(): Aviary {
  const canaries: Canary[] = []
  return {
    canaries,
    plant(where) {
      const canary = made(canaries.length, where)
      canaries.push(canary)
      return canary
    },
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
const dayMs = 24 * 60 * 60 * 1000

function made(n: number, planted: string): Canary {
  const two = `${letters[Math.floor(n / 26) % 26] ?? ''}${letters[n % 26] ?? ''}`
  return {
    planted,
    name: `${stem}${two}lia`,
    postcode: `ZX${10 + (n % 90)} ${Math.floor(n / 90) % 10}QZ`,
    nhsNumber: nhsNumberAfter(n),
    born: new Date(Date.UTC(1903, 0, 1) + n * dayMs).toISOString().slice(0, 10),
  }
}

/** Valid ones of a range that is not issued: the tenth digit checks the others, and where it would be ten there is none. */
function nhsNumberAfter(n: number): string {
  for (let nine = 990_000_000 + n * 7; ; nine += 1) {
    const sum = Array.from(String(nine)).reduce((all, digit, place) => all + Number(digit) * (10 - place), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return `${nine}${check}`
  }
}

/** All four together where they fit; else the name, which every field takes. */
export function wordsOf({ name, postcode, nhsNumber, born }: Canary, max: number): string {
  const all = `${name} of ${postcode}, NHS ${nhsNumber}, born ${dayInWords(born)}`
  return all.length <= max ? all : name
}

const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

/** Each thing of a canary in every way in which it may be written down, as text, in an address or in bytes. */
export function tracesOf({ name, postcode, nhsNumber, born }: Canary): readonly string[] {
  const [first, second, third] = [nhsNumber.slice(0, 3), nhsNumber.slice(3, 6), nhsNumber.slice(6)]
  const [year, month, day] = born.split('-')
  const written = [
    ...[name, postcode, postcode.replace(' ', ''), nhsNumber, `${first} ${second} ${third}`],
    ...[born, dayInWords(born), `${day}/${month}/${year}`],
  ]
  const marks = written.flatMap((mark) => [
    ...[mark, encodeURIComponent(mark), mark.replaceAll(' ', '+')],
    ...[mark, mark.toUpperCase(), mark.toLowerCase()].map((cased) => Buffer.from(cased).toString('hex')),
  ])
  return [...new Set([...marks, ...inBase64(name)])]
}

/** Wherever it begins among the bytes that are encoded, without the signs that its neighbours change. */
const inBase64 = (mark: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(mark)])
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64')
    return whole.slice(before === 0 ? 0 : 4)
  })
