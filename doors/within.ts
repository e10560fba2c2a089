/** Waiting for at most so long. The work itself goes on: what comes of it after the limit may still happen. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}

/** What the work comes to, or what `tooLate` gives after `ms`; without that, a `NoAnswerError`. */
export async function within<Result>(
  ms: number,
  work: Promise<Result>,
  tooLate: () => Result = () => {
    throw new NoAnswerError(`no answer within ${ms} ms`)
  },
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  }).then(tooLate)
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
