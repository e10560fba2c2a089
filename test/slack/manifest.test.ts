import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { endpoint } from '../../adapters/slack/paths.ts'
import { scopesOfEvents, scopesOfMethods } from '../../adapters/slack/install/granted.ts'
import { shortcut } from '../../adapters/slack/hear/shortcut.ts'
import { commands, typedAs } from '../../src/commands/commands.ts'

const Manifest = z.object({
  display_information: z.object({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(174).max(4000),
  }),
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.literal(true), messages_tab_enabled: z.literal(true) }),
    bot_user: z.object({ always_online: z.literal(false) }),
    // On a message it would carry the message's words.
    shortcuts: z
      .array(
        z.object({
          ...{ name: z.string().max(24), type: z.literal('global') },
          ...{ callback_id: z.string().max(255), description: z.string().max(150) },
        }),
      )
      .length(1),
    slash_commands: z.array(z.object({ command: z.string().max(32), url: z.url(), usage_hint: z.string() })).length(1),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.url(), bot_events: z.array(z.string()) }),
    interactivity: z.object({
      ...{ is_enabled: z.literal(true), request_url: z.url(), message_menu_options_url: z.url() },
    }),
    socket_mode_enabled: z.literal(false),
  }),
})

const manifest = Manifest.parse(parse(readFileSync('manifest/slack.yaml', 'utf8')))
const sources = readdirSync('adapters/slack', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`adapters/slack/${file}`, 'utf8'))
const found = (pattern: RegExp): string[] =>
  [...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? '')))].sort()
const [slash] = manifest.features.slash_commands

it('offers the command that the code reads, and each word that follows it', () => {
  expect(slash?.command).toBe(typedAs(''))
  const words = commands.map(({ word }) => word).filter((word) => word !== '')
  expect(slash?.usage_hint).toBe(`[${words.join(' | ')}]`)
})

it('has the shortcut that the code hears, under the name of what it opens', () => {
  const [raise] = commands
  const [{ name, callback_id: id } = { name: '', callback_id: '' }] = manifest.features.shortcuts
  expect({ name, id }).toEqual({ name: raise.label, id: shortcut })
})

it('sends everything to the one door', () => {
  const { event_subscriptions, interactivity } = manifest.settings
  const { request_url: pressed, message_menu_options_url: typed } = interactivity
  for (const address of [slash?.url, event_subscriptions.request_url, pressed, typed])
    expect(new URL(address ?? '').pathname).toBe(endpoint)
})

it('subscribes to the events that the code listens to', () => {
  const listened = found(/app\.event\('(\w+)'/g).map((event) => (event === 'message' ? 'message.im' : event))
  expect(listened.sort()).toEqual(Object.keys(scopesOfEvents).sort())
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(Object.keys(scopesOfEvents).sort())
})

it('asks for the scopes of the calls that the code makes, and for no other', () => {
  expect(found(/(?:posting|opening)\.(\w+\.\w+)\(/g)).toEqual(Object.keys(scopesOfMethods).sort())
  const needed = [...Object.values(scopesOfMethods), ...Object.values(scopesOfEvents), ['commands']].flat()
  expect(manifest.oauth_config.scopes.bot).toEqual([...new Set<string>(needed)].sort())
})

it('has a second one for Socket Mode, which differs by its addresses alone', () => {
  const withoutAddresses = (_: string, held: unknown): unknown =>
    typeof held === 'string' && held.startsWith('https:') ? undefined : held
  const [http, socket] = ['slack', 'slack-socket'].map((name): unknown =>
    parse(readFileSync(`manifest/${name}.yaml`, 'utf8')),
  )
  const changed = JSON.parse(JSON.stringify(http, withoutAddresses)) as { settings: object }
  expect(socket).toEqual({ ...changed, settings: { ...changed.settings, socket_mode_enabled: true } })
})
