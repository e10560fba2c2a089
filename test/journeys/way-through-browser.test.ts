import { showParity } from './parity.ts'

showParity('browser', ['socialWorker'])
