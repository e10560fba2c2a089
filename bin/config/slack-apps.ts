/** The `slack:` list of the settings file: one internal app for each workspace, each with its own secrets. */
import { z } from 'zod'
import { readYaml } from '../../src/partnership/read-yaml.ts'

const word = z.string().regex(/^\S+$/, 'expected a text without spaces')

const SlackApp = z
  .strictObject({
    /** Ours, for the log and the status page. */
    name: z.string().trim().min(1).max(60),
    /** Slack's id of the app, such as A0123456789: by it a request finds the secret that it must be signed with. */
    appId: word.optional(),
    /** The team id of the one workspace that it is installed in. */
    workspace: word.optional(),
    botToken: word,
    signingSecret: word.optional(),
    /** For Socket Mode: no door inwards is needed then. */
    appToken: word.optional(),
  })
  .refine(({ signingSecret, appToken }) => signingSecret ?? appToken, 'expected a signingSecret or an appToken')
export type SlackApp = z.infer<typeof SlackApp>

const SettingsFile = z.strictObject({
  slack: z
    .array(SlackApp.refine(({ appId, workspace }) => appId && workspace, 'expected an appId and a workspace'))
    .default([]),
})

export function readSlackApps(
  file: string | undefined,
  name: string,
): { readonly apps: readonly SlackApp[] } | { readonly problems: readonly string[] } {
  if (file === undefined) return { apps: [] }
  const read = readYaml(file, name, SettingsFile)
  if ('problems' in read) return read
  const { slack } = read.value
  const twice = (key: 'name' | 'appId' | 'workspace') =>
    slack.flatMap((app, index) =>
      slack.findIndex((other) => other[key] === app[key]) < index
        ? [`${name} slack.${index}.${key}: another app has the same one`]
        : [],
    )
  const problems = [...twice('name'), ...twice('appId'), ...twice('workspace')]
  return problems.length > 0 ? { problems } : { apps: slack }
}
