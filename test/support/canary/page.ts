/** What a page holds, read from its markup alone. */
import type { FieldOnScreen } from './hand.ts'

export const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|#x27|#x2F);/g, (whole, name: string) => entities[name] ?? whole)

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x2F': '/',
}

export const textOfPage = (html: string): string =>
  unescaped(mainOf(html).replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')

export const mainOf = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html

export type Pressable = { readonly label: string } & ({ readonly href: string } | Sending)
export type Sending = { readonly to: string; readonly fields: Fields }
export type Fields = Readonly<Record<string, string>>

/** Links that look like buttons, and forms of one button, in the order of the page. */
export function pressables(html: string): readonly Pressable[] {
  const all =
    /<a href="([^"]*)" role="button"[^>]*>([^<]*)|<form method="post" action="([^"]*)" class="app-press">([\s\S]*?)<\/form>/g
  return [...html.matchAll(all)].map(([, href, label = '', to = '', pressed = '']) =>
    href === undefined
      ? { label: unescaped(/<button[^>]*>([^<]*)/.exec(pressed)?.[1] ?? '').trim(), to, fields: hiddenIn(pressed) }
      : { label: unescaped(label).trim(), href: unescaped(href) },
  )
}

export const hiddenIn = (html: string): Fields =>
  Object.fromEntries(
    tags(html)
      .filter(({ attributes }) => attributes['type'] === 'hidden')
      .map(({ attributes: { name = '', value = '' } }) => [name, value]),
  )

/** The form that asks something: its hidden fields, what it shows, and what that holds. */
export function formIn(html: string): { hidden: Fields; fields: readonly FieldOnScreen[]; holds: [string, string][] } {
  const form = /<form method="post" action="\/ask" (?:novalidate|autocomplete)[\s\S]*?<\/form>/.exec(html)?.[0]
  if (form === undefined) throw new Error(`there is no form in:\n${textOfPage(html)}`)
  const found = tags(form).filter(({ attributes }) => attributes['name']?.startsWith('field-'))
  const names = [...new Set(found.map(({ attributes }) => attributes['name'] ?? ''))]
  return {
    hidden: hiddenIn(form),
    fields: names.map((name) =>
      asField(
        name,
        found.filter(({ attributes }) => attributes['name'] === name),
        form,
      ),
    ),
    holds: found.flatMap((tag) => heldBy(tag)),
  }
}

type Tag = { readonly element: string; readonly attributes: Fields; readonly inside: string }

function tags(html: string): readonly Tag[] {
  const all = /<(input|textarea|select)\b([^>]*)>(?:([\s\S]*?)<\/(?:textarea|select)>)?/g
  return [...html.matchAll(/<input\b[^>]*>|<(textarea|select)\b[^>]*>[\s\S]*?<\/\1>/g)].map(([whole]) => {
    const [, element = '', attributes = '', inside = ''] = new RegExp(all.source).exec(whole) ?? []
    const pairs = [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)]
    return { element, attributes: Object.fromEntries(pairs.map(([, n = '', v = '']) => [n, unescaped(v)])), inside }
  })
}

const optionsIn = (select: string) =>
  [...select.matchAll(/<option value="([^"]*)"([^>]*)>([^<]*)/g)].map(
    ([, value = '', attributes = '', label = '']) => ({
      value: unescaped(value),
      label: unescaped(label).trim(),
      selected: attributes.includes('selected'),
    }),
  )

function asField(name: string, found: readonly Tag[], form: string): FieldOnScreen {
  const [first] = found
  const type = first?.attributes['type'] ?? ''
  const field = { name: name.replace('field-', ''), max: maxOf(first, form), options: [] }
  if (first?.element === 'select') return { ...field, kind: 'choice', options: optionsIn(first.inside) }
  if (type === 'radio' || type === 'checkbox') {
    const options = found.map(({ attributes: { value = '' } }) => ({ value, label: value }))
    return { ...field, kind: type === 'radio' ? 'choice' : 'choices', options }
  }
  const isDay = type === 'date' || (first?.attributes['class'] ?? '').includes('app-day')
  return { ...field, kind: isDay ? 'day' : 'words' }
}

/** A field of one line says no limit; the shortest that is asked for is one of ten digits and two spaces. */
function maxOf(tag: Tag | undefined, form: string): number {
  if (tag?.element !== 'textarea') return 12
  const around = form.slice(0, form.indexOf(`id="${tag.attributes['id'] ?? ''}"`))
  return Number([...around.matchAll(/data-maxlength="(\d+)"/g)].at(-1)?.[1] ?? 100)
}

function heldBy({ element, attributes, inside }: Tag): [string, string][] {
  const { name = '', value = '' } = attributes
  if (element === 'textarea') return [[name, unescaped(inside).replace(/^\n/, '')]]
  if (element === 'select')
    return optionsIn(inside)
      .filter(({ selected }) => selected)
      .map((option): [string, string] => [name, option.value])
  const isBox = attributes['type'] === 'radio' || attributes['type'] === 'checkbox'
  return isBox && attributes['checked'] === undefined ? [] : [[name, value]]
}
