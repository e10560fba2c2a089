/** The types of find-programs.mjs. */
export const redisServer: string | undefined
export const chromium: string | undefined
