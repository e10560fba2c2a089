import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Theme } from '../../src/cases/themes.ts'
import { urgentLines } from '../../src/concerns/safeguarded.form.ts'
import { readPartnership } from '../../src/partnership/read-partnership.ts'
import { peopleWith, personByEmail } from '../../src/people/people.ts'

const yaml = readFileSync(new URL('../../src/partnership/demonstration.yaml', import.meta.url), 'utf8')

function demonstration() {
  const read = readPartnership(yaml, 'demonstration.yaml', { demonstration: true })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  return read.partnership
}

it('is valid, and says that it is the demonstration', () => {
  expect(demonstration().demonstration).toBe(true)
})

it('is refused where it is given as a real partnership, since it admits any workspace', () => {
  expect(readPartnership(yaml, 'demonstration.yaml')).toMatchObject({
    problems: [0, 1].map((at): unknown =>
      expect.stringMatching(
        new RegExp(`^demonstration\\.yaml line \\d+, workspaces\\.${at}\\.workspace: only the demonstration`),
      ),
    ),
  })
})

it.each([
  ['practitioner@demo.example', 'practitioner'],
  ['social.worker@demo.example', 'social-worker'],
  ['health.lead@demo.example', 'health-lead'],
  ['police.lead@demo.example', 'police-lead'],
  ['school.lead@demo.example', 'school-lead'],
  ['chair@demo.example', 'chair'],
  ['iro@demo.example', 'iro'],
])('has %s', (address, id) => {
  expect(personByEmail(demonstration(), address)?.id).toBe(id)
})

it('says for every kind of stuck whom it concerns and why', () => {
  expect(demonstration().themes.map(({ theme }) => theme)).toEqual(Theme.options)
})

it('has one chair, who coordinates as well, and one IRO', () => {
  expect(peopleWith(demonstration(), 'chair')).toEqual(peopleWith(demonstration(), 'coordinator'))
  expect(peopleWith(demonstration(), 'iro')).toHaveLength(1)
})

it('gives no number that could be somebody’s', () => {
  const numbers = urgentLines(demonstration().urgent).flatMap((line) => line.match(/\d{5} \d{6}/g) ?? [])

  expect(numbers).toHaveLength(3)
  for (const number of numbers) expect(number).toMatch(/^01632 960\d{3}$/)
})

it('admits the domains of its people, so that editing their addresses is enough to try it for real', () => {
  const edited = yaml.replaceAll('@demo.example', '@larkshire.test')
  const read = readPartnership(edited, 'demonstration.yaml', { demonstration: true })

  const any = { workspace: 'any', domains: ['larkshire.test'] }
  expect(read).toMatchObject({
    partnership: {
      workspaces: [
        { platform: 'slack', ...any },
        { platform: 'teams', ...any },
      ],
    },
  })
})
