/** How far an import has come, for somebody who watches. */
import { SingleBar } from 'cli-progress'

export type Progressed = (bytes: number, ofBytes: number) => void

type Bar = { readonly progressed: Progressed; readonly stop: () => void }

/** Only where somebody watches: in a file it would be noise. */
export function progressBar(watched: boolean): Bar {
  if (!watched) return { progressed: () => undefined, stop: () => undefined }
  const bar = new SingleBar({ format: 'Reading [{bar}] {percentage}%', stream: process.stderr, clearOnComplete: true })
  let started = false
  return {
    progressed: (bytes, ofBytes) => {
      if (!started) bar.start(ofBytes, 0)
      started = true
      bar.update(bytes)
    },
    stop: () => bar.stop(),
  }
}
