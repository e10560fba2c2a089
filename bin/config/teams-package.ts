/** What `npm run manifest` is told, by settings and by its command line: no secret is needed. */
import { parseArgs } from 'node:util'
import type { Installation } from '../../adapters/teams/app-package.ts'
import { CannotStartError } from '../../doors/cannot-start.ts'
import { Settings } from './settings.ts'

/** learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema: developer.name */
const longestDeveloper = 32

const usage =
  'npm run manifest -- --privacy https://… --terms https://… [--version 1.2.0] [--developer NAME] [--personal-only]'

/**
 * `partnership`: its name, who is the developer unless another name is given.
 * @throws CannotStartError with a sentence for each thing that is wrong or missing
 */
export function readTeamsPackage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { partnership, version }: { readonly partnership: string; readonly version: string },
): Installation {
  const given = argumentsIn(args)
  const { MicrosoftAppId: appId = '', PUBLIC_URL: publicUrl = '' } = env
  const own = {
    appId: appId.trim(),
    publicUrl: publicUrl.trim(),
    version: given.version ?? version,
    developer: given.developer ?? partnership,
    privacyUrl: given.privacy ?? '',
    termsUrl: given.terms ?? '',
    personalOnly: given['personal-only'],
  }
  const problems = [
    ...(Settings.shape.MicrosoftAppId.safeParse(own.appId).success && own.appId !== ''
      ? []
      : ['MicrosoftAppId: needed, the id of the app registration, because the manifest names the app.']),
    ...(own.publicUrl.startsWith('https://') && Settings.shape.PUBLIC_URL.safeParse(own.publicUrl).success
      ? []
      : ['PUBLIC_URL: needs an address that starts with https, because Teams accepts no other.']),
    ...(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/.test(own.version) ? [] : ['--version: expected three numbers, such as 1.2.0.']),
    ...(own.developer.length <= longestDeveloper
      ? []
      : [
          `--developer: needed, at most ${longestDeveloper} characters, because the name of the partnership is longer.`,
        ]),
    ...(isOwnPage(own.privacyUrl) ? [] : ['--privacy: expected the https address of your own privacy notice.']),
    ...(isOwnPage(own.termsUrl) ? [] : ['--terms: expected the https address of your own terms.']),
  ]
  if (problems.length > 0) throw new CannotStartError([...problems, usage].join('\n'))
  return own
}

function argumentsIn(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    const options = {
      privacy: text,
      terms: text,
      version: text,
      developer: text,
      'personal-only': { type: 'boolean', default: false },
    } as const
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new CannotStartError(usage, { cause: error })
  }
}

/** Not what a template left open: nobody can read it there. */
function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' && !/(^|\.)(example|localhost|invalid|test)$/.test(hostname)
}
