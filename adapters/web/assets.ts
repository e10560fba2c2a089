/**
 * Styles and scripts, at addresses that change when they do. govuk-frontend's code is free to use; its typeface and
 * crest are for government services alone, so they are removed and the machine's own typeface is used.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Router } from 'express'

const packageFolder = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))

/** Where the templates of govuk-frontend's components are found, as `govuk/components/…`. */
export const govukViews = join(packageFolder, 'dist')

const systemFont = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",arial,sans-serif'

const ours = (name: string) => readFileSync(join(import.meta.dirname, 'public', name), 'utf8')
const govuk = (name: string) => readFileSync(join(govukViews, 'govuk', name), 'utf8')

/**
 * The pages work without it: it adds counting of characters, focus on what is wrong, care with double clicks, search in lists,
 * questions that wait for an answer, the same questions again, and keeping what is being typed.
 */
const start = `import { initAll } from './govuk-frontend.js'
import { askAgain } from './again.js'
import { followAnswers } from './follow.js'
import { keepDrafts } from './draft.js'
import { narrowLists } from './narrow.js'
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
narrowLists()
followAnswers()
askAgain()
keepDrafts()
`

type Assets = { readonly router: Router; readonly folder: string }

/** `moreStyles` are appended to ours: the look of templates that another adapter brings. */
export function createAssets(moreStyles: readonly string[]): Assets {
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    'unstuck.css': [
      'text/css',
      [withoutCrownProperty(govuk('govuk-frontend.min.css')), ours('unstuck.css'), ...moreStyles].join('\n'),
    ],
    'govuk-frontend.js': ['text/javascript', govuk('govuk-frontend.min.js')],
    'again.js': ['text/javascript', ours('again.js')],
    'follow.js': ['text/javascript', ours('follow.js')],
    'draft.js': ['text/javascript', ours('draft.js')],
    'narrow.js': ['text/javascript', ours('narrow.js')],
    'start.js': ['text/javascript', start],
    'mark.svg': ['image/svg+xml', ours('mark.svg')],
  }
  const folder = `/assets/${createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12)}`

  const router = Router()
  for (const [name, [type, text]] of Object.entries(files)) {
    router.get(`${folder}/${name}`, (_, res) => {
      res.set({ 'Cache-Control': 'public, max-age=31536000, immutable', 'X-Content-Type-Options': 'nosniff' })
      res.type(type).send(text)
    })
  }
  return { router, folder }
}

function withoutCrownProperty(css: string): string {
  return css
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll(/GDS Transport,arial,sans-serif/g, systemFont)
    .replaceAll(/font-family:GDS Transport/g, `font-family:${systemFont}`)
    .replaceAll(/url\(\/assets\/images\/govuk-crest\.svg\)/g, 'none')
}
