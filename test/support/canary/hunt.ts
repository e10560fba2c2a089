/** Looks for every canary in everything that left a trace, and says which field it was planted in. */
import { stem, tracesOf, type Canary } from './canaries.ts'

/** `where`: in words, for the person who has to find the leak. */
export type Haystack = { readonly where: string; readonly text: string }

/** One sentence for each canary and place; the same place may be given in many parts. */
export function hunt(canaries: readonly Canary[], haystacks: readonly Haystack[]): readonly string[] {
  const plantedIn = new Map<string, string>()
  for (const canary of canaries)
    for (const trace of tracesOf(canary)) plantedIn.set(trace.toLowerCase(), canary.planted)
  const find = finderOf([...plantedIn.keys()])
  return [...together(haystacks)].flatMap(([where, text]) =>
    find(text).map((trace) => `${where} has "${trace}" of ${plantedIn.get(trace)}: …${around(text, trace)}…`),
  )
}

/** Goes through a text once, however many thousand traces there are: what begins as some of them do is compared whole. */
function finderOf(traces: readonly string[]): (text: string) => readonly string[] {
  const length = Math.min(...traces.map((trace) => trace.length))
  const byBeginning = new Map<string, string[]>()
  for (const trace of traces) {
    const beginning = trace.slice(0, length)
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), trace])
  }
  return (text) => {
    const found = new Set<string>()
    for (let at = 0; at + length <= text.length; at += 1)
      for (const trace of byBeginning.get(text.slice(at, at + length)) ?? [])
        if (text.startsWith(trace, at)) found.add(trace)
    return [...found]
  }
}

function together(haystacks: readonly Haystack[]): ReadonlyMap<string, string> {
  const all = new Map<string, string[]>()
  for (const { where, text } of haystacks) all.set(where, [...(all.get(where) ?? []), text.toLowerCase()])
  return new Map([...all].map(([where, texts]) => [where, texts.join('\n')]))
}

const around = (text: string, trace: string): string => {
  const at = text.indexOf(trace)
  return text.slice(Math.max(0, at - 60), at + trace.length + 20)
}

/** For files that hold more than text: the beginning of every canary's name, as it would stand there. */
export const huntInBytes = (bytes: Buffer): boolean =>
  [stem, stem.toUpperCase(), stem.toLowerCase()].some((form) => bytes.includes(form))

/** Every text under one of these keys, however deep: what a view carries as well as the words that it shows. */
export function textsUnder(keys: ReadonlySet<string>, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    keys.has(key) ? [JSON.stringify(inner)] : textsUnder(keys, inner),
  )
}
