/** The command that was meant by a slip of the keyboard, so that it can be offered. Never done by itself. */
import { closestMatch } from 'leven'
import { commands, type Command } from './commands.ts'
import { wordOf } from './read-command.ts'

/** Undefined where nothing is near, and for more than one word: a sentence may be about a child. */
export function nearestCommand(typed: string): Command | undefined {
  const word = wordOf(typed)
  if (word === undefined || word === '' || /\s/.test(word)) return undefined
  const words: readonly string[] = commands.map((command) => command.word).filter((one) => one !== '')
  const near =
    words.find((one) => swapped(word).includes(one)) ??
    closestMatch(word, words, { maxDistance: word.length < longWord ? 1 : 2 })
  return commands.find((command) => command.word === near)
}

/** Of fewer characters, two that are wrong make another word. */
const longWord = 6

/** Two neighbours in the wrong order are one slip. */
const swapped = (word: string): readonly string[] =>
  Array.from({ length: word.length - 1 }, (_, at) => {
    const [one = '', other = ''] = word.slice(at)
    return word.slice(0, at) + other + one + word.slice(at + 2)
  })
