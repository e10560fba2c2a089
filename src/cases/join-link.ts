/** The link into a case's online meeting. */
import { link, type LinkBlock } from '../display/card.ts'

/** The way into a meeting that is held online, in the same words wherever it is shown. */
export const joinLink = (address: string): LinkBlock => link('Join the online meeting', address)
