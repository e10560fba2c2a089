/** How many imports lie between a file of tests and a file of the program: 1 where it names it itself. */
import { sourcesIn } from '../architecture/sources.ts'

type Graph = ReadonlyMap<string, readonly string[]>

let graph: Graph | undefined

const readGraph = (): Graph =>
  new Map(
    sourcesIn('src', 'jobs', 'adapters', 'doors', 'bin', 'test').map(({ path, imports }) => [
      path,
      imports.flatMap((one) => ('ours' in one ? [one.ours] : [])),
    ]),
  )

const known = new Map<string, ReadonlyMap<string, number>>()

/** Undefined where it never comes to it. */
export function importSteps(test: string, file: string): number | undefined {
  graph ??= readGraph()
  const steps = known.get(test) ?? stepsFrom(graph, test)
  known.set(test, steps)
  return steps.get(file)
}

function stepsFrom(imports: Graph, test: string): ReadonlyMap<string, number> {
  const steps = new Map([[test, 0]])
  for (const [path, count] of steps)
    for (const next of imports.get(path) ?? []) if (!steps.has(next)) steps.set(next, count + 1)
  return steps
}
