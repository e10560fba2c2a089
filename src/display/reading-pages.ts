/**
 * A reading that is longer than a platform draws in one view comes in pages. Pure: a page is full by what Slack counts
 * (blocks) and by what Teams counts (bytes), whichever comes first, so that everybody reads the same pages.
 */
import { atPage, pageIn, type Ask } from '../vocabulary.ts'
import type { Answer } from './answer.ts'
import { button, facts, list, text, type Button } from './card.ts'
import { heading, type Reading, type ReadingBlock } from './reading.ts'

/** Of the hundred blocks of a modal in Slack: the buttons, and long words over several blocks, need the rest. */
const blocksOnAPage = 70
/** Of the 28 KB that every surface of Teams takes. */
const bytesOnAPage = 22_000
/** What a platform writes around one part. */
const bytesAround = 250
/** Lines of a list, or facts, that stay together. */
const linesTogether = 15
/** Slack writes so many characters into one block at most; some count double. */
const lettersInBlock = 1_500
/** docs.slack.dev/reference/block-kit/blocks/header-block */
const longestHeading = 150

type Turn = (page: number) => Ask

/** The page of a reading that was asked for; anything else as it is. */
export const onePage = (answer: Answer, ask: Ask): Answer =>
  answer.kind === 'reading' && atPage(ask, 1)
    ? inPages(answer, pageIn(ask), (page) => atPage(ask, page) ?? ask)
    : answer

/** `wanted` counts from 1; the last page where the reading has become shorter since the button was drawn. */
export function inPages(whole: Reading, wanted: number | undefined, turn: Turn): Reading {
  const room = roomFor(whole.buttons)
  if (fits(whole.body, room)) return whole
  const pages = cut(whole.body.flatMap(piecesOf), room)
  const page = Math.min(wanted ?? 1, pages.length)
  const buttons: readonly Button[] = [
    ...(page < pages.length ? [button('Next page', turn(page + 1))] : []),
    ...(page > 1 ? [button('Page before', turn(page - 1))] : []),
  ]
  const where = text(`Page ${page} of ${pages.length}`)
  return { ...whole, body: [where, ...(pages[page - 1] ?? [])], buttons: [...buttons, ...whole.buttons] }
}

type Room = { readonly blocks: number; readonly bytes: number }

const roomFor = (buttons: readonly Button[]): Room => ({
  blocks: blocksOnAPage,
  bytes: Math.max(bytesOnAPage / 2, bytesOnAPage - (buttons.length + 2) * 2 * bytesAround),
})

function fits(blocks: readonly ReadingBlock[], room: Room): boolean {
  const all = blocks.map(sizeOf)
  return sum(all.map((one) => one.blocks)) <= room.blocks && sum(all.map((one) => one.bytes)) <= room.bytes
}

/** A heading stays with what it is about, and is said again where that goes on over the page. */
function cut(blocks: readonly ReadingBlock[], room: Room): readonly (readonly ReadingBlock[])[] {
  const pages: ReadingBlock[][] = [[]]
  let about: string | undefined
  blocks.forEach((block, at) => {
    const page = pages.at(-1) ?? []
    const next = blocks[at + 1]
    const together = block.block === 'heading' && next ? [block, next] : [block]
    if (page.length > 0 && !fits([...page, ...together], room)) {
      const again = block.block === 'heading' || about === undefined ? [] : [heading(goesOn(about))]
      pages.push([...again, block])
    } else page.push(block)
    if (block.block === 'heading') about = block.text
  })
  return pages
}

const goesOn = (words: string): string => {
  const more = `${words} (continued)`
  return more.length > longestHeading ? words : more
}

/** Long lists are cut between their lines. */
function piecesOf(block: ReadingBlock): readonly ReadingBlock[] {
  if (block.block === 'list') return inGroups(block.items).map((items) => list(items))
  if (block.block === 'facts') return inGroups(block.facts).map((pairs) => facts(...pairs))
  return [block]
}

function inGroups<Line>(lines: readonly Line[]): readonly (readonly Line[])[] {
  const count = Math.ceil(lines.length / linesTogether)
  return Array.from({ length: count }, (_, at) => lines.slice(at * linesTogether, (at + 1) * linesTogether))
}

function sizeOf(block: ReadingBlock): Room {
  const lines = linesOf(block)
  const around = block.block === 'row' ? 3 * bytesAround : Math.max(lines.length, 1) * bytesAround
  return {
    blocks: 1 + sum(lines.map((line) => Math.floor(line.length / lettersInBlock))),
    bytes: around + sum(lines.map((line) => Buffer.byteLength(JSON.stringify(line)))),
  }
}

function linesOf(block: ReadingBlock): readonly string[] {
  switch (block.block) {
    case 'text':
    case 'heading':
    case 'row':
      return [block.text]
    case 'words':
      return [block.label, block.words.reveal()]
    case 'facts':
      return block.facts.map(([label, value]) => `${label}: ${value}`)
    case 'list':
      return block.items
    case 'numbers':
      return block.lines
    case 'link':
      return [block.label, block.address]
    case 'fold':
      return [block.text, block.label, ...block.blocks.flatMap(linesOf)]
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
