/** Tells those who look after Unstuck that an administrator of a workspace, tenant or email server has to put something right. */
import { card, text, type Card } from '../display/card.ts'
import type { Platform } from '../ports/accounts.ts'

/** `code`: what the platform said, for the person who puts it right. */
export const atFaultCard = (platform: Platform, workspace: string, code: string): Card =>
  card(`Unstuck cannot send messages by ${placeIn[platform]}`, [
    text(
      platform === 'web'
        ? `The email server does not let Unstuck send emails (${code}).`
        : `${placeIn[platform]} does not let Unstuck send messages in the workspace ${workspace} (${code}). It is a setting of the app or of the workspace, and concerns everybody there.`,
    ),
    text(
      'Ask the person who looks after it to put it right. Until then messages wait, or go another way where there is one. Nothing is lost.',
    ),
  ])

const placeIn = { slack: 'Slack', teams: 'Microsoft Teams', web: 'email' } as const
