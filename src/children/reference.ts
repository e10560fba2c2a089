/** What people call a child or a case aloud: six signs that cannot be mistaken for each other, such as `K7M-2QD`. */

/** No vowels, so that no word appears by chance; no 0, 1, 5, B, I, L, O, S, U, V, which are misread or misheard. */
const signs = '2346789CDFGHJKMNPQRTWXYZ'

/** From a random id (UUID), and from nothing else: a reference says nothing of whom it names. */
export function referenceFrom(randomId: string): string {
  let rest = BigInt(`0x${randomId.replaceAll('-', '').slice(-15)}`)
  let reference = ''
  for (let place = 0; place < 6; place += 1) {
    reference += signs.charAt(Number(rest % BigInt(signs.length)))
    rest /= BigInt(signs.length)
  }
  return `${reference.slice(0, 3)}-${reference.slice(3)}`
}
