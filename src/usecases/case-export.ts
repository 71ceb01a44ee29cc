import { entriesAbout } from '#db/audit-search.ts';
import { everyProject } from '#db/content-at.ts';
import { findPlanNumbered } from '#db/plans.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { listMendings } from '#db/mendings.ts';
import { listPublishedHeads } from '#db/published-heads.ts';
import { listReceipts } from '#db/audit-receipts.ts';
import { auditHead } from '#db/audit.ts';
import { now } from '#db/clock.ts';
import { namesOf, findOrganisation } from '#db/organisations.ts';
import { listVersionDocuments } from '#db/version-documents.ts';
import { listVersions } from '#db/versions.ts';
import type { CasePaper } from '#domain/audit/case-file.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { authorisePlan } from './authorise.ts';
import { onRecord } from './audit-log.ts';
import { keptDigests, keptPapers } from './case-papers.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

/**
 * A whole case to be taken away: everything done to the plan and its projects, each entry with its link, the versions' digests, the
 * receipts, what bureau and desk gave out, and heads of the chain that others hold too. The papers' bytes are fetched one by one.
 */
export async function exportCase(deps: Deps, asker: Session | null, number: string) {
  const { db } = deps;
  const found = asker === null ? undefined : await findPlanNumbered(db, number);
  const { session, plan } = authorisePlan(asker, 'case.export', found && (await findPlanFacts(db, found.id)));
  const projects = await everyProject(db, plan.id);
  const entries = await entriesAbout(db, [plan.number, ...projects.map((project) => project.number)]);
  const versions = await listVersions(db, plan.id);
  const documents = await listVersionDocuments(db, plan.id);
  const [zone, city] = await Promise.all([findOrganisation(db, plan.zoneId), findOrganisation(db, plan.cityId)]);
  const papers = versions.flatMap(({ n, pdfDigest }): CasePaper[] => [
    { n, kind: 'form', digest: pdfDigest },
    ...documents.filter((document) => document.n === n).map(({ kind, digest }) => ({ n, kind, digest })),
  ]);
  const kept = await keptPapers(deps, plan.id);
  papers.push(...(await keptDigests(deps, plan, kept)));
  const mendings = await listMendings(db, plan.id);
  await onRecord(deps, session, 'case.export', plan.number, { event: 'export', entries: entries.length, versions: versions.length, papers: papers.length });
  return {
    plan: { id: plan.id, number: plan.number, call: plan.callId, zone: zone?.name ?? '', city: city?.name ?? '', state: plan.state },
    takenAt: await now(db),
    takenBy: session.name,
    head: await auditHead(db),
    entries,
    names: await actors(
      deps,
      entries.map(({ entry }) => entry.actor),
    ),
    versions: versions.map(({ n, filedAt, contentDigest, pdfDigest, receiptNumber }) => ({ n, filedAt, contentDigest, pdfDigest, receiptNumber })),
    receipts: await listReceipts(db, plan.id),
    heads: await listPublishedHeads(db),
    letters: kept.letters.map(({ version, documentNumber, issuedAt }, index) => ({ n: index + 1, version, documentNumber, issuedAt })),
    paperReceipts: kept.receipts.map(({ n, planVersion, stampedAt, counts, handedInBy }) => ({ n, version: planVersion, stampedAt, counts, handedInBy })),
    paperRefusals: kept.refusals.map(({ id, at, cause, code, handedInBy, remark }, index) => ({ n: index + 1, id, at, cause, code, handedInBy, remark })),
    mendings: mendings
      .toReversed()
      .map(({ round, n, askedAt, deadline, reason, parts, paper }) => ({ round, version: n, askedAt, deadline, reason, parts: [...parts], paper: [...paper] })),
    papers,
  };
}

/** Names of those who acted, by account. */
async function actors({ db }: Deps, ids: readonly string[]): Promise<JsonObject> {
  return Object.fromEntries(await namesOf(db, ids));
}
