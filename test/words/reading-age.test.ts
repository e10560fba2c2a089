/** What people read can be read by somebody of fourteen: most of them read it between two visits. */
import { describe, expect, it } from 'vitest'
import { readingAge, sentencesOf } from './reading-age.ts'
import { documentProse, goldenTexts, sourceTexts, templateTexts, type Text } from './texts.ts'

/** GOV.UK writes for a reading age of nine; what has to name health assessments cannot. */
const oldest = 14

/** A label of three words says nothing of how hard the whole is to read, and would make it look easy. */
const fewestWords = 4

/** Of fewer words, a single long one such as "professionals" makes any sentence the hardest. */
const fewestOfHardest = 8

const drawn = goldenTexts().filter(({ place }) => /slack\/whole-way\/(?!.*longest)/.test(place))
const said = sourceTexts('src', 'adapters/slack/hear', 'adapters/teams/hear', 'adapters/web', 'adapters/mail')

const sentencesIn = (texts: readonly Text[]): readonly string[] => [
  ...new Set(
    texts.flatMap(({ text }) => sentencesOf(text)).filter((sentence) => sentence.split(/\s+/).length >= fewestWords),
  ),
]

describe('the reading age', () => {
  it.each([
    ['everything that people read', [...drawn, ...templateTexts(), ...said], 500],
    ['the README and the docs', documentProse(), 300],
  ])(`of %s is ${oldest} at most, by SMOG and by Flesch–Kincaid`, (_, texts, atLeast) => {
    const sentences = sentencesIn(texts)
    const { smog, fleschKincaid } = readingAge(sentences)
    const hardest = sentences
      .filter((sentence) => sentence.split(/\s+/).length >= fewestOfHardest)
      .map((sentence) => ({ sentence, age: readingAge([sentence]).fleschKincaid }))
      .toSorted((one, other) => other.age - one.age)
      .slice(0, 5)
    console.info(
      [
        `${sentences.length} sentences: reading age ${smog.toFixed(1)} by SMOG, ${fleschKincaid.toFixed(1)} by Flesch–Kincaid. The hardest:`,
        ...hardest.map(({ sentence, age }) => `  ${age.toFixed(0)}  ${sentence}`),
      ].join('\n'),
    )

    expect(sentences.length).toBeGreaterThan(atLeast)
    expect(smog).toBeLessThanOrEqual(oldest)
    expect(fleschKincaid).toBeLessThanOrEqual(oldest)
  })

  it('of a hard text is higher than that of an easy one, by both', () => {
    const easy = readingAge(['The child is safe.', 'We meet on Friday.'])
    const hard = readingAge([
      'Notwithstanding multidisciplinary deliberations, accommodation arrangements necessitate authorisation.',
    ])

    expect(easy.smog).toBeLessThan(oldest)
    expect(easy.fleschKincaid).toBeLessThan(oldest)
    expect(hard.smog).toBeGreaterThan(oldest)
    expect(hard.fleschKincaid).toBeGreaterThan(oldest)
  })
})
