import { showParity } from './parity.ts'

showParity('teams', ['iro'])
