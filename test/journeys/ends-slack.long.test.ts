import { showNoSilentEnds } from './parity.ts'

showNoSilentEnds('slack')
