/** What settles a button of a challenge that was posted: see `src/settled-by.ts`. */
import type { ChallengeAsk, ChallengeFact } from './answer-about-challenges.ts'

type Settling = { readonly by: readonly ChallengeFact['fact'][]; readonly says?: string } | { readonly never: string }

const ofForms = { never: 'A form sends it or a reading shows it; no message has it.' } as const
const asked = {
  by: ['challenge-answered', 'challenge-moved', 'challenge-given-time', 'challenge-ended'],
} as const

export const settledChallenges: { readonly [Kind in ChallengeAsk['ask']]: Settling } = {
  'open-challenge': { by: ['challenge-moved'], says: 'You can no longer open this.' },
  'open-answer-challenge': asked,
  'open-move-challenge': asked,
  'open-end-challenge': { by: ['challenge-ended'] },
  'open-raise-challenge': ofForms,
  'raise-challenge': ofForms,
  'answer-challenge': ofForms,
  'move-challenge': ofForms,
  'end-challenge': ofForms,
}
