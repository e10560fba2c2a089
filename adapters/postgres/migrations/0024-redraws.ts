/** Cards that were posted are drawn again when something has become of them. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table outbox
      -- what its buttons ask, each with the thing that it is about
      add column asks text[] not null default '{}',
      -- the last fact that concerned each of them
      add column settled jsonb not null default '{}',
      -- as what it was drawn last, as a hash
      add column drawn text;
    update outbox set asks = coalesce((
      select array_agg(distinct (ask ->> 'ask') || ':' || named.value)
      from jsonb_path_query(card, 'strict $.**.ask ? (@.type() == "object")') as ask, jsonb_each_text(ask) as named
      where named.key in ('case', 'child', 'raising', 'request', 'meeting', 'action', 'duty', 'closing', 'concern',
        'handover', 'thing', 'of')
    ), '{}');
    create index outbox_of_asks on outbox using gin (asks);

    create table redraws (
      id uuid primary key,
      message uuid not null unique references outbox on delete cascade,
      asked integer not null default 1,
      asked_at timestamptz not null,
      lease_until timestamptz,
      attempts integer not null default 0
    );
  `.execute(db)
}
