/** What a theme is called in this partnership, and the line that explains it. */
import { usualWords, type Theme } from '../cases/themes.ts'
import type { Partnership } from './partnership.ts'

const ownWords = ({ themes }: Partnership, theme: Theme) => themes.find((one) => one.theme === theme)

export const themeName = (partnership: Partnership, theme: Theme): string =>
  ownWords(partnership, theme)?.name ?? usualWords[theme].name

export const themeExplained = (partnership: Partnership, theme: Theme): string =>
  ownWords(partnership, theme)?.explanation ?? usualWords[theme].explanation

/** For a form or a reading: the name, and below it the line. */
export const themeFacts = (partnership: Partnership, theme: Theme): readonly (readonly [string, string])[] => [
  ['What is stuck', themeName(partnership, theme)],
  ['What this means', themeExplained(partnership, theme)],
]
