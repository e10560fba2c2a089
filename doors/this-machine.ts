/** The names by which a machine calls itself, and that can mean no other machine. */
const names = new Set(['localhost', '127.0.0.1', '[::1]'])

/** `address` with its scheme: `http://localhost:3000`. */
export const isThisMachine = (address: string): boolean => URL.canParse(address) && names.has(new URL(address).hostname)
