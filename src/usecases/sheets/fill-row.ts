import { appendAudit } from '#db/audit.ts';
import { findOrganisation } from '#db/organisations.ts';
import { findPlanFacts, type PlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { findRowRequest, holdRowRequest, type RowRequestRow } from '#db/row-requests.ts';
import { shownName } from '#domain/files/shown-name.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import type { Deps } from '../deps.ts';
import { pinnedEdition } from '../editions.ts';
import { tellPeople } from '../notify.ts';
import { keepAnswer, rowWorkbook } from './row-requests.ts';
import { keptRow, tableAt } from './row-table.ts';

export interface RowToFill {
  readonly zone: string;
  readonly name: string;
  readonly edition: string;
  readonly block: string;
  readonly field: string;
  readonly row: JsonObject;
  /** `closed`: it cannot be answered any more. */
  readonly state: 'open' | 'answered' | 'closed';
  readonly reason: string | null;
  readonly submitBy: string;
}

/** What an enterprise sees by its link: its own row, and nothing else of the plan. */
export async function readRowToFill(deps: Deps, token: string): Promise<RowToFill> {
  const { request, plan } = await byToken(deps.db, token);
  const zone = await findOrganisation(deps.db, plan.zoneId);
  const open = plan.state === 'drafting' && (request.state === 'open' || request.state === 'answered');
  return {
    zone: zone?.name ?? '',
    name: request.rowName,
    edition: plan.editionDigest,
    block: request.block,
    field: request.field,
    row: request.answer ?? request.askedRow,
    state: open ? (request.state as 'open' | 'answered') : 'closed',
    reason: request.reason,
    submitBy: plan.submitBy,
  };
}

/** The same as a small workbook. */
export async function rowFileByToken(deps: Deps, token: string): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const { request, plan } = await byToken(deps.db, token);
  return { bytes: await rowWorkbook(deps, await pinnedEdition(deps.db, plan.editionDigest), request), name: shownName(request.rowName) };
}

/**
 * Answers by the link: whoever has it. Answering again replaces the answer until the zone has taken it over, so that the same answer
 * sent twice does once what it does.
 */
export async function fillRow(deps: Deps, token: string, given: { readonly row: Json; readonly by: string }): Promise<{ done: true }> {
  await deps.db.transaction().execute(async (tx) => {
    const { request: found, plan } = await byToken(tx, token, 'share');
    const request = await holdRowRequest(tx, plan.id, found.id);
    if (request === undefined) throw new Refusal('notFound');
    const table = tableAt(await pinnedEdition(tx, plan.editionDigest), request.block, request.field);
    await keepAnswer(tx, request, plan.state === 'drafting', { row: keptRow(table, request.rowName, given.row), way: 'link', by: given.by, who: 'enterprise' });
    await appendAudit(tx, { actor: 'link', command: 'rows.answer', subject: plan.number, detail: { event: 'answer', request: request.id, way: 'link' } });
    // Whoever asked is told once, not with every change of mind.
    if (request.state === 'open') {
      const link = `/plans/${plan.id}/collect/${request.block}/${request.field}`;
      await tellPeople(tx, [request.askedBy], { kind: 'workbook.answered', link, params: { company: request.rowName } });
    }
  });
  return { done: true };
}

async function byToken(db: Db, token: string, hold?: 'share'): Promise<{ request: RowRequestRow; plan: PlanFacts }> {
  const request = await findRowRequest(db, token);
  const plan = request === undefined ? undefined : await findPlanFacts(db, request.planId, hold);
  if (request === undefined || plan === undefined) throw new Refusal('notFound');
  return { request, plan };
}
