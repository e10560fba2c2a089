import { showNoSilentEnds } from './parity.ts'

showNoSilentEnds('teams')
