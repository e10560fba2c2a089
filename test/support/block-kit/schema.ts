/** Structure: a JSON schema made from the types of @slack/types, so that a misspelt or misplaced property is found. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'
import { tellApartByType, type JsonSchema } from './tell-apart-by-type.ts'

const require = createRequire(import.meta.url)
const packageFile = require.resolve('@slack/types/package.json')
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { readonly version: string }

/** Making the schema takes more than a second, so it is kept until the next installation of packages. */
const kept = join(dirname(packageFile), '..', '..', '.cache', 'unstuck', `block-kit-${version}.json`)

export type Structure = 'ModalView' | 'HomeView' | 'Message'

const checks = new Map<Structure, ValidateFunction>()
let ajv: Ajv | undefined

/** A sentence for each place where `value` is not built as Slack's types say. */
export function structureViolations(structure: Structure, value: unknown): string[] {
  const check = checks.get(structure) ?? compile(structure)
  return check(value) ? [] : [...new Set((check.errors ?? []).map(sentence))]
}

function compile(structure: Structure): ValidateFunction {
  ajv ??= createAjv()
  const check = ajv.compile({ $ref: `block-kit#/definitions/${structure}` })
  checks.set(structure, check)
  return check
}

function createAjv(): Ajv {
  const created = new Ajv({ allErrors: true, discriminator: true, strict: false })
  created.addSchema(loadSchema(), 'block-kit')
  return created
}

const sentence = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath === '' ? '/' : instancePath} ${message ?? 'is wrong'} ${JSON.stringify(params)}`

function loadSchema(): JsonSchema {
  try {
    return JSON.parse(readFileSync(kept, 'utf8')) as JsonSchema
  } catch {
    const made = makeSchema()
    mkdirSync(dirname(kept), { recursive: true })
    const half = `${kept}.${process.pid}`
    writeFileSync(half, JSON.stringify(made))
    renameSync(half, kept)
    return made
  }
}

function makeSchema(): JsonSchema {
  const path = join(dirname(packageFile), 'dist', 'index.d.ts')
  const generator = createGenerator({ path, skipTypeCheck: true, expose: 'all', topRef: false, encodeRefs: false })
  const definitions = (generator.createSchema('*').definitions ?? {}) as Record<string, JsonSchema>
  return { definitions: tellApartByType({ ...definitions, Message: message }) }
}

/** @slack/types has no type for a message: what a bot may give to chat.postMessage, its relatives and a response_url. */
const message: JsonSchema = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: {
    channel: { type: 'string' },
    user: { type: 'string' },
    ts: { type: 'string' },
    response_type: { type: 'string' },
    replace_original: { type: 'boolean' },
    text: { type: 'string' },
    blocks: { type: 'array', items: { $ref: '#/definitions/KnownBlock' } },
    metadata: { $ref: '#/definitions/MessageMetadata' },
    mrkdwn: { type: 'boolean' },
    thread_ts: { type: 'string' },
    unfurl_links: { type: 'boolean' },
    unfurl_media: { type: 'boolean' },
  },
}
