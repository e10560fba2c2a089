/** Where Slack, and browsers on its behalf, find us. */
export const endpoint = '/slack/events'
export const installPath = '/slack/install'
export const redirectPath = '/slack/oauth_redirect'
