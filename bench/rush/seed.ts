import { readFileSync } from 'node:fs';
import { insertAccount } from '#db/accounts.ts';
import { saveBlock } from '#db/blocks.ts';
import { insertCall } from '#db/calls.ts';
import { moveClock, now } from '#db/clock.ts';
import { keepEdition } from '#db/editions.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import { insertPlan } from '#db/plans.ts';
import { openStore, type Tx } from '#db/pool.ts';
import { insertProject } from '#db/projects.ts';
import { takeOverZones } from '#db/zone-register.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Answers } from '#domain/forms/definition.ts';
import type { Edition, ZoneRow } from '#domain/programme/edition.ts';
import { checkCreditCode } from '#domain/values/identifiers.ts';
import { attachSample } from '#main/demo/attach-sample.ts';
import { readEdition } from '#main/editions.ts';
import { shapedFor } from '#main/plan-file.ts';
import { hashPassword } from '#usecases/accounts.ts';

export const password = 'a deadline every year';

export interface SeededZone {
  readonly zone: string;
  /** Who files. */
  readonly username: string;
  readonly plan: string;
  readonly number: string;
  readonly city: string;
}

export interface Seeded {
  readonly zones: readonly SeededZone[];
  /** Two officers of each city, by its division code. */
  readonly officers: ReadonlyMap<string, readonly [string, string]>;
}

/** Cities, and zones each with a whole plan, all but its reasons and ticks; the submission's deadline is so many seconds ahead. */
export async function seedRush(url: string, zones: number, seconds: number): Promise<Seeded> {
  const edition = await readEdition('jiangsu-2022');
  const sample: PlanContent = JSON.parse(readFileSync(new URL('../../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));
  const hash = await hashPassword(password);
  const owner = openStore(url, 'owner');
  try {
    const officers = new Map<string, readonly [string, string]>();
    const seeded: SeededZone[] = [];
    await owner.db.transaction().execute(async (tx) => {
      await openCall(tx, edition, sample.call);
      const cities = new Map<string, string>();
      // Zones of one city follow each other, so that few zones are rivals too.
      // A zone that is not yet approved may not file.
      const approved = edition.zones.filter(({ level }) => !level.includes('筹建'));
      const byCity = [...Map.groupBy(approved, ({ cityCode }) => cityCode).values()].toSorted((a, b) => b.length - a.length);
      const rows = byCity.flat().slice(0, zones);
      for (const [index, row] of rows.entries()) {
        const cityId = cities.get(row.cityCode) ?? (await insertOrganisation(tx, { kind: 'city', name: `${row.cityCode}科技局`, cityCode: row.cityCode }));
        if (!cities.has(row.cityCode)) {
          cities.set(row.cityCode, cityId);
          const names = [`city${row.cityCode}a`, `city${row.cityCode}b`] as const;
          for (const name of names) await insertPerson(tx, name, hash, cityId);
          officers.set(row.cityCode, names);
        }
        const zoneId = await insertOrganisation(tx, { kind: 'zone', name: row.name, cityCode: row.cityCode });
        const username = `zone${index}`;
        const person = await insertPerson(tx, username, hash, zoneId);
        const plan = await insertPlan(tx, { callId: sample.call, year: edition.year, zoneId, cityId });
        await fillPlan(tx, edition, planOf(sample, row, index), plan.id, person);
        seeded.push({ zone: row.name, username, plan: plan.id, number: plan.number, city: row.cityCode });
      }
    });
    await moveClock(owner.db, new Date(Date.parse(edition.instants.submitBy) - seconds * 1_000).toISOString());
    return { zones: seeded, officers };
  } finally {
    await owner.close();
  }
}

async function openCall(tx: Tx, edition: Edition, id: string): Promise<void> {
  const { published, submitBy, paperBy } = edition.instants;
  // The cities recommend after the night: theirs is another deadline.
  const recommendBy = new Date(Date.parse(submitBy) + 86_400_000).toISOString();
  const editionDigest = await keepEdition(tx, edition);
  await insertCall(tx, { id, title: edition.title, year: edition.year, editionDigest, state: 'published', published, submitBy, recommendBy, paperBy });
  await takeOverZones(tx, edition.zones);
}

async function insertPerson(tx: Tx, username: string, hash: string, organisationId: string): Promise<string> {
  const userId = await insertAccount(tx, { username, name: username, hash });
  await insertMembership(tx, { userId, organisationId, canWrite: true, canSubmit: true, canManage: true, adminRole: null });
  return userId;
}

/** The sample as another zone's: its name, its city, and companies of its own, since a company stands in one plan only. */
function planOf(sample: PlanContent, zone: ZoneRow, index: number): PlanContent {
  const text = JSON.stringify(sample)
    .replaceAll(sample.zone, zone.name)
    .replaceAll(/91321203TXT\w{7}/g, (code) => otherCode(code, index));
  const content: PlanContent = JSON.parse(text);
  return { ...content, zone: zone.name, city: zone.cityCode };
}

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A valid credit code of another company, the same for the same company and zone. */
function otherCode(code: string, index: number): string {
  const stem = `${code.slice(0, 8)}T${signs[index]}T${code.slice(11, 16)}`;
  for (const ninth of '0123456789X') {
    for (const last of signs) if (checkCreditCode(`${stem}${ninth}${last}`) === 'valid') return `${stem}${ninth}${last}`;
  }
  throw new Error(`no code like ${code}`);
}

async function fillPlan(tx: Tx, edition: Edition, raw: PlanContent, planId: string, savedBy: string): Promise<void> {
  const content = shapedFor(edition, raw, (at) => new Error(`the sample does not fit at ${at}`));
  const savedAt = await now(tx);
  const save = async (document: string, blocks: Answers): Promise<void> => {
    for (const [block, answers] of Object.entries(blocks)) await saveBlock(tx, { planId, document, block, base: 0, answers, savedAt, savedBy });
  };
  await save('form', content.form);
  await save('outline', content.outline);
  await save('commitment', content.commitment);
  for (const project of content.projects) await save((await insertProject(tx, planId, edition.year)).id, project);
  await attachSample(tx, planId, content.attachments, savedBy);
}
