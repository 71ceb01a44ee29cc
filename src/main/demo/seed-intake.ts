import { randomUUID } from 'node:crypto';
import { appendAudit, auditHead } from '#db/audit.ts';
import { insertCheck, setCheckState } from '#db/city-checks.ts';
import { keepFile } from '#db/files.ts';
import { findIntake, insertFormalItem, setIntake } from '#db/intakes.ts';
import { insertReceipt } from '#db/paper-desk.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { awaitPaper, insertLiveRecommendation } from '#db/plan-recommendations.ts';
import { nextNumber, setPlanState, type PlanRow } from '#db/plans.ts';
import { claimSlot } from '#db/quotas.ts';
import type { Tx } from '#db/pool.ts';
import { chainWaiting } from '#db/sequencer.ts';
import { renderReceipt } from '#documents/render/draw-intake.ts';
import type { Pool } from '#documents/render/pool.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { demoIntake } from '#programmes/jiangsu-2022/sample/demo-intake.ts';
import { loadIntakeFile } from '#usecases/intake-file.ts';
import { beginVersion, type FiledVersion, keepVersion } from './seed-filed.ts';
import type { Place } from './seed.ts';

const filedAt = '2022-03-09T09:20:00+08:00';
const recommendedAt = '2022-03-10T11:05:00+08:00';
const stampedAt = '2022-03-11T10:16:00+08:00';
const counts = { plan: 9, form: 10, letter: 2 };

/** What the two zones filed, with their cities' letters. */
export type IntakeFilings = Readonly<Record<'awaiting' | 'checking', FiledVersion>>;

export async function beginIntake(tx: Tx, [awaiting, checking]: readonly PlanRow[], publicUrl: string, pool: Pool): Promise<IntakeFilings> {
  if (awaiting === undefined || checking === undefined) throw new Error('the demonstration lacks a plan for its intake');
  const begin = ({ id }: PlanRow, documentNumber: string): Promise<FiledVersion> =>
    beginVersion(tx, id, { n: 1, filedAt, publicUrl, papers: [], letter: { documentNumber, madeAt: recommendedAt } }, pool);
  return {
    awaiting: await begin(awaiting, demoIntake.awaiting.documentNumber),
    checking: await begin(checking, demoIntake.checking.documentNumber),
  };
}

/** Two plans that their cities have recommended: one whose paper is to come, one whose paper came short and is being checked. */
export async function seedIntake(tx: Tx, edition: Edition, filings: IntakeFilings, places: ReadonlyMap<string, Place>, pool: Pool): Promise<void> {
  const desk = [...places].find(([key]) => key.startsWith('intake '));
  if (desk === undefined) throw new Error('the demonstration lacks somebody for its intake');
  await recommend(tx, edition, filings.awaiting, demoIntake.awaiting, places);
  await recommend(tx, edition, filings.checking, demoIntake.checking, places);
  await receive(tx, filings.checking.plan.id, desk[1], desk[0].replace('intake ', ''), pool);
}

async function recommend(
  tx: Tx,
  edition: Edition,
  version: FiledVersion,
  { zone: zoneKey, city: cityKey, documentNumber }: { readonly zone: string; readonly city: string; readonly documentNumber: string },
  places: ReadonlyMap<string, Place>,
): Promise<void> {
  const [zone, city] = [places.get(zoneKey), places.get(cityKey)];
  if (zone === undefined || city === undefined) throw new Error(`the demonstration has no organisation for ${zoneKey}`);
  const { id: planId, callId, number } = version.plan;
  const n = await keepVersion(tx, version, zone);
  const letter = await version.letter;
  if (letter === undefined) throw new Error(`the demonstration has no letter for ${zoneKey}`);
  const check = await insertCheck(tx, planId, n, city.userId);
  await setCheckState(tx, check.id, 'passed', { person: city.userId, at: recommendedAt, reason: null });
  const recommendation = randomUUID();
  await claimSlot(tx, { callId, kind: 'recommendation', scope: version.content.city }, edition.parameters.zonesPerCity, recommendation);
  const letterDigest = await keepFile(tx, 'application/pdf', letter.bytes);
  const row = { id: recommendation, planId, n, cityId: city.organisationId, documentNumber, letterDigest, letterPages: letter.pages };
  await insertLiveRecommendation(tx, { ...row, madeBy: city.userId, madeAt: recommendedAt });
  await setPlanState(tx, planId, 'atProvince');
  await awaitPaper(tx, planId);
  await tell(tx, number, city, 'recommendation.recommend', { event: 'recommend', version: n, slot: 1, documentNumber, letter: letterDigest });
}

async function receive(tx: Tx, planId: string, desk: Place, centre: string, pool: Pool): Promise<void> {
  const plan = await findPlanFacts(tx, planId);
  if (plan === undefined) throw new Error('a plan of the demonstration is missing');
  const file = await loadIntakeFile(tx, plan);
  const intake = await findIntake(tx, planId);
  if (intake === undefined) throw new Error('an intake of the demonstration is missing');
  const number = await nextNumber(tx, `SL${plan.callYear}`);
  await chainWaiting(tx, 1_000);
  const head = await auditHead(tx);
  const { name: clerk } = await tx.selectFrom('auth.user').select('name').where('id', '=', desk.userId).executeTakeFirstOrThrow();
  const { by: handedInBy, courier, tracking, remark } = demoIntake.handed;
  const { version, zone, cluster } = file;
  const audit = { auditSeq: head.seq, auditHash: head.hash };
  const handed = { handedInBy, courier, tracking, remark };
  const facts = { number, n: 1, zone, cluster, plan: plan.number, counts, version: version.n, digest: version.contentDigest, at: stampedAt, clerk, centre };
  const { bytes } = await renderReceipt(file.edition, { ...facts, ...audit, ...handed }, true, pool);
  const digest = await keepFile(tx, 'application/pdf', bytes);
  await setIntake(tx, intake.id, { state: 'checking', number });
  await insertReceipt(tx, { intakeId: intake.id, n: 1, planVersion: version.n, stampedAt, clerk: desk.userId, counts, ...handed, digest, ...audit });
  await insertFormalItem(tx, { intakeId: intake.id, planVersion: version.n, ...demoIntake.looked, result: 'met', clerk: desk.userId });
  await tell(tx, plan.number, desk, 'intake.receive', { event: 'receive', receipt: `${number}-1`, version: version.n, counts: { ...counts }, digest });
}

async function tell(tx: Tx, subject: string, { userId: actor, organisationId }: Place, command: string, detail: JsonObject): Promise<void> {
  await appendAudit(tx, { actor, organisationId, command, subject, detail: { ...detail, demo: true } });
}
