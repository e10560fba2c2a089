/** A small bot on the real botbuilder, to try the local Microsoft on. */
import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  TurnContext,
  type ConversationReference,
  type Activity,
  type TaskModuleResponse,
} from 'botbuilder'
import express from 'express'
import { cardType, type AdaptiveCard } from './adaptive-card.ts'
import type { Teams } from './service.ts'

const words = (text: string) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] })
const question = { type: 'Input.Text', id: 'words', label: 'What is stuck?', maxLength: 20 }
const kinds = ['Health', 'Education'].map((title) => ({ title, value: title.toLowerCase() }))
const send = { type: 'Action.Submit', title: 'Send', data: { kind: 'form' } }

export const form = (intro: string): AdaptiveCard => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    words(intro),
    question,
    { type: 'Input.ChoiceSet', id: 'kind', label: 'Which kind?', choices: kinds, isMultiSelect: true },
    { type: 'Input.Date', id: 'day', label: 'By when?', value: '2026-09-14' },
    { type: 'ActionSet', actions: [send] },
  ],
})

const about = { about: 'a case' }
const done = { type: 'Action.Submit', title: 'Done', data: about }
const open = { type: 'Action.Submit', title: 'Open', data: { msteams: { type: 'task/fetch' }, ...about } }
export const offer = offering('A case')

function offering(title: string): AdaptiveCard {
  const execute = { type: 'Action.Execute', title: 'Done', verb: 'done', data: about, fallback: done }
  return { type: 'AdaptiveCard', version: '1.5', body: [words(title), { type: 'ActionSet', actions: [open, execute] }] }
}

const attached = (content: AdaptiveCard) => ({ contentType: cardType, content })
const dialog = (card: AdaptiveCard): TaskModuleResponse => ({
  task: { type: 'continue', value: { title: 'Raise a case', height: 'large', width: 'medium', card: attached(card) } },
})

/** Answers a form by what is written into "What is stuck?": `wrong`, `nothing`; else with words. */
function answerInvoke({ name, value }: Activity): unknown {
  const { data = {} } = value as { data?: { words?: string } }
  if (name === 'task/fetch' || name === 'composeExtension/fetchTask') return dialog(form('Nobody watches this form.'))
  if (name === 'adaptiveCard/action') return { statusCode: 200, type: cardType, value: offering('Done') }
  if (data.words === 'wrong') return dialog(form('Say more.'))
  if (data.words === 'nothing') return undefined
  return { task: { type: 'message', value: 'Thank you.' } }
}

type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>

export async function startEchoBot(teams: Teams) {
  const credentials: unknown = new Credentials(teams)
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: teams.loginUrl,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: teams.tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: teams.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: teams.openIdMetadataUrl,
      OAuthUrl: teams.loginUrl,
    },
    credentials as CredentialsFactory,
  )
  const adapter = new CloudAdapter(authentication)
  const heard: Activity[] = []
  const app = express()
  app.use(express.json())
  app.post('/api/messages', (request, response) => {
    void adapter.process(request, response, async (context) => {
      const type: string = context.activity.type
      heard.push(context.activity)
      if (type === 'message') await echo(context)
      if (type === 'invoke') {
        const response = { status: 200, body: answerInvoke(context.activity) }
        await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: response })
      }
    })
  })
  const server = await new Promise<ReturnType<typeof app.listen>>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the bot has no port')
  teams.deliverTo(`http://127.0.0.1:${address.port}/api/messages`)
  return {
    heard,
    /** Writes without having been spoken to just now. */
    later: (to: Partial<ConversationReference>, does: (context: TurnContext) => Promise<unknown>) =>
      adapter.continueConversationAsync(teams.appId, to, async (context) => {
        await does(context)
      }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function echo(context: TurnContext): Promise<void> {
  const value: unknown = context.activity.value
  if (value !== undefined) await context.sendActivity(`You sent ${JSON.stringify(value)}`)
  else if (TurnContext.removeRecipientMention(context.activity) === 'stuck-case')
    await context.sendActivity({ type: ActivityTypes.Message, summary: 'A case', attachments: [attached(offer)] })
  else await context.sendActivity(`You said ${context.activity.text}`)
}

/** The SDK's own login goes to https addresses that Microsoft lists, and to no other. */
class Credentials extends ConfigurationServiceClientCredentialFactory {
  readonly #teams: Teams

  constructor(teams: Teams) {
    super({ MicrosoftAppId: teams.appId, MicrosoftAppPassword: teams.appPassword, MicrosoftAppType: 'MultiTenant' })
    this.#teams = teams
  }

  override createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    const token = () => logIn(this.#teams)
    return Promise.resolve({
      async signRequest(resource) {
        resource.headers.set('authorization', `Bearer ${await token()}`)
        return resource
      },
    })
  }
}

export async function logIn({ loginUrl, appId, appPassword }: Teams, given: Readonly<Record<string, string>> = {}) {
  const asked = await fetch(`${loginUrl}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appPassword,
      scope: 'https://api.botframework.com/.default',
      ...given,
    }),
  })
  const answer = (await asked.json()) as { readonly access_token?: string; readonly error?: string }
  return answer.access_token ?? answer.error
}
