import { entriesAbout } from '#db/audit-search.ts';
import { blocksAt, everyProject, filesAt, placesOf } from '#db/content-at.ts';
import { readBlocks } from '#db/blocks.ts';
import { now } from '#db/clock.ts';
import { findOrganisation, namesOf } from '#db/organisations.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import { findPlanNumbered } from '#db/plans.ts';
import type { Db } from '#db/pool.ts';
import type { ProjectRow } from '#db/projects.ts';
import { listVersionDocuments } from '#db/version-documents.ts';
import { listVersions } from '#db/versions.ts';
import { may } from '#domain/access/may.ts';
import { placeAt, type DatedEvent } from '#domain/audit/place-at.ts';
import { replayStates, type Replayed } from '#domain/audit/replay.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { parseInstant } from '#domain/values/instant.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise, authorisePlan, subjectOf } from './authorise.ts';
import type { Deps } from './deps.ts';
import { answersOf, outlineOf } from './plan-documents.ts';
import type { Session } from './session.ts';

/** A thing of the file with its state then and now; null: it was not there yet. */
export interface StateThen {
  readonly thing: Replayed;
  readonly name: string;
  readonly before: string | null;
  readonly now: string;
}

/** What the log tells of a plan's file as of an instant: states, versions, places; nothing of what stands in it. */
export async function readFileState(deps: Deps, asker: Session | null, number: string, asked: string) {
  const session = authorise(asker, 'audit.file', { kind: 'log' });
  const { db } = deps;
  const at = await instantOf(db, asked);
  const plan = await factsNumbered(db, number);
  const projects = await everyProject(db, plan.id);
  const entries = (await entriesAbout(db, [plan.number, ...projects.map((project) => project.number)])).map(({ entry }) => entry);
  const [zone, city] = await Promise.all([findOrganisation(db, plan.zoneId), findOrganisation(db, plan.cityId)]);
  return {
    id: plan.id,
    number: plan.number,
    call: plan.callId,
    zone: zone?.name ?? '',
    city: city?.name ?? '',
    at,
    states: statesThen(entries, at),
    entries: { before: entries.filter((entry) => entry.at <= at).length, now: entries.length },
    versions: await versionsAt(db, plan.id, at),
    people: await peopleAt(db, plan.id, at),
    mayRead: may(session, 'case.read', subjectOf(plan)),
  };
}

function statesThen(entries: readonly DatedEvent[], at: string): readonly StateThen[] {
  const before = replayStates(entries.filter((entry) => entry.at <= at));
  return [...replayStates(entries)].flatMap(([thing, states]) =>
    [...states].map(([name, { state }]) => ({ thing, name, before: before.get(thing)?.get(name)?.state ?? null, now: state })),
  );
}

async function versionsAt(db: Db, planId: string, at: string) {
  const versions = (await listVersions(db, planId)).filter((version) => version.filedAt <= at);
  const documents = await listVersionDocuments(db, planId);
  const names = await namesOf(
    db,
    versions.map((version) => version.filedBy),
  );
  return versions.map(({ n, filedAt, filedBy, contentDigest, pdfDigest, receiptNumber }) => ({
    n,
    filedAt,
    filedBy: names.get(filedBy) ?? '',
    digest: contentDigest,
    pdfDigest,
    documents: documents.filter((document) => document.n === n).map(({ kind, digest }) => ({ kind, digest })),
    receipt: receiptNumber,
  }));
}

async function peopleAt(db: Db, planId: string, at: string) {
  const places = await placesOf(db, planId, at);
  const about =
    places.length === 0
      ? []
      : await entriesAbout(
          db,
          places.map((place) => place.username),
        );
  const byName = Map.groupBy(
    about.map(({ entry }) => entry),
    (entry) => entry.subject,
  );
  return places.map(({ username, name, organisation, since, ...rights }) => ({
    username,
    name,
    organisation,
    since,
    ...placeAt(byName.get(username) ?? [], at, rights),
  }));
}

/** The text of a file as it stood, and as it stands now: the rest, after the call is finished (model §3). */
export async function readContentAt(deps: Deps, asker: Session | null, number: string, asked: string) {
  const { db } = deps;
  const found = asker === null ? undefined : await findPlanNumbered(db, number);
  const { plan } = authorisePlan(asker, 'case.read', found && (await findPlanFacts(db, found.id)));
  const at = await instantOf(db, asked);
  const [projects, then, current] = await Promise.all([everyProject(db, plan.id), blocksAt(db, plan.id, at), readBlocks(db, plan.id)]);
  const kept = (instant: string) => (project: ProjectRow) => project.removedAt === null || project.removedAt > instant;
  const content = (blocks: typeof current, shown: readonly ProjectRow[]): Omit<PlanContent, 'attachments'> => ({
    edition: plan.editionDigest,
    call: plan.callId,
    zone: plan.zoneId,
    city: plan.cityId,
    form: answersOf(blocks, 'form'),
    outline: outlineOf(blocks),
    commitment: answersOf(blocks, 'commitment'),
    projects: shown.map((project) => answersOf(blocks, project.id)),
  });
  const begun = projects.filter((project) => then.some((block) => block.document === project.id));
  const files = await filesAt(db, plan.id, at);
  return {
    at,
    edition: plan.editionDigest,
    before: content(then, begun.filter(kept(at))),
    now: content(
      current,
      projects.filter((project) => project.removedAt === null),
    ),
    blocks: then.length,
    files: files.map(({ name, path, document, digest, uploadedAt, removedAt }) => ({ name, path, document, digest, uploadedAt, removedAt })),
  };
}

export async function factsNumbered(db: Db, number: string): Promise<PlanFacts> {
  const found = await findPlanNumbered(db, number);
  const facts = found && (await findPlanFacts(db, found.id));
  if (facts === undefined) throw new Refusal('notFound');
  return facts;
}

/** The instant that was asked for, in the form of stored ones; empty: now. */
async function instantOf(db: Db, asked: string): Promise<string> {
  if (asked === '') return now(db);
  const instant = parseInstant(asked);
  if (instant === undefined) throw new Refusal('badRequest', { at: ['at'] });
  return new Date(instant).toISOString();
}
