import { appendAudit } from '#db/audit.ts';
import { changeNote, insertCheck, insertNote, setCheckState } from '#db/city-checks.ts';
import { insertEntry, insertThread, setThreadState } from '#db/comments.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import type { PlanRow } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import type { Pool } from '#documents/render/pool.ts';
import { asFiledFirst, demoCity, demoNotes } from '#programmes/jiangsu-2022/sample/demo-candidates.ts';
import type { Place } from './seed.ts';
import { beginVersion, type FiledVersion, keepVersion } from './seed-filed.ts';

const filedFirst = '2022-03-08T10:42:00+08:00';
const returnedAt = '2022-03-09T16:05:00+08:00';
const filedAgain = '2022-03-11T10:12:00+08:00';
const otherFiled = '2022-03-10T15:26:00+08:00';

/** What the two zones filed: the first one twice. */
export type CityFilings = Readonly<Record<'first' | 'again' | 'other', FiledVersion>>;

export async function beginCity(tx: Tx, [first, second]: readonly PlanRow[], publicUrl: string, pool: Pool): Promise<CityFilings> {
  if (first === undefined || second === undefined) throw new Error('the demonstration lacks a plan for its city');
  return {
    first: await beginVersion(tx, first.id, { n: 1, filedAt: filedFirst, publicUrl, as: asFiledFirst, papers: [] }, pool),
    again: await beginVersion(tx, first.id, { n: 2, filedAt: filedAgain, publicUrl, papers: ['plan', 'commitment'] }, pool),
    other: await beginVersion(tx, second.id, { n: 1, filedAt: otherFiled, publicUrl, papers: ['commitment'] }, pool),
  };
}

/**
 * Two zones of one city have filed. The first was returned once with notes, answered them and filed again: its second version waits. The
 * check of the other one is open.
 */
export async function seedCity(tx: Tx, filings: CityFilings, places: ReadonlyMap<string, Place>): Promise<void> {
  const [city, zone, other] = [`city ${demoCity.code}`, `zone ${demoCity.zones[0]}`, `zone ${demoCity.zones[1]}`].map((key) => places.get(key));
  if (city === undefined || zone === undefined || other === undefined) throw new Error('the demonstration lacks somebody for its city');
  const n = await keepVersion(tx, filings.first, zone);
  await returnOnce(tx, filings.first.plan, n, city, zone);
  await keepVersion(tx, filings.again, zone);
  const second = filings.other.plan;
  const seen = await keepVersion(tx, filings.other, other);
  const check = await insertCheck(tx, second.id, seen, city.userId);
  const { text: body, ...at } = demoNotes.open;
  await insertNote(tx, check.id, { document: 'form', ...at, body }, city.userId);
  await tell(tx, second, city, 'city.open', { event: 'open', version: seen });
}

async function returnOnce(tx: Tx, plan: PlanFacts, n: number, city: Place, zone: Place): Promise<void> {
  const check = await insertCheck(tx, plan.id, n, city.userId);
  await tell(tx, plan, city, 'city.open', { event: 'open', version: n });
  for (const { text, answer, ...at } of demoNotes.returned) {
    const note = await insertNote(tx, check.id, { document: 'form', ...at, body: text }, city.userId);
    const threadId = await insertThread(tx, { planId: plan.id, document: 'form', ...at }, writer(city), text, null);
    await changeNote(tx, note, { threadId });
    await insertEntry(tx, threadId, 'answer', writer(zone), answer);
    await insertEntry(tx, threadId, 'resolve', writer(zone), '');
    await setThreadState(tx, threadId, 'resolved');
  }
  await setCheckState(tx, check.id, 'returned', { person: city.userId, at: returnedAt, reason: demoNotes.reason });
  await tell(tx, plan, city, 'plan.return', { event: 'return', version: n, notes: demoNotes.returned.length });
}

function writer({ userId, organisationId }: Place): { readonly person: string; readonly organisation: string } {
  return { person: userId, organisation: organisationId };
}

async function tell(tx: Tx, plan: PlanFacts, by: Place, command: string, detail: Readonly<Record<string, string | number>>): Promise<void> {
  await appendAudit(tx, { actor: by.userId, organisationId: by.organisationId, command, subject: plan.number, detail: { ...detail, demo: true } });
}
