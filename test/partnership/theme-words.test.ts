import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { Theme, usualWords } from '../../src/cases/themes.ts'
import { longestOptionLabel } from '../../src/display/form.ts'
import { readPartnership } from '../../src/partnership/read-partnership.ts'
import { themeExplained, themeName } from '../../src/partnership/theme-words.ts'

const yaml = readFileSync(fileURLToPath(new URL('../../src/partnership/demonstration.yaml', import.meta.url)), 'utf8')
const read = (words: string) =>
  readPartnership(yaml.replace('  - theme: contact\n', `  - theme: contact\n${words}`), 'a.yaml', {
    demonstration: true,
  })

function partnershipWith(words: string) {
  const partnership = read(words)
  if ('problems' in partnership) throw new Error(partnership.problems.join('\n'))
  return partnership.partnership
}

it.each(Theme.options)('%s has a name and a line that fit into an option on Slack', (theme) => {
  const { name, explanation } = usualWords[theme]

  expect(name.length).toBeLessThanOrEqual(longestOptionLabel)
  expect(explanation.length).toBeLessThanOrEqual(longestOptionLabel)
  expect(explanation).toMatch(/^[A-Z].*\.$/)
})

it('are the usual ones where the file says nothing', () => {
  expect(themeName(partnershipWith(''), 'contact')).toBe('Family time')
  expect(themeExplained(partnershipWith(''), 'contact')).toBe(usualWords.contact.explanation)
})

it("are the partnership's own where its file has them, each by itself", () => {
  const renamed = partnershipWith('    name: Seeing family\n')

  expect(themeName(renamed, 'contact')).toBe('Seeing family')
  expect(themeExplained(renamed, 'contact')).toBe(usualWords.contact.explanation)
  expect(themeExplained(partnershipWith('    explanation: Time with family.\n'), 'contact')).toBe('Time with family.')
})

it('are refused where they would not fit', () => {
  expect(read(`    name: ${'x'.repeat(76)}\n`)).toMatchObject({
    problems: [expect.stringContaining('themes.5.name: expected string to have <=75 characters') as string],
  })
})
