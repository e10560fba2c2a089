/** Writes people into a YAML document where they differ, so that comments, order and everything else stay. */
import { isDeepStrictEqual } from 'node:util'
import { isMap, type Document, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Partnership } from './partnership.ts'
import { PartnershipPerson } from './partnership.ts'

const list = 'people' satisfies keyof Partnership
const fields = Object.keys(PartnershipPerson.shape) as (keyof PartnershipPerson)[]

/** Those that are in the document already come first and in its order; anybody who is new is added at the end. */
export function editPeople(document: Document, people: readonly PartnershipPerson[]): void {
  const items = document.get(list) as YAMLSeq // without people it would not have been read as a partnership
  for (const [index, person] of people.entries()) {
    const item = items.items[index]
    if (isMap(item)) editPerson(document, item, person)
    else items.items[index] = nodeOf(document, person)
  }
}

function editPerson(document: Document, item: YAMLMap, person: PartnershipPerson): void {
  const before = PartnershipPerson.safeParse(item.toJS(document))
  for (const field of fields) {
    const value = person[field]
    if (before.success && isDeepStrictEqual(before.data[field], value)) continue
    if (value === undefined) item.delete(field)
    else item.set(field, document.createNode(value, { flow: true }))
  }
}

function nodeOf(document: Document, person: PartnershipPerson): YAMLMap {
  const item = document.createNode({}) as YAMLMap
  for (const field of fields) {
    const value = person[field]
    if (value !== undefined) item.set(field, document.createNode(value, { flow: true }))
  }
  return item
}
