/** The name of the switch in the code: true where the mutant with this key is the one that is tried. */
export const switchName = '__mutantIsOn'
