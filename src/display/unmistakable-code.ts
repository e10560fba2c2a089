/** Characters to be said aloud or copied by hand: none can be mistaken for another. */

/** No vowels, so that no word appears by chance; no 0, 1, 5, B, I, L, O, S, U, V, which are misread or misheard. */
const characters = '2346789CDFGHJKMNPQRTWXYZ'

/** From a random id (UUID), and from nothing else: twelve at most, since that is how much chance an id holds. */
export function unmistakableCode(randomId: string, count: number): string {
  let rest = BigInt(`0x${randomId.replaceAll('-', '').slice(-15)}`)
  let made = ''
  for (let place = 0; place < count; place += 1) {
    made += characters.charAt(Number(rest % BigInt(characters.length)))
    rest /= BigInt(characters.length)
  }
  return made
}
