/** What an administrator uploads to Teams: the manifest with this installation's own ids and address, and its icons. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'

const folder = join(import.meta.dirname, '../../manifest/teams')
const files = ['color.png', 'outline.png']

/** What stands in the manifest until an installation puts its own there. */
const [anyId, anyAddress] = ['00000000-0000-4000-8000-000000000000', 'unstuck.example']

/** `publicUrl` is where people's browsers find the bot. */
export function manifestFor({ appId, publicUrl }: { appId: string; publicUrl: string }): string {
  const { host, origin } = new URL(publicUrl)
  return readFileSync(join(folder, 'manifest.json'), 'utf8')
    .replaceAll(anyId, appId)
    .replaceAll(`https://${anyAddress}`, origin)
    .replaceAll(anyAddress, host)
}

export function appPackage(of: { appId: string; publicUrl: string }): Uint8Array {
  return zipSync({
    'manifest.json': new TextEncoder().encode(manifestFor(of)),
    ...Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file))])),
  })
}
