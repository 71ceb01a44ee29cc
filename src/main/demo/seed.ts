import { readFile } from 'node:fs/promises';
import { insertAccount } from '#db/accounts.ts';
import { appendAudit } from '#db/audit.ts';
import { saveBlock } from '#db/blocks.ts';
import { insertCall } from '#db/calls.ts';
import { moveClock, now } from '#db/clock.ts';
import { isDemo, isEmpty, markDemo } from '#db/demo.ts';
import { keepEdition } from '#db/editions.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import { insertAttachment, insertPlan, type PlanRow } from '#db/plans.ts';
import { openStore, type Db, type Tx } from '#db/pool.ts';
import { insertProject } from '#db/projects.ts';
import { chainPending } from '#db/sequencer.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Answers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { demoInstant, demoOrganisations, demoPassword } from '#programmes/jiangsu-2022/sample/demo-people.ts';
import { demoZones } from '#programmes/jiangsu-2022/sample/demo-zones.ts';
import { hashPassword } from '#usecases/accounts.ts';
import { readEdition } from '../editions.ts';
import { shapedFor } from '../plan-file.ts';

export type SeedResult = 'seeded' | 'kept' | 'notEmpty';

/** Fills the empty database at `url` with the demonstration, all or nothing. */
export async function seedDemo(url: string): Promise<SeedResult> {
  const owner = openStore(url, 'owner');
  try {
    return await seed(owner.db);
  } finally {
    await owner.close();
  }
}

async function seed(owner: Db): Promise<SeedResult> {
  if (await isDemo(owner)) return 'kept';
  if (!(await isEmpty(owner))) return 'notEmpty';
  const edition = await readEdition('jiangsu-2022');
  const sample: PlanContent = JSON.parse(await readFile(new URL('../../../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));
  const hash = await hashPassword(demoPassword);
  await owner.transaction().execute(async (tx) => {
    await markDemo(tx);
    await moveClock(tx, demoInstant);
    const callId = await openCall(tx, edition, sample.call);
    const places = await seedOrganisations(tx, hash);
    for (const content of [sample, demoZones.begun, demoZones.faulty]) await seedPlan(tx, edition, callId, places, content);
  });
  await chainPending(owner);
  return 'seeded';
}

async function openCall(tx: Tx, edition: Edition, id: string): Promise<string> {
  const editionDigest = await keepEdition(tx, edition);
  const { published, submitBy, recommendBy, paperBy } = edition.instants;
  await insertCall(tx, { id, title: edition.title, year: edition.year, editionDigest, state: 'published', published, submitBy, recommendBy, paperBy });
  await appendAudit(tx, { actor: 'system', command: 'call.publish', subject: id, detail: { edition: editionDigest, demo: true } });
  return id;
}

/** Where a plan of a zone belongs, and who writes it. */
interface Place {
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
      await insertMembership(tx, { userId, organisationId, canWrite: person.right !== 'read', canSubmit: person.right === 'submit' });
      places.set(kind === 'city' ? `city ${cityCode}` : `${kind} ${name}`, { organisationId, userId });
    }
  }
  return places;
}

async function seedPlan(tx: Tx, edition: Edition, callId: string, places: ReadonlyMap<string, Place>, raw: PlanContent): Promise<void> {
  const content = shapedFor(edition, raw, (at) => new Error(`the demonstration plan of ${raw.zone} does not fit its edition at ${at}`));
  const zone = places.get(`zone ${content.zone}`);
  const city = places.get(`city ${content.city}`);
  if (zone === undefined || city === undefined) throw new Error(`the demonstration has no organisation for ${content.zone}`);
  const plan = await insertPlan(tx, { callId, year: edition.year, zoneId: zone.organisationId, cityId: city.organisationId });
  await saveDocument(tx, plan, 'form', content.form, zone.userId);
  await saveDocument(tx, plan, 'outline', content.outline, zone.userId);
  await saveDocument(tx, plan, 'commitment', content.commitment, zone.userId);
  for (const answers of content.projects) {
    const project = await insertProject(tx, plan.id, edition.year);
    await saveDocument(tx, plan, project.id, answers, zone.userId);
  }
  for (const attachment of content.attachments) await insertAttachment(tx, plan.id, attachment);
  await appendAudit(tx, { actor: zone.userId, organisationId: zone.organisationId, command: 'plan.create', subject: plan.number, detail: { demo: true } });
}

async function saveDocument(tx: Tx, plan: PlanRow, document: string, blocks: Answers, savedBy: string): Promise<void> {
  const savedAt = await now(tx);
  for (const [block, answers] of Object.entries(blocks)) {
    await saveBlock(tx, { planId: plan.id, document, block, base: 0, answers, savedAt, savedBy });
  }
}
