import { currentVersion, findVersion, latestVersion, type VersionHead } from '#db/versions.ts';
import { findDeadlines } from '#db/calls.ts';
import { findIntake, findStanding } from '#db/intakes.ts';
import { findOrganisation } from '#db/organisations.ts';
import { findLetterOfVersion } from '#db/letters.ts';
import { currentMending } from '#db/mendings.ts';
import { insertLookup, searchPlans } from '#db/paper-desk.ts';
import { findPlanNumbered, type PlanRow } from '#db/plans.ts';
import type { Db } from '#db/pool.ts';
import type { PaperKind } from '#domain/filing/intake.ts';
import { parsePageCode, parseVerifyCode, speaksOf, typedCode } from '#domain/filing/verify-code.ts';
import { answerTo, blockOf } from '#domain/forms/answers.ts';
import { deskText, planNumberIn } from '#domain/intake/desk-text.ts';
import { authorise } from './authorise.ts';
import { atOnce, command, type Done } from './command.ts';
import type { Deps } from './deps.ts';
import { arrivalOf } from './arrival.ts';
import { clusterAt } from './intake-file.ts';
import type { Session } from './session.ts';

export type DeskStatus = 'valid' | 'superseded' | 'unknown' | 'notRecommended';

/** What the desk says of one code at once. A type: a command's reply is JSON. */
export type DeskAnswer = {
  readonly status: DeskStatus;
  /** As it is shown: what was read, without what an input method made of it. Empty where no paper was read but a name typed. */
  readonly code: string;
  readonly at: string;
  readonly paper: PaperKind | null;
  readonly page: number | null;
  readonly pages: number | null;
  /** The plan and the version that the paper is of; null where there is none. */
  readonly plan: { readonly id: string; readonly number: string; readonly zone: string; readonly cluster: string } | null;
  readonly version: { readonly n: number; readonly filedAt: string; readonly digest: string } | null;
  /** The version in force. */
  readonly current: { readonly n: number; readonly filedAt: string } | null;
  readonly recommendedAt: string | null;
  /** Of its intake; null where none was begun. */
  readonly state: 'awaitingPaper' | 'checking' | 'mending' | 'admitted' | 'refused' | null;
  /** Instant by which its paper is due, and whether that is past. */
  readonly deadline: string | null;
  readonly late: boolean;
};

/** A code's answer, or the files that a number or words of a zone's name lead to; one file alone comes with what is filed of it. */
export type DeskReply = { readonly answer: DeskAnswer | null; readonly found: readonly DeskFound[] };

type DeskFound = { readonly planId: string; readonly plan: string; readonly zone: string };

/** Looks up what was scanned or typed at the desk; a code, known or not, is noted among the person's scans. */
export function lookUp(deps: Deps, asker: Session | null, key: string, text: string, elapsed: () => number): Promise<DeskReply> {
  return command(
    deps,
    { session: asker, key, act: 'desk.look', says: { text } },
    atOnce(async (tx): Promise<Done<DeskReply>> => {
      const session = authorise(asker, 'desk.look', { kind: 'call' });
      const at = await arrivalOf(tx, elapsed);
      const plain = deskText(text);
      if (parseVerifyCode(plain) === undefined) {
        const found = plain === '' ? [] : await searchPlans(tx, plain, planNumberIn(plain));
        if (found.length > 0)
          return { reply: { answer: await answerFound(tx, found, at), found }, subject: session.organisationName, detail: { event: 'search' } };
      }
      const answer = await answerCode(tx, plain, at);
      await note(tx, session, answer);
      return { reply: { answer, found: [] }, subject: answer.plan?.number ?? session.organisationName, detail: { event: 'look', status: answer.status } };
    }),
  );
}

/** Characters that are kept of a code, which may be anything that a scanner reads. */
export const mostKept = 400;

/** Notes a scan among the person's own. */
export async function note(tx: Parameters<typeof insertLookup>[0], session: Session, answer: DeskAnswer): Promise<void> {
  const { code, status, plan, version, paper, page } = answer;
  const row = { code: code.slice(0, mostKept), status, planId: plan?.id ?? null, planVersion: version?.n ?? null, paper, page, clerk: session.person };
  await insertLookup(tx, row);
}

/** What a code is, as of an instant. The digest of the code must be the version's own: a forged one is unknown. */
export async function answerCode(db: Db, plain: string, at: string): Promise<DeskAnswer> {
  const code = parseVerifyCode(plain);
  const page = parsePageCode(plain);
  const plan = code && (await findPlanNumbered(db, code.number));
  const version = plan && code && (await findVersion(db, plan.id, code.version));
  const letter = version && page?.paper === 'letter' ? await findLetterOfVersion(db, version.planId, version.n) : undefined;
  const read = { code: plain, at, paper: page?.paper ?? null, page: page?.page ?? null, pages: page?.pages ?? null };
  if (plan === undefined || version === undefined || code === undefined || !speaksOf(code, version.contentDigest))
    return { ...read, status: 'unknown', plan: null, version: null, current: null, recommendedAt: null, state: null, deadline: null, late: false };
  const newest = await latestVersion(db, plan.id);
  const inForce = currentVersion(plan, newest);
  const standing = await findStanding(db, plan.id);
  const zone = await findOrganisation(db, plan.zoneId);
  const cluster = answerTo(blockOf(version.content.form, clusterAt[0]), clusterAt[1]);
  const deadline = await paperDeadline(db, plan);
  const state = (await findIntake(db, plan.id))?.state ?? null;
  const { n, filedAt, contentDigest } = version;
  // A letter that still holds for a mended version carries the code of the version that it was issued for.
  const holds = letter === undefined ? inForce === n : inForce !== null && letter.live;
  return {
    ...read,
    status: standing === undefined ? 'notRecommended' : holds ? 'valid' : 'superseded',
    // What a plan says is the centre's to read only once it is recommended; its zone stands on the paper.
    plan: { id: plan.id, number: plan.number, zone: zone?.name ?? '', cluster: standing !== undefined && typeof cluster === 'string' ? cluster : '' },
    version: { n, filedAt, digest: contentDigest },
    current: currentOf(newest, inForce),
    recommendedAt: standing?.madeAt ?? null,
    state: standing === undefined ? null : state,
    deadline,
    late: Date.parse(at) >= Date.parse(deadline),
  };
}

/** How the file stands that words alone led to. No paper was read: nothing is said of one, and none can be taken by this. */
async function answerFound(db: Db, [only, ...others]: readonly DeskFound[], at: string): Promise<DeskAnswer | null> {
  const newest = only === undefined || others.length > 0 ? undefined : await latestVersion(db, only.planId);
  if (only === undefined || newest === undefined) return null;
  return { ...(await answerCode(db, typedCode(only.plan, newest.n, newest.contentDigest), at)), code: '' };
}

function currentOf(newest: VersionHead | undefined, inForce: number | null): DeskAnswer['current'] {
  return newest === undefined || inForce === null ? null : { n: newest.n, filedAt: newest.filedAt };
}

/** Instant by which paper of this plan is due: the newest mending's own, else the call's for its zone. */
export async function paperDeadline(db: Db, plan: Pick<PlanRow, 'id' | 'callId' | 'zoneId'>): Promise<string> {
  const mending = await currentMending(db, plan.id);
  return mending?.deadline ?? (await findDeadlines(db, plan.callId, plan.zoneId)).paperBy;
}
