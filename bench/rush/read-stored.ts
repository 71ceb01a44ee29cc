import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { openStore, type Db } from '#db/pool.ts';
import { verifyAudit } from '#db/verify-audit.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { Stored } from './history.ts';

/** What the database holds, as far as the laws of the run speak of it. */
export async function readStored(url: string): Promise<Stored> {
  const owner = openStore(url, 'owner');
  try {
    return await read(owner.db);
  } finally {
    await owner.close();
  }
}

async function read(db: Db): Promise<Stored> {
  const history = await db.selectFrom('blockHistory').select(['planId as plan', 'document', 'block', 'version', 'answers']).execute();
  const files = await db.selectFrom('documentFile').select('bytes').execute();
  const verdict = await verifyAudit(db);
  const { submitBy } = await db.selectFrom('call').select('submitBy').executeTakeFirstOrThrow();
  const { rows: effects } = await sql<Stored['effects'][number]>`
    select key, command, subject from audit_entry where key is not null and not detail ? 'refused' order by id`.execute(db);
  const { rows: slots } = await sql<Stored['slots'][number]>`
    select city.city_code as city, plan.number as plan, case entry.command when 'recommendation.recommend' then 'recommend' else 'unrecommend' end as event
    from audit_entry entry join plan on plan.number = entry.subject join organisation city on city.id = plan.city_id
    where entry.command in ('recommendation.recommend', 'recommendation.withdraw') and not entry.detail ? 'refused' order by entry.id`.execute(db);
  return {
    deadline: submitBy,
    saves: history.map(({ answers, ...place }) => ({ ...place, digest: contentDigest({ ...answers }) })),
    blocks: await db.selectFrom('block').select(['planId as plan', 'document', 'block', 'version']).execute(),
    files: (await db.selectFrom('attachment').select(['id', 'planId as plan', 'digest']).execute()).map((file) => ({ ...file, digest: file.digest ?? '' })),
    versions: await db
      .selectFrom('planVersion')
      .innerJoin('plan', 'plan.id', 'planVersion.planId')
      .select(['plan.number as plan', 'n', 'contentDigest as digest', 'receiptNumber as receipt', 'filedAt'])
      .execute(),
    bytes: files.map(({ bytes }) => createHash('sm3').update(bytes).digest('hex')),
    receipts: await db
      .selectFrom('receipt')
      .innerJoin('plan', 'plan.id', 'receipt.planId')
      .select(['receipt.number', 'plan.number as plan', 'version', 'arrivedAt'])
      .execute(),
    effects,
    slots,
    auditOk: verdict.ok,
  };
}
