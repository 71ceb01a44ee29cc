import { findAttachment } from '#db/attachments.ts';
import { findPlan } from '#db/plans.ts';
import type { Act } from '#domain/access/acts.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { onRecord } from './audit-log.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

/** Puts on record that the auditor has read this; asked after the read was allowed and before it is answered. */
export async function logRead(deps: Deps, asker: Session | null, act: Act, params: JsonObject): Promise<void> {
  if (asker?.kind !== 'auditor') return;
  const { plan, number, ...more } = params;
  const subject = typeof number === 'string' ? number : await numberOf(deps, typeof plan === 'string' ? plan : await planOfFile(deps, params['file']));
  await onRecord(deps, asker, act, subject, { event: 'look', ...more });
}

async function numberOf({ db }: Deps, plan: string | undefined): Promise<string> {
  return (plan === undefined ? undefined : await findPlan(db, plan))?.number ?? 'absent';
}

async function planOfFile({ db }: Deps, file: JsonObject[string] | undefined): Promise<string | undefined> {
  return typeof file === 'string' ? (await findAttachment(db, file))?.planId : undefined;
}
