/** The settings of this process, or one sentence for each that is wrong. */
import { readFile } from 'node:fs/promises'
import { CannotStartError } from '../../doors/cannot-start.ts'
import { readConfig, type Config } from './config.ts'

export async function loadConfig(env: NodeJS.ProcessEnv): Promise<Config> {
  const named = env['SETTINGS']
  const file = named ? await readFile(named, 'utf8').catch(cannotBeRead) : undefined
  const read = readConfig(env, file)
  if ('problems' in read) throw new CannotStartError(read.problems.join('\n'))
  return read.config
}

function cannotBeRead(error: unknown): never {
  throw new CannotStartError('SETTINGS: this file cannot be read.', { cause: error })
}
