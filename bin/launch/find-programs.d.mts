export const redisServer: string | undefined
export const chromium: string | undefined
