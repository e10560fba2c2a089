import { showNoSilentEnds } from './parity.ts'

showNoSilentEnds('browser')
