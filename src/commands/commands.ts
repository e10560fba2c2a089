/** What can be typed: the one list that help, hints and pages are made of, and that both manifests are held to. */
import type { OpeningAsk } from '../vocabulary.ts'

export type Command = {
  /** What is typed after the command's name; empty for the name alone. */
  readonly word: string
  readonly ask: OpeningAsk
  /** For a button or a link. */
  readonly label: string
  /** What one finds there, in one line, as the end of "mine: …". */
  readonly does: string
}

/** What the bot is called by; platforms put a slash in front. Installed apps name it, so it does not change. */
export const commandName = 'stuck-case'

export const commands = [
  { word: '', ask: { ask: 'open-raise-case' }, label: 'Raise a stuck case', does: 'raise a case that is stuck' },
  { word: 'mine', ask: { ask: 'open-mine' }, label: 'My cases', does: 'your cases and where they stand' },
  { word: 'actions', ask: { ask: 'open-actions' }, label: 'My actions', does: 'what you promised' },
  {
    word: 'plan',
    ask: { ask: 'open-plan' },
    label: 'Plans of my children',
    does: 'permanence and health plans of your children',
  },
  { word: 'away', ask: { ask: 'open-away' }, label: 'I will be away', does: 'who receives what is meant for you' },
  {
    word: 'accounts',
    ask: { ask: 'open-accounts' },
    label: 'My accounts',
    does: 'where you are written to, and linking another account',
  },
  {
    word: 'link',
    ask: { ask: 'open-link-code' },
    label: 'Link another account',
    does: 'a code that links another account to you',
  },
  { word: 'help', ask: { ask: 'open-help' }, label: 'Help', does: 'what you can ask Unstuck' },
] as const satisfies readonly Command[]

type Word = (typeof commands)[number]['word']

/** As a person types it: `/stuck-case plan`. */
export const typedAs = (word: Word): string => `/${commandName} ${word}`.trimEnd()
