/** The reference renderer of Adaptive Cards, as a program in Node takes it: its modules have no extensions in their imports. */
import { createRequire } from 'node:module'
import type * as AdaptiveCards from 'adaptivecards'

const require = createRequire(import.meta.url)

/** The same file for a page to load. */
export const rendererFile = require.resolve('adaptivecards/dist/adaptivecards.min.js')

export const adaptiveCards = require('adaptivecards/dist/adaptivecards.js') as typeof AdaptiveCards
