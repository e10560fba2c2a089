import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const Manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) })

/** What an administrator grants who uploads our manifest, and nothing more. */
export function grantedScopes(): readonly string[] {
  const file = join(import.meta.dirname, '..', '..', 'manifest', 'slack.yaml')
  return Manifest.parse(parse(readFileSync(file, 'utf8'))).oauth_config.scopes.bot
}
