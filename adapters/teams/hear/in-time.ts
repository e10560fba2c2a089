/** The work goes on past the limit: asking for the same again finds it done, by the same `once`. */
export async function inTime<Result>(work: Promise<Result>, limitMs: number, tooLate: () => Result): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<Result>((resolve) => {
    timer = setTimeout(() => resolve(tooLate()), limitMs)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
