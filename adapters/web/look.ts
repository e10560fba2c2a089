/** How pages look: the templates, in which every word is escaped, and the assets that they name. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler, Router } from 'express'
import nunjucks from 'nunjucks'
import { createAssets, govukViews } from './assets.ts'
import { pageHeaders } from './guard.ts'
import { withNumbers } from './phone-numbers.ts'

export type Draw = (template: string, data: object) => string
export type PageLook = { readonly draw: Draw; readonly assets: Router; readonly headers: RequestHandler }

/** Each of `folders` may bring `views/` and `public/style.css` of its own, drawn inside the same layout. */
export function createLook(...folders: readonly string[]): PageLook {
  const styles = folders.map((folder) => join(folder, 'public', 'style.css')).filter((file) => existsSync(file))
  const assets = createAssets(styles.map((file) => readFileSync(file, 'utf8')))

  const views = [import.meta.dirname, ...folders].map((folder) => join(folder, 'views'))
  const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader([...views, govukViews]), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
  templates.addGlobal('assets', assets.folder)
  templates.addFilter('phoneNumbers', withNumbers)

  return { draw: (template, data) => templates.render(template, data), assets: assets.router, headers: pageHeaders }
}
