import { appendAudit } from '#db/audit.ts';
import { findKey, insertKey } from '#db/command-keys.ts';
import { digestOf } from '#db/files.ts';
import { findPlan } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { findProjectNumber } from '#db/projects.ts';
import type { Act } from '#domain/access/acts.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import type { RefusalCode } from '#domain/values/refusal.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { isBusy } from './busy.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

export interface Ask {
  readonly session: Session | null;
  /** Idempotency key: one key, one effect, one reply. */
  readonly key: string;
  readonly act: Act;
  /** Everything that the request says: parameters and body. */
  readonly says: JsonObject;
}

export interface Done<Reply> {
  readonly reply: Reply;
  /** What it was done to, by the number people know, and how, for the audit. */
  readonly subject: string;
  readonly detail?: JsonObject;
}

export interface Work<Prepared, Reply> {
  /** Long work before the transaction opens. Its result may be outdated by the time it is used: `within` says so. */
  readonly prepare: () => Promise<Prepared>;
  /** Everything that changes, in one transaction; answers `again` where what was prepared no longer holds. */
  readonly within: (tx: Tx, prepared: Prepared) => Promise<Done<Reply> | 'again'>;
}

/** Refusals worth a row: somebody tried what they may not, or what the rules forbid. A mere clash of two windows is not. */
const audited: ReadonlySet<RefusalCode> = new Set([
  'notFound',
  'notAllowed',
  'notEditable',
  'wrongState',
  'tooLate',
  'problemsOpen',
  'slotTaken',
  'slotsHeld',
  'notChecked',
  'opinionsMissing',
  'secondPerson',
]);

const attempts = 4;

/**
 * Carries out a command: its effect, its audit row and its reply under its key are one transaction. The same key answers with the
 * kept reply, also to a duplicate that arrives meanwhile; another request under the same key is refused.
 */
export async function command<Prepared, Reply extends JsonObject>(deps: Deps, ask: Ask, work: Work<Prepared, Reply>): Promise<Reply> {
  const { session } = ask;
  if (session === null) throw new Refusal('notSignedIn');
  const says = digestOf(Buffer.from(canonicalJson(ask.says)));
  const kept = await keptReply(deps, session, ask, says);
  if (kept !== undefined) return kept as Reply;
  try {
    return await carryOut(deps, session, ask, says, work);
  } catch (error) {
    // A duplicate that came second is refused because the first has taken effect: its answer is the first one's.
    const first = await keptReply(deps, session, ask, says);
    if (first !== undefined) return first as Reply;
    if (isBusy(error)) throw new Refusal('busy');
    if (error instanceof Refusal && audited.has(error.code)) await auditRefusal(deps, session, ask, error);
    throw error;
  }
}

/** A command that prepares nothing. */
export function atOnce<Reply>(within: (tx: Tx) => Promise<Done<Reply>>): Work<undefined, Reply> {
  return { prepare: async () => undefined, within };
}

async function carryOut<Prepared, Reply extends JsonObject>(deps: Deps, session: Session, ask: Ask, says: string, work: Work<Prepared, Reply>): Promise<Reply> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const prepared = await work.prepare();
    const done = await deps.db.transaction().execute(async (tx) => {
      const result = await work.within(tx, prepared);
      if (result === 'again') return result;
      const { reply, subject, detail = {} } = result;
      await appendAudit(tx, { actor: session.person, organisationId: session.organisation, command: ask.act, subject, detail, key: ask.key });
      const first = await insertKey(tx, { actor: session.person, key: ask.key, route: ask.act, bodyDigest: says, reply });
      if (!first) throw new Refusal('keyReused');
      return result;
    });
    if (done !== 'again') return done.reply;
  }
  throw new Refusal('busy');
}

async function keptReply(deps: Deps, session: Session, ask: Ask, says: string): Promise<Json | undefined> {
  const kept = await findKey(deps.db, session.person, ask.key);
  if (kept === undefined) return undefined;
  if (kept.route !== ask.act || kept.bodyDigest !== says) throw new Refusal('keyReused');
  return kept.reply;
}

async function auditRefusal(deps: Deps, session: Session, ask: Ask, refusal: Refusal): Promise<void> {
  const subject = (await numberIn(deps, ask.says)) ?? session.organisationName;
  await deps.db.transaction().execute((tx) =>
    appendAudit(tx, {
      actor: session.person,
      organisationId: session.organisation,
      command: ask.act,
      subject,
      detail: { refused: refusal.code },
      key: ask.key,
    }),
  );
}

/** Of the plan or project that was asked about. One that is hidden from them has its number too: what is neither is not repeated. */
async function numberIn({ db }: Deps, { plan, project }: JsonObject): Promise<string | undefined> {
  if (typeof plan === 'string') return (await findPlan(db, plan))?.number ?? 'absent';
  return typeof project === 'string' ? ((await findProjectNumber(db, project)) ?? 'absent') : undefined;
}
