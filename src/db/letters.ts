import { sql } from 'kysely';
import type { Db } from './pool.ts';

/** 推荐函 as it was issued, for the version whose code it carries. */
export interface IssuedLetter {
  readonly planId: string;
  readonly version: number;
  readonly digest: string;
  readonly pages: number;
  readonly documentNumber: string;
  readonly issuedAt: string;
  /** The recommendation stands, and no other letter has taken this one's place. */
  readonly live: boolean;
}

/** A letter that still holds for a mended version carries the code of the version that it was issued for. */
const issued = sql`
  select distinct on (r.id, l.digest) r.plan_id, l.n as version, l.digest, l.pages, r.document_number, l.at as issued_at,
    r.state = 'active' and l.digest = coalesce(
      (select c.letter_digest from recommendation_confirmation c where c.recommendation_id = r.id order by c.n desc limit 1), r.letter_digest) as live
  from recommendation r
  cross join lateral (
    select r.n, r.letter_digest as digest, r.letter_pages as pages, r.made_at as at
    union all
    select c.n, c.letter_digest, c.letter_pages, c.confirmed_at from recommendation_confirmation c where c.recommendation_id = r.id
  ) l`;

/** The letter that carries this version's code; the one that stands, where several were issued. */
export async function findLetterOfVersion(db: Db, planId: string, n: number): Promise<IssuedLetter | undefined> {
  const { rows } = await sql<IssuedLetter>`${issued} where r.plan_id = ${planId} order by r.id, l.digest, l.n`.execute(db);
  const own = rows.filter(({ version }) => version === n);
  return own.find(({ live }) => live) ?? own[0];
}

/** Every letter of a plan in the order in which they were issued, those that were taken back or replaced too. */
export async function listLetters(db: Db, planId: string): Promise<readonly IssuedLetter[]> {
  const { rows } = await sql<IssuedLetter>`${issued} where r.plan_id = ${planId} order by r.id, l.digest, l.n`.execute(db);
  return rows.toSorted((one, two) => Date.parse(one.issuedAt) - Date.parse(two.issuedAt) || (one.digest < two.digest ? -1 : 1));
}

/** Letters whose bytes have this digest. */
export async function findLettersByDigest(db: Db, digest: string): Promise<readonly IssuedLetter[]> {
  const plans = sql`select plan_id from recommendation where letter_digest = ${digest}
    union select plan_id from recommendation where id in (select recommendation_id from recommendation_confirmation where letter_digest = ${digest})`;
  const { rows } = await sql<IssuedLetter>`${issued} where r.plan_id in (${plans}) order by r.id, l.digest, l.n`.execute(db);
  return rows.filter((row) => row.digest === digest);
}
