import { sql, type SqlBool } from 'kysely';
import type { ChainedEntry, ChainLink } from '#domain/audit/link.ts';
import type { AuditSearch } from '#domain/audit/search.ts';
import { acts } from '#domain/access/acts.ts';
import { isLoggedRead } from '#domain/access/may.ts';
import type { JsonObject } from '#domain/values/json.ts';
import type { Db } from './pool.ts';

export interface AuditRow {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  /** Null for the system and for whoever has no account. */
  readonly name: string | null;
  readonly username: string | null;
  readonly organisation: string | null;
  readonly command: string;
  readonly subject: string;
  readonly detail: JsonObject;
  /** Null until the entry is chained. */
  readonly seq: number | null;
}

/** Newest first, those before the entry `before`. */
export function searchAudit(db: Db, asked: AuditSearch, before: number | null, limit: number): Promise<readonly AuditRow[]> {
  let query = rows(db).orderBy('auditEntry.id', 'desc').limit(limit);
  if (before !== null) query = query.where('auditEntry.id', '<', before);
  for (const condition of conditions(asked)) query = query.where(condition);
  return query.execute();
}

function rows(db: Db) {
  return db
    .selectFrom('auditEntry')
    .leftJoin('auth.user as user', 'user.id', 'auditEntry.actor')
    .leftJoin('organisation', 'organisation.id', 'auditEntry.organisationId')
    .leftJoin('auditLink', 'auditLink.entryId', 'auditEntry.id')
    .select(['auditEntry.id', 'auditEntry.at', 'auditEntry.actor', 'auditEntry.command', 'auditEntry.subject', 'auditEntry.detail'])
    .select(['user.name', 'user.username', 'organisation.name as organisation', 'auditLink.seq']);
}

/** Opening what is sealed, and the auditor's own looks at what was filed. */
const lookCommands = ['secret.look', ...acts.filter((act) => isLoggedRead(act))];

function conditions({ who, organisation, command, subject, from, to, outcome, looks }: AuditSearch) {
  const refused = sql<SqlBool>`audit_entry.detail -> 'refused' is not null`;
  return [
    ...(who === '' ? [] : [sql<SqlBool>`("user".username = ${who.toLowerCase()} or "user".name like ${within(who)} or audit_entry.actor = ${who})`]),
    ...(organisation === '' ? [] : [sql<SqlBool>`organisation.name like ${within(organisation)}`]),
    ...(command === '' ? [] : [sql<SqlBool>`audit_entry.command = ${command}`]),
    ...(subject === '' ? [] : [sql<SqlBool>`audit_entry.subject like ${`${escaped(subject)}%`}`]),
    ...(from === '' ? [] : [sql<SqlBool>`audit_entry.at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`]),
    ...(to === '' ? [] : [sql<SqlBool>`audit_entry.at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`]),
    ...(outcome === 'all' ? [] : [outcome === 'refused' ? refused : sql<SqlBool>`not (${refused})`]),
    ...(looks ? [sql<SqlBool>`audit_entry.command in (${sql.join(lookCommands)}) and audit_entry.detail -> 'refused' is null`] : []),
  ];
}

function within(text: string): string {
  return `%${escaped(text)}%`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** Entry as it was chained, with its link. */
export interface LinkedEntry {
  readonly entry: ChainedEntry;
  readonly link: ChainLink | null;
}

export async function findAuditRow(db: Db, id: number): Promise<(LinkedEntry & { readonly row: AuditRow }) | undefined> {
  const row = await rows(db).where('auditEntry.id', '=', id).executeTakeFirst();
  const entry = await db.selectFrom('auditEntry').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined || entry === undefined) return undefined;
  const link = await db.selectFrom('auditLink').select(['seq', 'prev', 'hash']).where('entryId', '=', id).executeTakeFirst();
  return { row, entry, link: link ?? null };
}

/** Everything that was done to these subjects, in the order of the chain's entries. */
export async function entriesAbout(db: Db, subjects: readonly string[], until?: string): Promise<readonly LinkedEntry[]> {
  let query = db
    .selectFrom('auditEntry')
    .selectAll()
    .where('subject', 'in', [...subjects])
    .orderBy('id');
  if (until !== undefined) query = query.where('at', '<=', until);
  const entries = await query.execute();
  const ids = entries.map((entry) => entry.id);
  const links = ids.length === 0 ? [] : await db.selectFrom('auditLink').selectAll().where('entryId', 'in', ids).execute();
  const byEntry = new Map(links.map(({ entryId, ...link }) => [entryId, link]));
  return entries.map((entry) => ({ entry, link: byEntry.get(entry.id) ?? null }));
}

/** Every entry that can change a state, page by page in their order: what replaying needs, without anybody's name. */
export async function* replayable(db: Db, until?: string): AsyncGenerator<Pick<ChainedEntry, 'command' | 'subject' | 'detail'>> {
  const page = 5_000;
  for (let after = 0; ;) {
    let query = db.selectFrom('auditEntry').select(['id', 'command', 'subject', 'detail']).where('id', '>', after).orderBy('id').limit(page);
    if (until !== undefined) query = query.where('at', '<=', until);
    const found = await query.execute();
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < page) return;
    after = last.id;
  }
}
