/** What comes upon a life, when its time has come. */
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { mergeAReturn } from './a-return.ts'
import { partnershipChanged } from '../../src/handovers/partnership-changed.ts'
import { withRoles, without } from '../support/leaving.ts'
import type { Happening } from './happenings.ts'
import type { OpenWorld } from './open-world.ts'
import type { People } from './people.ts'

const administrator = { name: 'administrator', dead: false }

export function happeningIn(world: OpenWorld, people: People, kill: () => void) {
  const { db, clock, gates, trace } = world
  const outside = createStore({ db, seals: world.seals, committed: () => undefined })

  function happens(happening: Happening | (() => void)): void {
    if (typeof happening === 'function') {
      happening()
      return
    }
    trace.say('happens', happening)
    world.count('happening', happening.what, 'weather' in happening ? happening.weather : '')
    switch (happening.what) {
      case 'acts':
        return void people.act(happening.person)
      case 'raises':
        return void people.raises(happening.person)
      case 'weather':
        world.platforms[happening.where].weather = happening.weather
        return
      case 'unreachable':
        for (const platform of Object.values(world.platforms)) platform.gone.add(happening.person)
        return
      case 'reachable':
        for (const platform of Object.values(world.platforms)) platform.gone.delete(happening.person)
        return
      case 'leaves':
        return void applies(without(world.inForce, happening.person))
      case 'loses-role':
        return void applies(withRoles(world.inForce, happening.person, 'practitioner'))
      case 'returns':
        return void applies(world.first)
      case 'reallocated':
        return void gates.pass(administrator, 'return', () => mergeAReturn(world, happening))
      case 'queue-away':
        world.queue.away = true
        return
      case 'queue-back':
        world.queue.away = false
        return
      case 'queue-emptied':
        world.queue.empty()
        return
      case 'killed':
        kill()
        return
    }
  }

  function applies(next: OpenWorld['inForce']): Promise<void> {
    world.inForce = next
    return gates.pass(administrator, 'apply', () =>
      outside.transact({ at: clock.now() }, (tx) => partnershipChanged({ tx, now: clock.now() })),
    )
  }

  return happens
}
