import { randomUUID } from 'node:crypto';
import { insertDecision, insertSecond, insertSupplementRead } from '#db/call-decisions.ts';
import { insertSignature } from '#db/call-signatures.ts';
import { insertOpinion } from '#db/city-checks.ts';
import { insertThread } from '#db/comments.ts';
import { keepFile } from '#db/files.ts';
import { insertList } from '#db/official-lists.ts';
import { insertNudge } from '#db/owed.ts';
import type { PlanRow } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { insertVersionDocuments } from '#db/version-documents.ts';
import { insertState } from '#db/zone-register.ts';

const day = '2022-03-11';

/** One row in each table that keeps what the province decided about a call, and what a plan's people read of it. */
export async function freezeCall(tx: Tx, { callId, id: planId }: PlanRow, person: string): Promise<void> {
  await insertSignature(tx, { callId, draftN: 1, level: 'handler', person });
  const decisionId = await insertDecision(tx, { callId, kind: 'extend', submitBy: '2022-04-01T16:00:00.000Z', reason: '疫情', persons: 2, person });
  await insertSecond(tx, { decisionId, person });
  await insertSupplementRead(tx, { planId, decisionId, person });
}

/** One row in each table that keeps what the province published about zones and companies. */
export async function freezeRegister(tx: Tx, person: string): Promise<void> {
  const content = { name: '泰州高新区', cityCode: '321200', level: 'national', industries: [], sunan: false, source: '公布' } as const;
  await insertState(tx, { zone: randomUUID(), n: 1, content, since: null, until: null, reason: '公布', person });
  const list = { kind: 'hiTech', asOf: day, source: '公告', fileName: 'list.xlsx', digest: '2'.repeat(64), hasArea: false, person } as const;
  await insertList(tx, list, [{ name: '甲公司', code: null, area: null, number: null }]);
}

/** One row in each table that keeps what was said and sent about a plan, of which version 1 is frozen. */
export async function freezeTalk(tx: Tx, { id: planId, zoneId, cityId }: PlanRow, person: string): Promise<void> {
  await insertThread(tx, { planId, document: 'form', block: 'zone', path: '' }, { person, organisation: zoneId }, '请核对', null);
  await tx.insertInto('reminderSent').values({ planId, deadline: '2022-03-25T16:00:00.000Z', hours: 24 }).execute();
  const owed = { projectId: planId, number: 'XM2022-0001', what: 'local', organisation: '科技局', since: day, returnedAt: null, savedAt: null } as const;
  await insertNudge(tx, planId, { ...owed, organisationId: cityId, nudgedAt: null }, person);
  const digest = await keepFile(tx, 'application/pdf', new TextEncoder().encode('%PDF-plan'));
  await insertVersionDocuments(tx, [{ planId, n: 1, kind: 'plan', digest, pages: 60 }]);
  await insertOpinion(tx, { planId, n: 1, kind: 'plan', statements: ['同意'], signedBy: person });
}
