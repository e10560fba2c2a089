/** What an administrator uploads to Teams: the manifest with this installation's own ids, names and addresses, and its icons. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'

const folder = join(import.meta.dirname, '../../manifest/teams')
const files = ['color.png', 'outline.png']

/** What stands in the manifest until an installation puts its own there. */
const [anyId, anyAddress] = ['00000000-0000-4000-8000-000000000000', 'unstuck.example']

export type Installation = {
  readonly appId: string
  /** Where people's browsers find the bot. */
  readonly publicUrl: string
  /** Teams offers an update where it is higher: three numbers. */
  readonly version: string
  /** Who is responsible for it. */
  readonly developer: string
  readonly privacyUrl: string
  readonly termsUrl: string
  /** Neither in teams nor in group chats. */
  readonly personalOnly: boolean
}

type Scoped = { scopes: string[] }
type Manifest = {
  version: string
  developer: object
  bots: (Scoped & { commandLists: Scoped[] })[]
}

export function manifestFor({ appId, publicUrl, ...own }: Installation): string {
  const { host, origin } = new URL(publicUrl)
  const written = readFileSync(join(folder, 'manifest.json'), 'utf8')
    .replaceAll(anyId, appId)
    .replaceAll(`https://${anyAddress}`, origin)
    .replaceAll(anyAddress, host)
  const manifest = JSON.parse(written) as Manifest
  manifest.version = own.version
  manifest.developer = {
    name: own.developer,
    websiteUrl: origin,
    privacyUrl: own.privacyUrl,
    termsOfUseUrl: own.termsUrl,
  }
  if (own.personalOnly)
    for (const scoped of manifest.bots.flatMap((bot) => [bot, ...bot.commandLists])) scoped.scopes = ['personal']
  return `${JSON.stringify(manifest, null, 2)}\n`
}

export function appPackage(of: Installation): Uint8Array {
  return zipSync({
    'manifest.json': new TextEncoder().encode(manifestFor(of)),
    ...Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file))])),
  })
}
