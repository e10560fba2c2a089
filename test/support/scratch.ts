/**
 * Where tests keep what they throw away: in memory where there is room, since a disk takes longer to make and to remove
 * the thousand files of a database than everything that is done with them.
 */
import { mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const ours = 'unstuck-scratch-'
/** A run takes some 300 MB; a container often has 64 MB in all. */
const enoughBytes = 2 * 1024 ** 3
const anHourMs = 3_600_000

export const scratch: string = hasRoom() ? memory : tmpdir()

/** A folder that only this user can enter; `what` is in its name. */
export const scratchFolder = (what: string): string => mkdtempSync(join(scratch, `${ours}${what}-`))

/** What runs that were killed left behind; what may belong to a run that goes on stays. */
export function removeOldScratch(): void {
  for (const name of readdirSync(scratch).filter((each) => each.startsWith(ours))) {
    const folder = join(scratch, name)
    const made = statSync(folder, { throwIfNoEntry: false })
    if (made && made.uid === userInfo().uid && Date.now() - made.mtimeMs > anHourMs)
      rmSync(folder, { recursive: true, force: true })
  }
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > enoughBytes
  } catch {
    return false
  }
}
