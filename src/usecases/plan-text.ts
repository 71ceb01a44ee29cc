import type { BlockRow } from '#db/blocks.ts';
import { readBlocks } from '#db/blocks.ts';
import type { OrganisationRow } from '#db/organisations.ts';
import { findOrganisation } from '#db/organisations.ts';
import type { PlanFacts } from '#db/plan-facts.ts';
import { planStamp } from '#db/plan-stamp.ts';
import type { Db, Tx } from '#db/pool.ts';
import { inSnapshot } from '#db/pool.ts';
import type { ProjectRow } from '#db/projects.ts';
import { listProjects } from '#db/projects.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { pinnedEdition } from './editions.ts';
import { planManifest } from './file-manifest.ts';
import { answersOf, outlineOf, projectsOf } from './plan-documents.ts';

/** Everything that a plan says as it stands. */
export interface PlanText {
  readonly edition: Edition;
  readonly zone: OrganisationRow;
  readonly blocks: readonly BlockRow[];
  readonly projects: readonly ProjectRow[];
  readonly content: PlanContent;
  /** Of everything that it was read from (db/plan-stamp.ts). */
  readonly stamp: string;
}

interface Kept extends PlanText {
  readonly editionDigest: string;
}

/** Plans whose text is kept: more than a province has zones that file in one night. A full text takes about 300 KB. */
const most = 64;
const kept = new WeakMap<Db, Map<string, Kept>>();

/**
 * The text of a plan as it stands. Whoever fills in a plan has it checked again and again, and then files it: as long as no row of it has
 * changed, it is not read again, and what was found out about it holds too (plan-digest.ts, plan-problems.ts).
 */
export async function readPlanText(db: Db | Tx, plan: PlanFacts): Promise<PlanText> {
  // A transaction may see rows that are never committed.
  if (db.isTransaction) return readAnew(db, plan);
  const texts = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, texts);
  const known = texts.get(plan.id);
  const holds = known?.editionDigest === plan.editionDigest && known.stamp === (await planStamp(db, plan));
  // In one snapshot: a stamp taken before or after could be that of another text.
  const text = holds ? known : { ...(await inSnapshot(db, (tx) => readAnew(tx, plan))), editionDigest: plan.editionDigest };
  // The one that was asked for last goes last.
  texts.delete(plan.id);
  texts.set(plan.id, text);
  for (const id of texts.keys()) if (texts.size > most) texts.delete(id);
  return text;
}

async function readAnew(db: Db, plan: PlanFacts): Promise<PlanText> {
  const edition = await pinnedEdition(db, plan.editionDigest);
  const stamp = await planStamp(db, plan);
  const blocks = await readBlocks(db, plan.id);
  const projects = await listProjects(db, plan.id);
  const attachments = await planManifest(db, plan.id, projects);
  const zone = await organisation(db, plan.zoneId);
  const city = await organisation(db, plan.cityId);
  const content: PlanContent = {
    edition: edition.id,
    call: plan.callId,
    zone: zone.name,
    city: city.cityCode ?? '',
    form: answersOf(blocks, 'form'),
    outline: outlineOf(blocks),
    commitment: answersOf(blocks, 'commitment'),
    projects: projectsOf(blocks, projects),
    attachments,
  };
  return { edition, zone, blocks, projects, content, stamp };
}

async function organisation(db: Db, id: string): Promise<OrganisationRow> {
  const row = await findOrganisation(db, id);
  if (row === undefined) throw new Error('an organisation of a plan is missing');
  return row;
}
