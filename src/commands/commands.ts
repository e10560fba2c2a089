/** What can be typed: the one list that help, hints and pages are made of, and that both manifests are held to. */
import type { OpeningAsk } from '../vocabulary.ts'

export type Command = {
  /** What is typed after the command's name; empty for the name alone. */
  readonly word: string
  readonly ask: OpeningAsk
  /** For a button or a link. */
  readonly label: string
  /** What you can do there, in one line, as the end of "mine: …". */
  readonly does: string
}

/** What the bot is called by; platforms put a slash in front. Installed apps name it, so it does not change. */
export const commandName = 'stuck-case'

export const commands = [
  { word: '', ask: { ask: 'open-raise-case' }, label: 'Raise a stuck case', does: 'raise a stuck case' },
  { word: 'mine', ask: { ask: 'open-mine' }, label: 'My cases', does: 'see how your cases are going' },
  { word: 'actions', ask: { ask: 'open-actions' }, label: 'My actions', does: 'see what you have agreed to do' },
  {
    word: 'plan',
    ask: { ask: 'open-plan' },
    label: 'Plans and assessments',
    does: 'see which plans and health assessments are due',
  },
  { word: 'away', ask: { ask: 'open-away' }, label: 'I will be away', does: 'say when you will be away' },
  {
    word: 'accounts',
    ask: { ask: 'open-accounts' },
    label: 'My accounts',
    does: 'choose where you get messages, and link another account',
  },
  {
    word: 'link',
    ask: { ask: 'open-link-code' },
    label: 'Link another account',
    does: 'get a code to link another account',
  },
  { word: 'help', ask: { ask: 'open-help' }, label: 'Help', does: 'see what you can ask Unstuck' },
] as const satisfies readonly Command[]

type Word = (typeof commands)[number]['word']

/** As a person types it: `/stuck-case plan`. */
export const typedAs = (word: Word): string => `/${commandName} ${word}`.trimEnd()
