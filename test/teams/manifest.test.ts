import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { appPackage, manifestFor, type Installation } from '../../adapters/teams/app-package.ts'
import { readTeamsPackage } from '../../bin/config/teams-package.ts'
import { commandName, commands } from '../../src/commands/commands.ts'

type Listed = { readonly title: string; readonly description: string }

type Manifest = TeamsManifest & {
  readonly id: string
  readonly validDomains: readonly string[]
  readonly bots: readonly {
    readonly botId: string
    readonly scopes: readonly string[]
    readonly commandLists: readonly { readonly commands: readonly Listed[] }[]
  }[]
  readonly composeExtensions: readonly { readonly commands: readonly { readonly id: string }[] }[]
}

const of: Installation = {
  appId: '11111111-2222-4333-8444-555555555555',
  publicUrl: 'https://unstuck.larkshire.example:8443',
  version: '1.2.0',
  developer: 'Larkshire Partnership',
  privacyUrl: 'https://larkshire.gov.uk/privacy',
  termsUrl: 'https://larkshire.gov.uk/terms',
  personalOnly: false,
}
const manifest = JSON.parse(manifestFor(of)) as Manifest
const schemaFolder = createRequire(import.meta.url)
  .resolve('@microsoft/app-manifest/package.json')
  .replace(/[^/]+$/, '')
const schema = JSON.parse(
  readFileSync(`${schemaFolder}build/json-schemas/teams/v1.24/MicrosoftTeams.schema.json`, 'utf8'),
) as Parameters<typeof AppManifestUtils.validateAgainstSchema>[1]

it('is what Teams takes', async () => {
  expect(await AppManifestUtils.validateAgainstSchema(manifest, schema)).toEqual([])
})

it('names this installation alone', () => {
  expect(manifest.id).toBe(of.appId)
  expect(manifest.bots.map(({ botId }) => botId)).toEqual([of.appId])
  expect(manifest.validDomains).toEqual(['unstuck.larkshire.example:8443'])
  expect(JSON.stringify(manifest)).not.toMatch(/unstuck\.example|00000000-/)
})

it('names who is responsible, its version, and pages of their own', () => {
  expect(manifest).toMatchObject({
    version: '1.2.0',
    developer: { name: of.developer, privacyUrl: of.privacyUrl, termsOfUseUrl: of.termsUrl },
    defaultInstallScope: 'personal',
  })
})

it('can be for own chats alone', async () => {
  const personal = JSON.parse(manifestFor({ ...of, personalOnly: true })) as Manifest
  expect(personal.bots.map(({ scopes }) => scopes)).toEqual([['personal']])
  expect(JSON.stringify(personal)).not.toMatch(/"(team|groupChat)"/)
  expect(await AppManifestUtils.validateAgainstSchema(personal, schema)).toEqual([])
})

describe('the command', () => {
  const env = { MicrosoftAppId: of.appId, PUBLIC_URL: 'https://unstuck.larkshire.example' }
  const pages = ['--privacy', of.privacyUrl, '--terms', of.termsUrl]
  const read = (args: readonly string[], given: Record<string, string> = env, partnership = 'Larkshire') =>
    readTeamsPackage(args, given, { partnership, version: '0.1.0' })

  it('needs no secret, and has the name of the partnership', () => {
    expect(read(pages)).toMatchObject({
      appId: of.appId,
      developer: 'Larkshire',
      version: '0.1.0',
      personalOnly: false,
    })
    expect(read([...pages, '--version', '2.0.1', '--personal-only'])).toMatchObject({
      version: '2.0.1',
      personalOnly: true,
    })
  })

  it.each([
    ['no pages', [], /--privacy:.*\n--terms:/],
    [
      'placeholders',
      ['--privacy', 'https://unstuck.example/privacy', '--terms', 'https://unstuck.example/terms'],
      /--privacy:.*\n--terms:/,
    ],
    ['a page that is not https', ['--privacy', 'http://larkshire.gov.uk/p', '--terms', of.termsUrl], /^--privacy:/],
    ['no version', [...pages, '--version', 'next'], /^--version:/],
    ['an unknown argument', [...pages, '--colour', 'red'], /^npm run manifest/],
  ])('refuses %s', (_, args, why) => {
    expect(() => read(args)).toThrow(why)
  })

  it('names everything that is missing at once', () => {
    expect(() => read([], {}, 'The Safeguarding Children Partnership of Larkshire')).toThrow(
      /MicrosoftAppId:.*\nPUBLIC_URL:.*\n--developer:.*\n--privacy:.*\n--terms:/,
    )
  })
})

it('lists each command that can be typed, and no other', () => {
  const [list] = manifest.bots[0]?.commandLists ?? []
  expect(list?.commands).toEqual(
    commands.map(({ word, does }) => ({ title: word === '' ? commandName : word, description: capitalised(does) })),
  )
  expect(manifest.composeExtensions[0]?.commands.map(({ id }) => id)).toEqual([commandName])
})

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

it('is packed with its two icons, as large as Teams wants them', () => {
  const packed = unzipSync(appPackage(of))
  expect(Object.keys(packed).sort()).toEqual(['color.png', 'manifest.json', 'outline.png'])
  expect(new TextDecoder().decode(packed['manifest.json'])).toBe(manifestFor(of))
  const widthOf = (name: string) => Buffer.from(packed[name] ?? []).readUInt32BE(16)
  expect([widthOf('color.png'), widthOf('outline.png')]).toEqual([192, 32])
})
