import type { DecisionRow } from '#db/call-decisions.ts';
import type { CallRow } from '#db/calls.ts';
import { listHearers } from '#db/calls.ts';
import type { Tx } from '#db/pool.ts';
import { parseInstant, formatDeadline } from '#domain/values/instant.ts';
import { type Notice, tellOrganisation } from './notify.ts';

/** Tells whom a decision concerns: everybody who hears of the call, or one zone with its city's bureau and the intake centre. */
export async function tellDecision(tx: Tx, call: CallRow, decision: DecisionRow, not: string): Promise<void> {
  const notice = noticeOf(call, decision);
  if (notice === undefined) return;
  const all = await listHearers(tx);
  const zone = all.find((one) => one.id === decision.zoneId);
  const meant =
    decision.zoneId === null ? all : all.filter((one) => one === zone || one.kind === 'intake' || (one.kind === 'city' && one.cityCode === zone?.cityCode));
  for (const { id } of meant) await tellOrganisation(tx, id, notice, { not });
}

function noticeOf({ title }: CallRow, { kind, submitBy, recommendBy, paperBy }: DecisionRow): Notice | undefined {
  const until = parseInstant(submitBy ?? recommendBy ?? paperBy ?? '');
  if (kind === 'extend' && until !== undefined) return { kind: 'call.extended', params: { title, until: formatDeadline(until) }, link: '/' };
  if (kind === 'supplement') return { kind: 'call.supplemented', params: { title }, link: '/workbench' };
  return undefined;
}
