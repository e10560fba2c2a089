/** What must hold after every life. */
import { copiesAreKnown } from './invariants/copies-are-known.ts'
import { factsAgree } from './invariants/facts-agree.ts'
import { dangerIsHeard } from './invariants/danger-is-heard.ts'
import { noButtonThatWouldBeRefused } from './invariants/no-button-that-would-be-refused.ts'
import { judgesOwnNothing } from './invariants/judges-own-nothing.ts'
import { nobodyEndsAlone } from './invariants/nobody-ends-alone.ts'
import { nothingIsLost } from './invariants/nothing-is-lost.ts'
import { noUnmarkedRepeat } from './invariants/no-unmarked-repeat.ts'
import { openThingsAreLookedAfter } from './invariants/open-things-are-looked-after.ts'
import { pagesAreOnesOwn } from './invariants/pages-are-ones-own.ts'
import { theirsWhenAccepted } from './invariants/theirs-when-accepted.ts'
import { toldOnlyWhatTheyMaySee } from './invariants/told-only-what-they-may-see.ts'
import { workingHoursAlone } from './invariants/working-hours-alone.ts'
import type { World } from './world.ts'

export type Invariant = (world: World) => Promise<readonly string[]> | readonly string[]

export const invariants: Readonly<Record<string, Invariant>> = {
  'nothing due is lost': nothingIsLost,
  'nobody receives an unmarked repeat': noUnmarkedRepeat,
  'the record knows how many copies there may be': copiesAreKnown,
  'nobody is told what they may not see': toldOnlyWhatTheyMaySee,
  "each page is its own person's": pagesAreOnesOwn,
  'routine messages keep working hours': workingHoursAlone,
  'every open thing is looked after': openThingsAreLookedAfter,
  'state and facts agree': factsAgree,
  'nobody ends a case alone': nobodyEndsAlone,
  'what is handed over is theirs when they accept': theirsWhenAccepted,
  'nobody owns what they judge': judgesOwnNothing,
  'of a danger as many hear as should, and all that it is over': dangerIsHeard,
  'no button stands that would be refused': noButtonThatWouldBeRefused,
}
