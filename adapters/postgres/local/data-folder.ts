/** Where the local PostgreSQL keeps everything, in and beside its own folder. */
import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CannotStartError } from '../../../doors/cannot-start.ts'
import { whyNot } from './why-not.ts'

/** Where everything lies that the local PostgreSQL keeps, in and beside its own folder. */
export type DataFolder = {
  readonly path: string
  readonly cluster: string
  readonly password: string
  readonly port: string
  readonly log: string
  readonly inUse: string
}

export function dataFolder(dataDir: string): DataFolder {
  const path = resolve(dataDir)
  return {
    path,
    cluster: join(path, 'postgres'),
    password: join(path, 'postgres.password'),
    port: join(path, 'postgres.port'),
    log: join(path, 'postgres.log'),
    inUse: join(path, 'in-use'),
  }
}

export async function prepareFolder(folder: DataFolder): Promise<void> {
  await mkdir(folder.path, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw whyNot(error, folder)
  })
  for (const path of [folder.path, folder.cluster]) {
    const owner = await stat(path).catch(() => undefined)
    if (owner && !owner.isDirectory()) throw new CannotStartError(`DATA_DIR: ${path} is a file; expected a folder.`)
    if (path === folder.cluster && owner && owner.uid !== process.getuid?.()) {
      throw new CannotStartError(
        `DATA_DIR: ${path} belongs to user ${owner.uid}, and PostgreSQL runs only for its owner. ` +
          'Start as that user, or give another DATA_DIR.',
      )
    }
  }
}
