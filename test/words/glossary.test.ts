/** Nobody reads a word of the list in `not-for-users.ts`: each is found with its place and what to say instead. */
import { describe, expect, it } from 'vitest'
import { notForReaders, notInWhatTheBotSays } from './not-for-users.ts'
import { documentTexts, goldenTexts, sourceTexts, templateTexts, type Text } from './texts.ts'

const found = (texts: readonly Text[], words: readonly { word: RegExp; say: string }[]): readonly string[] =>
  texts.flatMap(({ place, text }) =>
    words.flatMap(({ word, say }) => {
      const [here] = word.exec(text) ?? []
      return here === undefined ? [] : [`${place}: "${here}" in "${text.trim().slice(0, 120)}"; say: ${say}`]
    }),
  )

const both = [...notForReaders, ...notInWhatTheBotSays]
const said = () => sourceTexts('src', 'adapters/slack', 'adapters/teams', 'adapters/web', 'adapters/mail', 'jobs')

describe('no word that is not for users is in', () => {
  it('what any platform was shown', () => {
    const texts = goldenTexts()

    expect(found(texts, both)).toEqual([])
    expect(texts.length).toBeGreaterThan(1_000)
  })

  it('a page', () => {
    const texts = templateTexts()

    expect(found(texts, both)).toEqual([])
    expect(texts.length).toBeGreaterThan(50)
  })

  it('what the bot says, whether or not a golden file shows it', () => {
    const texts = said()

    expect(found(texts, both)).toEqual([])
    expect(texts.length).toBeGreaterThan(400)
  })

  it('what a person at a terminal reads', () => {
    expect(found(sourceTexts('adapters', 'bin'), notForReaders)).toEqual([])
  })

  it('the README, the docs, the settings, the manifests and the demonstration', () => {
    const texts = documentTexts()

    expect(found(texts, notForReaders)).toEqual([])
    expect(texts.length).toBeGreaterThan(500)
  })
})

describe('the list', () => {
  it.each([
    ['Your agency is one of the bodies asked.', 'bodies'],
    ['A letter is on its way.', 'letter'],
    ['Give your work address.', 'work address'],
    ['This was agreed and you promised it.', 'promised'],
    ['The plan does not move.', 'does not move'],
    ['Taken away: it is refused.', 'Taken away'],
    ['It is not accepted any more.', 'any more'],
    ['Placement', 'Placement'],
    ['Name another deputy, or take the line out.', 'take the line out'],
    ['Counts for whatever is worked out.', 'whatever'],
    ['Choose whichever you like.', 'whichever'],
    ['Ring them: 01632 960123.', 'Ring'],
    ['Report this now by telephone.', 'telephone'],
    ['Counts start from nought.', 'nought'],
    ['They may not hold these.', 'may not hold'],
  ])('finds the word in "%s"', (text, word) => {
    expect(found([{ place: 'here', text }], notForReaders)).toEqual([expect.stringContaining(`"${word}"`)])
  })

  it.each(['Use lower-case letters and digits.', 'Placement of the child with family', 'The clock rings twice.'])(
    'leaves "%s" alone',
    (text) => {
      expect(found([{ place: 'here', text }], both)).toEqual([])
    },
  )
})
