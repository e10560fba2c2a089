import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { signInEmail } from '../adapters/mail/compose-emails.ts'
import {
  pageAskedTooOften,
  pageKeptForLater,
  pageLinkSpent,
  pageOfEmail,
  pageOfLink,
} from '../adapters/web/sign-in-pages.ts'
import { sentences } from '../src/display/refusal.ts'
import { draftHours, linkAsks, linkMinutes, sessionHours } from '../src/lifetimes.ts'

it('are said as they are, wherever they are said', () => {
  expect(signInEmail('Testshire', 'https://unstuck.example/sign-in/x').text).toContain(`for ${linkMinutes} minutes`)
  expect(JSON.stringify(pageLinkSpent)).toContain(`for ${linkMinutes} minutes`)
  expect(JSON.stringify(pageAskedTooOften)).toContain(`Wait ${linkAsks.withinMinutes} minutes`)
  expect(pageOfEmail.data).toMatchObject({ linkMinutes, emailsToAddress: 'five' })
  expect(pageOfLink('csrf', 'link').data).toMatchObject({ sessionHours })
  expect(JSON.stringify(pageKeptForLater)).toContain(`kept for ${draftHours} hours`)
  expect(draftHours).toBe(24)
  expect(readFileSync('adapters/web/views/form.njk', 'utf8')).toContain('is kept for a day')
  expect(sentences['code-not-good']).toContain('more than ten minutes old')
  expect(sentences['too-many-codes']).toContain('Wait an hour,')
  expect(sentences['too-many-actions']).toContain('already fifteen actions')
})

it.each(['README.md', 'docs/decisions.md'])('are said as they are in %s', (file) => {
  const said = readFileSync(file, 'utf8').replaceAll(/\s+/g, ' ')
  expect(said).toContain(`${linkMinutes} minutes, in the browser that asked`)
})

it('say in docs/decisions.md how long a session is', () => {
  expect(readFileSync('docs/decisions.md', 'utf8')).toContain(`a session of ${sessionHours} hours`)
})
