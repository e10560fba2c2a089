/** What this machine has beyond Node: suites that need it ask here, and `bin/test.mjs` says what did not run. */
export { redisServer } from '../../bin/launch/find-programs.mjs'
