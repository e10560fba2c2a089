/** `npm start`: installs what is missing, then hands over to bin/main.ts. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { endAs, runNode } from './launch/run-node.mjs'
import { root, setUp } from './launch/set-up.mjs'

setUp({ development: false })
const settings = join(root, '.env')
const environment = existsSync(settings) ? [`--env-file=${settings}`] : []
endAs(await runNode([...environment, '--import', 'tsx', 'bin/main.ts', ...process.argv.slice(2)]))
