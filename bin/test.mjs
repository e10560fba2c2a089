/** `npm test`: installs what is missing, runs every suite, and says which could not run on this machine. */
import { chromium, redisServer } from './launch/find-programs.mjs'
import { endAs, runNode } from './launch/run-node.mjs'
import { setUp } from './launch/set-up.mjs'

setUp({ development: true })
const ctrlC = process.stdin.isTTY ? 'the terminal tells it' : 'pass on' // twice would end it before it tidies up
const ending = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], { ctrlC })

const missing = [
  ...(redisServer ? [] : ['redis (no redis-server found)']),
  ...(chromium ? [] : ['chromium (no chromium or google-chrome found)']),
]
for (const what of missing) console.log(`not run: ${what}`)
const mustFail = process.env.REQUIRE_ALL === '1' && missing.length > 0
endAs(ending === 0 && mustFail ? 1 : ending)
