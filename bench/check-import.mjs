#!/usr/bin/env node
/**
 * Counts a statutory return from its CSV files and compares the count with what an import of it left in a database.
 * Shares no code with the importer, so that a mistake of one is not a mistake of both.
 *
 *   node bench/check-import.mjs FOLDER --as-of YYYY-MM-DD --database-url postgres://…
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'as-of': { type: 'string' }, 'database-url': { type: 'string' } },
})
const [folder] = positionals
const asOf = values['as-of']
const databaseUrl = values['database-url']
if (!folder || !asOf || !databaseUrl) {
  console.error('Usage: node bench/check-import.mjs FOLDER --as-of YYYY-MM-DD --database-url postgres://…')
  process.exit(2)
}

/** Fields of one line; quotation marks may stand around a field. */
function split(line) {
  const fields = []
  let field = ''
  let quoted = false
  for (const sign of line) {
    if (sign === '"') quoted = !quoted
    else if (sign === ',' && !quoted) {
      fields.push(field.trim())
      field = ''
    } else field += sign
  }
  return [...fields, field.trim()]
}

function table(wanted) {
  for (const name of readdirSync(folder)) {
    const lines = readFileSync(join(folder, name), 'utf8').replace('\uFEFF', '').split(/\r?\n/)
    const head = split(lines[0]).map((field) => field.toUpperCase())
    if (!wanted.every((column) => head.includes(column))) continue
    return lines
      .slice(1)
      .filter((line) => line.trim() !== '')
      .map((line) => Object.fromEntries(split(line).map((field, place) => [head[place], field])))
  }
  return []
}

const iso = (date) => (date ? date.split('/').reverse().join('-') : '')
const header = table(['CHILD', 'UPN', 'DOB'])
const episodes = table(['CHILD', 'DECOM', 'DEC'])
const reviews = table(['CHILD', 'REVIEW', 'REVIEW_CODE'])

/** Both as text in the form yyyy-mm-dd, so that a comparison of text is one of days. */
const eighteen = (dob) => {
  const [year, month, day] = iso(dob).split('-')
  const turned = `${Number(year) + 18}-${month}-${day}`
  return month === '02' && day === '29' && new Date(`${turned}T00:00:00Z`).getUTCDate() !== 29
    ? `${Number(year) + 18}-02-28`
    : turned
}

const byChild = (rows) => {
  const groups = {}
  for (const row of rows) (groups[row.CHILD] ??= []).push(row)
  return groups
}
const episodesOf = byChild(episodes)
const reviewsOf = byChild(reviews)

const counted = { children: header.length, held: 0, inPeriod: 0 }
const scopes = { in: 0, 'no-episodes': 0, ended: 0, 'of-age': 0, 'short-breaks': 0 }
const lives = {}
for (const { CHILD, DOB } of header) {
  const held = [...new Set((reviewsOf[CHILD] ?? []).map(({ REVIEW }) => iso(REVIEW)))].filter((day) => day <= asOf)
  counted.held += held.length
  const begun = (episodesOf[CHILD] ?? [])
    .map((row) => ({ start: iso(row.DECOM), end: iso(row.DEC), status: row.LS }))
    .filter(({ start }) => start <= asOf)
    .map((one) => ({ ...one, end: one.end && one.end <= asOf ? one.end : '9999' }))
    .sort((one, other) => (one.start < other.start ? -1 : 1))
  const open = begun.filter(({ end }) => end === '9999')
  const scope =
    begun.length === 0
      ? 'no-episodes'
      : open.length === 0
        ? 'ended'
        : eighteen(DOB) <= asOf
          ? 'of-age'
          : /^V[34]$/.test(open.at(-1).status)
            ? 'short-breaks'
            : 'in'
  scopes[scope] += 1
  if (scope !== 'in') continue
  // Backwards from the first day of the last episode: whatever reaches that day belongs to the same period.
  let careFrom = open.at(-1).start
  for (let moved = true; moved;) {
    const earlier = begun.filter(({ start, end }) => start < careFrom && end >= careFrom)
    moved = earlier.length > 0
    for (const { start } of earlier) if (start < careFrom) careFrom = start
  }
  const inPeriod = held.filter((day) => day >= careFrom).length
  counted.inPeriod += inPeriod
  const life = `${careFrom} ${open.at(-1).status} ${inPeriod}`
  lives[life] = (lives[life] ?? 0) + 1
}

const client = new pg.Client({ connectionString: databaseUrl })
await client.connect()
const one = async (query) => Number((await client.query(query)).rows[0].count)
const kept = {
  children: await one('select count(*) from children'),
  held: await one('select count(*) from reviews_held'),
  inPeriod: await one(`
    select count(*) from reviews_held join children on children.id = reviews_held.child
    where scope = 'in' and held_on >= care_from`),
}
const keptLives = await client.query(`
  select life, count(*)::integer as count
  from (
    select care_from || ' ' || legal_status || ' ' ||
      (select count(*) from reviews_held where child = children.id and held_on >= care_from) as life
    from children where scope = 'in'
  ) as lives
  group by life`)
const { rows } = await client.query(`select data from facts where fact = 'return-merged' order by seq desc limit 1`)
const read = rows[0]?.data.rows ?? {}
const lines = [
  ['header rows read', header.length, read.header],
  ['episode rows read', episodes.length, read.episodes],
  ['review rows read', reviews.length, read.reviews ?? 0],
  ['children', counted.children, kept.children],
]
for (const scope of Object.keys(scopes))
  lines.push([`  ${scope}`, scopes[scope], await one(`select count(*) from children where scope = '${scope}'`)])
const sameLives =
  keptLives.rows.filter(({ life, count }) => lives[life] === count).length === keptLives.rows.length
    ? keptLives.rows.length
    : -1
lines.push(
  ['reviews held by then', counted.held, kept.held],
  ['  in this period, of children in scope', counted.inPeriod, kept.inPeriod],
  ['different (start of care, status, reviews)', Object.keys(lives).length, sameLives],
)
await client.end()

console.log(`As of ${asOf}`.padEnd(44), 'counted'.padStart(9), 'database'.padStart(9))
let differ = 0
for (const [what, here, there] of lines) {
  if (here !== there) differ += 1
  console.log(what.padEnd(44), String(here).padStart(9), String(there).padStart(9), here === there ? '' : '  differs')
}
console.log(differ === 0 ? 'Equal.' : `${differ} differ.`)
process.exitCode = differ === 0 ? 0 : 1
