import { showParity } from './parity.ts'

showParity('slack', ['chair'])
