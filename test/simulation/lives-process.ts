/** Every so manieth life, in a process of its own; each is told of as it ends. */
import { liveAll } from './lives.ts'

const plan = JSON.parse(process.env['LIVES'] ?? '{}') as { url: string; first: number; step: number; end: number }
const seeds = Array.from(
  { length: Math.max(0, Math.ceil((plan.end - plan.first) / plan.step)) },
  (_, at) => plan.first + at * plan.step,
)
await liveAll(plan.url, seeds, (life) => process.send?.(life))
process.disconnect()
process.exit(0)
