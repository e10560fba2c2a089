/** `npm run import -- ssda903 FOLDER`, `csv FILE`, `template FILE` */
import { runImport } from '../../adapters/terminal/import.ts'
import { writeTemplate } from '../../adapters/statutory-returns/template.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { command, terminal } from './command.ts'
import { importReturn } from '../wiring/import-return.ts'

await command((open) =>
  runImport(process.argv.slice(2), {
    async open() {
      const world = await open()
      return { today: dayOf(world.clock.now()), importReturn: (asked) => importReturn(world, asked) }
    },
    writeTemplate,
    ...terminal,
    watched: process.stderr.isTTY,
  }),
)
