/** What a theme is called in this partnership, and the line that explains it. */
import { speaksForItself, usualWords, type Theme } from '../cases/themes.ts'
import type { Partnership } from './partnership.ts'

const ownWords = ({ themes }: Partnership, theme: Theme) => themes.find((one) => one.theme === theme)

export const themeName = (partnership: Partnership, theme: Theme): string =>
  ownWords(partnership, theme)?.name ?? usualWords[theme].name

export const themeExplained = (partnership: Partnership, theme: Theme): string =>
  ownWords(partnership, theme)?.explanation ?? usualWords[theme].explanation

/** For a list to choose from: the line only where the name alone leaves open what is meant. */
export const explainedInList = (partnership: Partnership, theme: Theme): string | undefined =>
  ownWords(partnership, theme)?.explanation !== undefined || !speaksForItself(theme)
    ? themeExplained(partnership, theme)
    : undefined

/** For a form or a reading: the name, and below it the line. */
export const themeFacts = (partnership: Partnership, theme: Theme): readonly (readonly [string, string])[] => [
  ['What is stuck', themeName(partnership, theme)],
  ['What this means', themeExplained(partnership, theme)],
]
