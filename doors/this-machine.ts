/** The names by which a machine calls itself, and that can mean no other machine. */
const names = new Set(['localhost', '127.0.0.1', '[::1]'])

/** `address` with its scheme: `http://localhost:3000`. */
export const isThisMachine = (address: string): boolean => URL.canParse(address) && names.has(new URL(address).hostname)

/** Whether a connection comes from this machine, by the address of its socket. */
export const isOfThisMachine = (remote: string | undefined): boolean =>
  remote !== undefined && /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/i.test(remote)
