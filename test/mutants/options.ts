/** What `npm run mutants` is asked for. */
import { parseArgs } from 'node:util'

export type Options = {
  readonly rooms: readonly string[]
  readonly files: readonly string[]
  readonly changedSince?: string
  /** Only mutants whose change has these words, such as `withdraw`. */
  readonly said?: string
  /** At most so many mutants of each room. */
  readonly sample: number
  /** Those alone that lived in the run before. */
  readonly lived: boolean
  readonly seed: string
  /** At most so many test files for a mutant, the nearest first. */
  readonly tests: number
  /** At most so many seconds of tests for a mutant, by what they took; the nearest file in any case. */
  readonly patience: number
  /** Only tests whose path begins so, where any is said: also those that are too slow for every mutant. */
  readonly by: readonly string[]
  /** Only tests of the rooms of the mutants. */
  readonly near: boolean
  /** Survivors in a hundred, in place of the usual limits; of fewer than ten mutants nothing follows then. */
  readonly mayLive?: number
  /** Seconds after which no test begins; what is not judged by then is named. */
  readonly within: number
}

const usage = `npm run mutants -- [--room ROOM]… [--file PATH]… [--changed-since REF] [--said WORDS] [--lived] [--sample N] [--seed S] [--tests N] [--patience SECONDS] [--by TESTS]… [--near] [--may-live PERCENT] [--within SECONDS]`

/** Throws with the usage where something is not understood. */
export function readOptions(given: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        room: { type: 'string', multiple: true, default: [] },
        file: { type: 'string', multiple: true, default: [] },
        'changed-since': { type: 'string' },
        said: { type: 'string' },
        lived: { type: 'boolean', default: false },
        sample: { type: 'string', default: 'Infinity' },
        seed: { type: 'string', default: '1' },
        tests: { type: 'string', default: 'Infinity' },
        patience: { type: 'string', default: 'Infinity' },
        by: { type: 'string', multiple: true, default: [] },
        near: { type: 'boolean', default: false },
        'may-live': { type: 'string' },
        within: { type: 'string', default: 'Infinity' },
      },
    })
    const [since, mayLive] = [values['changed-since'], values['may-live']]
    return {
      rooms: values.room,
      files: values.file,
      ...(since !== undefined && { changedSince: since }),
      ...(values.said !== undefined && { said: values.said }),
      lived: values.lived,
      sample: atLeastOne('sample', values.sample),
      seed: values.seed,
      tests: atLeastOne('tests', values.tests),
      patience: atLeastOne('patience', values.patience),
      by: values.by,
      near: values.near,
      ...(mayLive !== undefined && { mayLive: atLeastOne('may-live', mayLive) }),
      within: atLeastOne('within', values.within),
    }
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`, { cause: error })
  }
}

function atLeastOne(name: string, text: string): number {
  const number = Number(text)
  if (!(number >= 1)) throw new Error(`--${name} must be a number from 1: ${text}`)
  return number
}
