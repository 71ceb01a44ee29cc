import { keepFile } from '#db/files.ts';
import type { PlanRow } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { insertVersion, nextVersion, type ReceiptRow } from '#db/versions.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { Json } from '#domain/values/json.ts';

/** The smallest content that has the shape of a plan. */
export const emptyContent = {
  edition: 'test',
  call: 'test',
  zone: '泰州',
  city: '321200',
  form: {},
  outline: {},
  commitment: {},
  projects: [],
  attachments: [],
} satisfies PlanContent & Json;

/** Freezes `content` as the next version of the plan, with four bytes for its PDF; `digest` may be another than the content has. */
export async function freeze(tx: Tx, plan: PlanRow, filedBy: string, content = emptyContent, digest = contentDigest(content)): Promise<ReceiptRow> {
  const pdfDigest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF'));
  return insertVersion(tx, {
    planId: plan.id,
    year: 2022,
    n: await nextVersion(tx, plan.id),
    content,
    editionDigest: '1'.repeat(64),
    contentDigest: digest,
    pdfDigest,
    pages: 6,
    filedAt: '2022-03-11T06:32:00.000Z',
    filedBy,
  });
}
