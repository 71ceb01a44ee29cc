import { sql } from 'kysely';
import type { Db } from './pool.ts';

/** A document of a plan: form, commitment, outline, or a project's id. */
export interface DocumentPlace {
  readonly planId: string;
  readonly document: string;
}

/** Seconds after which a heartbeat that did not come means that the person is gone: two are missed, and a little more. */
export const presentFor = 40;

/** Writes down where a person's tab is; with an empty block that it is nowhere any more. */
export async function setPresence(
  db: Db,
  at: DocumentPlace & { readonly person: string; readonly tab: string; readonly organisationId: string; readonly block: string },
): Promise<void> {
  const { person, tab, organisationId, planId, document, block } = at;
  const here = { organisationId, planId, document, block };
  await sql`delete from presence where person = ${person} and (tab = ${tab} and ${block} = '' or at < jiqun_now() - interval '1 hour')`.execute(db);
  if (block === '') return;
  await db
    .insertInto('presence')
    .values({ person, tab, ...here })
    .onConflict((conflict) => conflict.columns(['person', 'tab']).doUpdateSet({ ...here, at: sql<string>`jiqun_now()` }))
    .execute();
}

export interface PresentRow {
  readonly person: string;
  readonly name: string;
  readonly organisation: string;
  readonly block: string;
}

export interface TogetherRow {
  /** Who is there, once a block, in the order of their names; the asker is left out. */
  readonly people: readonly PresentRow[];
  /** Open threads by place, `block` or `block/path`. */
  readonly comments: Readonly<Record<string, number>>;
  /** Newest version of every block that was ever saved. */
  readonly versions: Readonly<Record<string, number>>;
}

/** Everything that an open page asks for again and again, in one query. Threads that are another organisation's own are not counted. */
export async function readTogether(
  db: Db,
  { planId, document }: DocumentPlace,
  asker: { readonly person: string; readonly organisation: string },
): Promise<TogetherRow> {
  const { rows } = await sql<TogetherRow>`
    select
      (select coalesce(json_agg(there order by there.name, there.person, there.block), '[]') from (
        select distinct p.person, u.name, o.name as organisation, p.block
        from presence p join auth."user" u on u.id = p.person join organisation o on o.id = p.organisation_id
        where p.plan_id = ${planId} and p.document = ${document} and p.person <> ${asker.person}
          and p.at > jiqun_now() - make_interval(secs => ${presentFor})
      ) there) as people,
      (select coalesce(json_object_agg(place, n), '{}') from (
        select block || path as place, count(*)::int as n from comment_thread
        where plan_id = ${planId} and document = ${document} and state = 'open' and (internal_to is null or internal_to = ${asker.organisation})
        group by block, path
      ) counted) as comments,
      (select coalesce(json_object_agg(block, version), '{}') from block where plan_id = ${planId} and document = ${document}) as versions`.execute(db);
  return rows[0]!;
}
