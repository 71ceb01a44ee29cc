import { randomBytes } from 'node:crypto';
import { findBlock, saveBlock } from '#db/blocks.ts';
import { now } from '#db/clock.ts';
import { digestOf } from '#db/files.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Tx } from '#db/pool.ts';
import { findRowRequest, holdRowRequest, insertRowRequest, listRowRequests, updateRowRequest, type RowRequestRow } from '#db/row-requests.ts';
import { readFormWorkbook, readIdentity } from '#documents/sheets/read-form.ts';
import { writeFormWorkbook } from '#documents/sheets/write-form.ts';
import type { RowRequestEvent } from '#domain/filing/lifecycle/row-request.ts';
import { decideRowRequest } from '#domain/filing/lifecycle/row-request.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan } from '../authorise.ts';
import { atOnce, command } from '../command.ts';
import type { Deps } from '../deps.ts';
import { pinnedEdition } from '../editions.ts';
import type { Session } from '../session.ts';
import { refusing, sheetWords } from './convert.ts';
import { keptRow, rowForm, rowKey, standingRow, tableAt, withRow } from './row-table.ts';

export interface RowPlace {
  readonly block: string;
  readonly field: string;
}

/** Asks the enterprises of these rows to fill them in themselves. A row that is asked for already is left as it is. */
export function askRows(
  deps: Deps,
  asker: Session | null,
  key: string,
  planId: string,
  { block, field }: RowPlace,
  names: readonly string[],
): Promise<{ asked: number }> {
  return command(
    deps,
    { session: asker, key, act: 'rows.collect', says: { plan: planId, block, field, names: [...names] } },
    atOnce(async (tx) => {
      const { plan, session } = authorisePlan(asker, 'rows.collect', await findPlanFacts(tx, planId, 'share'));
      const table = tableAt(await pinnedEdition(tx, plan.editionDigest), block, field);
      const standing = (await findBlock(tx, plan.id, 'form', block))?.answers[field];
      let asked = 0;
      for (const name of new Set(names)) {
        const decision = decideRowRequest('new', 'ask', { by: ['zone'], planDrafting: plan.state === 'drafting' });
        if (!decision.done) throw new Refusal(decision.code);
        const row = await insertRowRequest(tx, {
          planId: plan.id,
          block,
          field,
          rowName: name,
          token: randomBytes(18).toString('base64url'),
          state: decision.to,
          askedRow: JSON.stringify(standingRow(table, standing, name)),
          askedBy: session.person,
        });
        if (row !== undefined) asked++;
      }
      return { reply: { asked }, subject: plan.number, detail: { event: 'ask', block, field, asked } };
    }),
  );
}

export interface RowRequestState {
  readonly id: string;
  readonly block: string;
  readonly field: string;
  readonly name: string;
  readonly state: RowRequestRow['state'];
  readonly token: string;
  readonly askedAt: string;
  readonly answer: JsonObject | null;
  readonly way: 'link' | 'workbook' | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly reason: string | null;
}

/** Every row that was asked for, with what came back. */
export async function readRowRequests(deps: Deps, asker: Session | null, planId: string): Promise<readonly RowRequestState[]> {
  const { plan } = authorisePlan(asker, 'rows.read', await findPlanFacts(deps.db, planId));
  return (await listRowRequests(deps.db, plan.id)).map(({ id, block, field, rowName, state, token, askedAt, answer, way, answeredBy, answeredAt, reason }) => ({
    id,
    block,
    field,
    name: rowName,
    state,
    token,
    askedAt,
    answer,
    way,
    answeredBy,
    answeredAt,
    reason,
  }));
}

/** The small workbook of one row, to be sent to its enterprise. */
export async function rowWorkbook(deps: Deps, edition: Edition, request: RowRequestRow): Promise<Uint8Array> {
  const table = tableAt(edition, request.block, request.field);
  return writeFormWorkbook({
    form: rowForm(table, request.rowName),
    answers: { [rowKey]: request.answer ?? request.askedRow },
    words: sheetWords(deps, edition),
    title: request.rowName,
    identity: { request: request.token },
    demo: deps.demo,
  });
}

/** Takes in a small workbook that its enterprise sent back to the zone. */
export function takeRowWorkbook(deps: Deps, asker: Session | null, key: string, planId: string, bytes: Uint8Array): Promise<{ name: string; faults: number }> {
  return command(
    deps,
    { session: asker, key, act: 'rows.collect', says: { plan: planId, workbook: digestOf(bytes) } },
    {
      prepare: async () => {
        // Whoever may not do this hears that first, and not what is wrong with their file.
        authorisePlan(asker, 'rows.collect', await findPlanFacts(deps.db, planId));
        return refusing(readIdentity(bytes));
      },
      within: async (tx, identity) => {
        const { plan, session } = authorisePlan(asker, 'rows.collect', await findPlanFacts(tx, planId, 'share'));
        const found = typeof identity['request'] === 'string' ? await findRowRequest(tx, identity['request']) : undefined;
        const request = found === undefined ? undefined : await holdRowRequest(tx, plan.id, found.id);
        if (request === undefined) throw new Refusal('notAWorkbook');
        const edition = await pinnedEdition(tx, plan.editionDigest);
        const table = tableAt(edition, request.block, request.field);
        const { answers, faults } = await refusing(readFormWorkbook(bytes, rowForm(table, request.rowName), sheetWords(deps, edition)));
        await keepAnswer(tx, request, plan.state === 'drafting', {
          row: keptRow(table, request.rowName, answers[rowKey] ?? {}),
          way: 'workbook',
          by: session.name,
          who: 'zone',
        });
        return {
          reply: { name: request.rowName, faults: faults.length },
          subject: plan.number,
          detail: { event: 'answer', request: request.id, way: 'workbook' },
        };
      },
    },
  );
}

/** Keeps an answer, in the place of an earlier one. */
export async function keepAnswer(
  tx: Tx,
  request: RowRequestRow,
  planDrafting: boolean,
  given: { readonly row: JsonObject; readonly way: 'link' | 'workbook'; readonly by: string; readonly who: 'enterprise' | 'zone' },
): Promise<void> {
  const decision = decideRowRequest(request.state, 'answer', { by: [given.who], planDrafting });
  if (!decision.done) throw new Refusal(decision.code);
  const answeredAt = await now(tx);
  await updateRowRequest(tx, request.id, {
    state: decision.to,
    answer: JSON.stringify(given.row),
    way: given.way,
    answeredBy: given.by,
    answeredAt,
    reason: null,
  });
}

/** What the zone does with an answer: takes the row over into its table, asks again with a reason, or asks no more. */
export function decideRow(
  deps: Deps,
  asker: Session | null,
  key: string,
  planId: string,
  id: string,
  event: Extract<RowRequestEvent, 'accept' | 'askAgain' | 'cancel'>,
  reason?: string,
): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'rows.collect', says: { plan: planId, request: id, event, reason: reason ?? null } },
    atOnce(async (tx) => {
      const { plan, session } = authorisePlan(asker, 'rows.collect', await findPlanFacts(tx, planId, 'share'));
      const request = await holdRowRequest(tx, plan.id, id);
      if (request === undefined) throw new Refusal('notFound');
      const decision = decideRowRequest(request.state, event, {
        by: ['zone'],
        planDrafting: plan.state === 'drafting',
        ...(reason === undefined ? {} : { reason }),
      });
      if (!decision.done) throw new Refusal(decision.code);
      if (event === 'accept') await takeOver(tx, await pinnedEdition(tx, plan.editionDigest), request, session.person);
      await updateRowRequest(tx, request.id, { state: decision.to, reason: reason ?? null });
      return { reply: { done: true as const }, subject: plan.number, detail: { event, request: request.id, row: request.rowName } };
    }),
  );
}

/** A save like any other: with its history, on top of what stands at this moment. */
async function takeOver(tx: Tx, edition: Edition, request: RowRequestRow, savedBy: string): Promise<void> {
  const { planId, block, field } = request;
  const table = tableAt(edition, block, field);
  const standing = await findBlock(tx, planId, 'form', block);
  const rows = withRow(table, standing?.answers[field], request.answer ?? {});
  const answers = { ...standing?.answers, [field]: rows };
  const saved = await saveBlock(tx, { planId, document: 'form', block, base: standing?.version ?? 0, answers, savedAt: await now(tx), savedBy });
  if ('stale' in saved) throw new Refusal('busy');
}
