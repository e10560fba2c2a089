import { showParity } from './parity.ts'

showParity('browser', ['chair', 'healthLead', 'iro'])
