/** Runs a program of ours with Node, and ends as it ends. */
import { spawn } from 'node:child_process'
import { root } from './set-up.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs Node with these arguments and waits for its end, however long its drain takes; it learns that we ended when
 * the channel closes, even if we are killed.
 * @param {string[]} args
 * @param {{ ctrlC?: 'pass on' | 'the terminal tells it' }} [choices]
 * @returns {Promise<number | NodeJS.Signals>} its exit code, or the signal that ended it
 */
export function runNode(args, { ctrlC = 'pass on' } = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of signals) {
    process.on(signal, () => {
      if (signal === 'SIGINT' && ctrlC === 'the terminal tells it') return
      child.kill(signal)
    })
  }
  whenNpmIsGone(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 1))
  })
}

/**
 * Npm passes most signals on, but a killed npm does not stop its children; then we get another parent.
 * @param {() => void} act
 */
function whenNpmIsGone(act) {
  const npm = process.ppid
  if (!process.env.npm_lifecycle_event) return
  const timer = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(timer)
    act()
  }, 250)
}

/**
 * Ends this process as the other ended.
 * @param {number | NodeJS.Signals} ending
 */
export function endAs(ending) {
  if (typeof ending === 'number') process.exit(ending)
  process.removeAllListeners(ending)
  process.kill(process.pid, ending)
}
