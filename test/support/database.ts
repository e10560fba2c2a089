import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/** A database of its own, migrated and empty, within milliseconds. */
export async function freshDatabase(): Promise<TestDatabase> {
  const template = templateUrl()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(template, `create database ${name} template ${template.pathname.slice(1)} strategy file_copy`)
  const url = new URL(template)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asAdmin(template, `drop database if exists ${name} with (force)`) }
}

function templateUrl(): URL {
  const template = inject('template')
  if ('problem' in template) throw new Error(`there is no database to copy: ${template.problem}`)
  return new URL(template.url)
}

async function asAdmin(template: URL, command: string): Promise<void> {
  const url = new URL(template)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(command)
  } finally {
    await client.end()
  }
}
