import { readFile } from 'node:fs/promises';
import { insertAccount } from '#db/accounts.ts';
import { appendAudit } from '#db/audit.ts';
import { insertBlocks } from '#db/blocks.ts';
import { setLevels } from '#db/call-signatures.ts';
import { insertCall } from '#db/calls.ts';
import { moveClock, now } from '#db/clock.ts';
import { isDemo, isEmpty, markDemo } from '#db/demo.ts';
import { keepEdition } from '#db/editions.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import { insertPlan, type PlanRow } from '#db/plans.ts';
import { openStore, type Db, type Tx } from '#db/pool.ts';
import { insertProject } from '#db/projects.ts';
import { chainPending } from '#db/sequencer.ts';
import { takeOverZones } from '#db/zone-register.ts';
import type { Pool } from '#documents/render/pool.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Answers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { demoInstant, demoOrganisations, demoPassword } from '#programmes/jiangsu-2022/sample/demo-people.ts';
import { demoCandidates } from '#programmes/jiangsu-2022/sample/demo-candidates.ts';
import { demoRecommended } from '#programmes/jiangsu-2022/sample/demo-intake.ts';
import { demoZones } from '#programmes/jiangsu-2022/sample/demo-zones.ts';
import { hashPassword } from '#usecases/accounts.ts';
import { readEdition } from '../editions.ts';
import { attachSample } from './attach-sample.ts';
import { shapedFor } from '../plan-file.ts';
import { beginCity, seedCity } from './seed-city.ts';
import { beginIntake, seedIntake } from './seed-intake.ts';
import { openDemoPool } from './demo-pool.ts';
import { demoAddress } from './seed-filed.ts';
import { seedProposals } from './seed-proposals.ts';
import { seedSolicitation } from './seed-solicitation.ts';

/** `filed`: beyond the plans that are being gathered, those that were filed, with their papers. */
export type SeededPlans = 'noPlans' | 'plans' | 'filed';

export type SeedResult = 'seeded' | 'kept' | 'notEmpty';

/**
 * Fills the empty database at `url` with the demonstration, all or nothing: its people, its open call and, unless told otherwise, its plans.
 * Papers are drawn by `pool`, which is closed in the end, or by renderers of its own.
 */
export async function seedDemo(url: string, plans: SeededPlans = 'plans', publicUrl = demoAddress, pool?: Pool): Promise<SeedResult> {
  const owner = openStore(url, 'owner');
  try {
    return await seed(owner.db, plans, publicUrl, pool);
  } finally {
    pool?.close();
    await owner.close();
  }
}

async function seed(owner: Db, plans: SeededPlans, publicUrl: string, given: Pool | undefined): Promise<SeedResult> {
  if (await isDemo(owner)) return 'kept';
  if (!(await isEmpty(owner))) return 'notEmpty';
  if (plans === 'filed') {
    const pool = given ?? openDemoPool();
    const work = owner.transaction().execute(async (tx) => seedFiled(tx, await seedGathered(tx, plans), publicUrl, pool));
    await work.finally(() => pool.close());
  } else {
    await owner.transaction().execute((tx) => seedGathered(tx, plans));
  }
  await chainPending(owner);
  return 'seeded';
}

/** What the later steps of a seeding build on. */
interface Seeded {
  readonly edition: Edition;
  readonly sample: PlanContent;
  readonly callId: string;
  readonly places: ReadonlyMap<string, Place>;
}

/** The people, the call, and the plans that are being gathered. */
async function seedGathered(tx: Tx, plans: SeededPlans): Promise<Seeded> {
  const edition = await readEdition('jiangsu-2022');
  const sample: PlanContent = JSON.parse(await readFile(new URL('../../../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));
  const hash = await hashPassword(demoPassword);
  await markDemo(tx);
  await moveClock(tx, demoInstant);
  const callId = await openCall(tx, edition, sample.call);
  const places = await seedOrganisations(tx, hash);
  if (plans !== 'noPlans') {
    for (const content of [sample, demoZones.begun, demoZones.faulty]) await seedPlan(tx, edition, callId, places, content);
    await seedProposals(tx, sample.zone, places);
    await seedSolicitation(tx, edition, callId, places);
  }
  return { edition, sample, callId, places };
}

/** The papers of all plans are begun before the first one is waited for. */
async function seedFiled(tx: Tx, { edition, sample, callId, places }: Seeded, publicUrl: string, pool: Pool): Promise<void> {
  const candidates: PlanRow[] = [];
  for (const content of demoCandidates(sample)) candidates.push(await seedPlan(tx, edition, callId, places, content));
  const city = await beginCity(tx, candidates, publicUrl, pool);
  const recommended: PlanRow[] = [];
  for (const content of demoRecommended(sample)) recommended.push(await seedPlan(tx, edition, callId, places, content));
  const intake = await beginIntake(tx, recommended, publicUrl, pool);
  await seedCity(tx, city, places);
  await seedIntake(tx, edition, intake, places, pool);
}

async function openCall(tx: Tx, edition: Edition, id: string): Promise<string> {
  const editionDigest = await keepEdition(tx, edition);
  const { published, submitBy, recommendBy, paperBy } = edition.instants;
  await insertCall(tx, { id, title: edition.title, year: edition.year, editionDigest, state: 'published', published, submitBy, recommendBy, paperBy });
  await takeOverZones(tx, edition.zones);
  await appendAudit(tx, { actor: 'system', command: 'call.publish', subject: id, detail: { edition: editionDigest, demo: true } });
  return id;
}

/** Where a plan of a zone belongs, and who writes it. */
export interface Place {
  readonly organisationId: string;
  readonly userId: string;
}

/** Every organisation with its people, by kind and name. */
async function seedOrganisations(tx: Tx, hash: string): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>();
  for (const { kind, name, cityCode = null, uscc = null, people } of demoOrganisations) {
    const organisationId = await insertOrganisation(tx, { kind, name, cityCode, uscc });
    for (const person of people) {
      const userId = await insertAccount(tx, { username: person.username, name: person.name, hash });
      const mayAll = person.right === 'submit';
      await insertMembership(tx, {
        userId,
        organisationId,
        canWrite: person.right !== 'read',
        canSubmit: mayAll,
        canManage: mayAll,
        adminRole: person.adminRole ?? null,
      });
      if (person.signs !== undefined) await setLevels(tx, userId, [person.signs]);
      places.set(kind === 'city' ? `city ${cityCode}` : `${kind} ${name}`, { organisationId, userId });
    }
  }
  await linkKeepers(tx);
  return places;
}

/** Who activated whom: known only when all are there. */
async function linkKeepers(tx: Tx): Promise<void> {
  const rows = await tx.selectFrom('organisation').select(['id', 'name', 'kind']).execute();
  const ids = new Map(rows.map((row) => [row.name, row.id]));
  const province = rows.find((row) => row.kind === 'province')?.id ?? null;
  for (const { name, kind, keeper } of demoOrganisations) {
    if (kind === 'province') continue;
    const keeperId = keeper === undefined ? province : (ids.get(keeper) ?? null);
    await tx.updateTable('organisation').set({ keeperId }).where('name', '=', name).where('kind', '=', kind).execute();
  }
}

async function seedPlan(tx: Tx, edition: Edition, callId: string, places: ReadonlyMap<string, Place>, raw: PlanContent): Promise<PlanRow> {
  const content = shapedFor(edition, raw, (at) => new Error(`the demonstration plan of ${raw.zone} does not fit its edition at ${at}`));
  const zone = places.get(`zone ${content.zone}`);
  const city = places.get(`city ${content.city}`);
  if (zone === undefined || city === undefined) throw new Error(`the demonstration has no organisation for ${content.zone}`);
  const plan = await insertPlan(tx, { callId, year: edition.year, zoneId: zone.organisationId, cityId: city.organisationId });
  const saves = { planId: plan.id, savedAt: await now(tx), savedBy: zone.userId };
  const { form, outline, commitment } = content;
  const added: string[] = [];
  const documents: [document: string, blocks: Answers][] = Object.entries({ form, outline, commitment });
  for (const answers of content.projects) {
    const project = await insertProject(tx, plan.id, edition.year);
    added.push(project.number);
    documents.push([project.id, answers]);
  }
  await insertBlocks(
    tx,
    documents.flatMap(([document, blocks]) => Object.entries(blocks).map(([block, answers]) => ({ ...saves, document, block, answers }))),
  );
  await attachSample(tx, plan.id, content.attachments, zone.userId);
  const by = { actor: zone.userId, organisationId: zone.organisationId, subject: plan.number };
  await appendAudit(tx, { ...by, command: 'plan.create', detail: { event: 'begin', demo: true } });
  for (const project of added) await appendAudit(tx, { ...by, command: 'project.add', detail: { event: 'add', project, demo: true } });
  return plan;
}
