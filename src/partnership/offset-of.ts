/** Where in a YAML file a setting stands. */
import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml'

/** The offset of the last part of the path that is there: of its key in a map, of the item in a list. */
export function offsetOf(contents: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = contents
  let offset = startOf(contents)
  for (const part of path) {
    const pair: Pair | undefined = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && key.value === part)
      : undefined
    const item: unknown = isSeq(node) && typeof part === 'number' ? node.items[part] : undefined
    if (!pair && !item) break
    offset = startOf(pair ? pair.key : item)
    node = pair ? pair.value : item
  }
  return offset
}

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)
