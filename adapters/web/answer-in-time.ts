/** A page is answered within a few seconds even when the database is away. */
class TooSlowError extends Error {
  constructor(limitMs: number) {
    super(`no answer within ${limitMs} ms`)
    this.name = 'TooSlowError'
  }
}

/** The work goes on after the limit: sending the same again, under the same key, gives what it came to. */
export async function inTime<Result>(work: Promise<Result>, limitMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlowError(limitMs)), limitMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
