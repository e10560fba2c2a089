import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { appPackage, manifestFor } from '../../adapters/teams/app-package.ts'
import { commandName, commands } from '../../src/commands/commands.ts'

type Listed = { readonly title: string; readonly description: string }

type Manifest = TeamsManifest & {
  readonly id: string
  readonly validDomains: readonly string[]
  readonly bots: readonly {
    readonly botId: string
    readonly commandLists: readonly { readonly commands: readonly Listed[] }[]
  }[]
  readonly composeExtensions: readonly { readonly commands: readonly { readonly id: string }[] }[]
}

const of = { appId: '11111111-2222-4333-8444-555555555555', publicUrl: 'https://unstuck.larkshire.example:8443' }
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
