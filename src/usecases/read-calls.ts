import { listDecisions } from '#db/call-decisions.ts';
import { listCallDocuments, listQuestions } from '#db/call-papers.ts';
import { levelsOf, listSignatures, listSigners } from '#db/call-signatures.ts';
import type { CallRow } from '#db/calls.ts';
import { countPlans, findCall, findDeadlines, findOpenCall, listCalls, listHearers } from '#db/calls.ts';
import { findEdition } from '#db/editions.ts';
import type { Db } from '#db/pool.ts';
import { acts } from '#domain/access/acts.ts';
import { may } from '#domain/access/may.ts';
import { editionChanges } from '#domain/programme/edition-changes.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import { authoriseCall } from './call-access.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

/** Every call, and the editions from which another can be opened. */
export async function listAllCalls(deps: Deps, asker: Session | null) {
  const session = authorise(asker, 'call.list', { kind: 'callFile', state: 'draft' });
  const rows = await listCalls(deps.db);
  return {
    calls: await Promise.all(rows.map(async (row) => ({ ...head(row), ...(await findDeadlines(deps.db, row.id)), ...(await countPlans(deps.db, row.id)) }))),
    editions: deps.editions.map(({ id, title, year }) => ({ id, title, year })),
    mayOpen: may(session, 'call.open', { kind: 'callFile', state: 'draft' }),
    maySetSigners: may(session, 'call.signers', { kind: 'callFile', state: 'draft' }),
    levels: levelTitles(deps),
    signers: (await listSigners(deps.db, session.organisation)).map(({ username, name, levels }) => ({ username: username ?? '', name, levels: [...levels] })),
  };
}

/** A call as the province prepares and keeps it. */
export async function readCallFile(deps: Deps, asker: Session | null, id: string) {
  const { call, session } = authoriseCall(asker, 'call.read', await findCall(deps.db, id));
  const subject = { kind: 'callFile', state: call.state } as const;
  const decisions = await listDecisions(deps.db, call.id);
  const signatures = await listSignatures(deps.db, call.id, call.draftN);
  return {
    ...head(call),
    edition: call.editionDigest,
    draft: { n: call.draftN, values: call.draft ?? {} },
    ownLevels: [...(await levelsOf(deps.db, session.person))],
    signatures: signatures.map(({ level, name, at, person }) => ({ level, name, at, own: person === session.person })),
    original: { submitBy: call.submitBy, recommendBy: call.recommendBy, paperBy: call.paperBy },
    inForce: await findDeadlines(deps.db, call.id),
    decisions: await Promise.all(
      decisions.map(async (row) => ({
        ...openDecision(row),
        values: row.values ?? null,
        personName: row.personName,
        secondName: row.secondName,
        own: row.person === session.person,
        changes: await changesOf(deps.db, row.beforeDigest, row.afterDigest),
      })),
    ),
    documents: (await listCallDocuments(deps.db, call.id)).map(shownDocument),
    questions: (await listQuestions(deps.db, call.id)).map(({ id: question, question: text, asker: name, organisation, askedAt, answer, answeredAt }) => ({
      id: question,
      question: text,
      asker: name,
      organisation,
      askedAt,
      answer,
      answeredAt,
    })),
    zones: (await listHearers(deps.db)).filter((one) => one.kind === 'zone').map(({ id: zone, name }) => ({ id: zone, name })),
    ...(await countPlans(deps.db, call.id)),
    may: acts.filter((act) => act.startsWith('call.') && may(session, act, subject)),
  };
}

/** What the public page of the open call shows beside its instants. */
export async function readCallPage(deps: Deps) {
  const call = await findOpenCall(deps.db);
  if (call === undefined) throw new Refusal('notFound');
  const decisions = (await listDecisions(deps.db, call.id)).filter((row) => row.inForceAt !== null && (row.kind === 'extend' || row.kind === 'supplement'));
  const questions = await listQuestions(deps.db, call.id);
  return {
    documents: (await listCallDocuments(deps.db, call.id)).map(shownDocument),
    notices: await Promise.all(decisions.map(async (row) => ({ ...openDecision(row), changes: await changesOf(deps.db, row.beforeDigest, row.afterDigest) }))),
    // Without the asker: what was asked is everybody's, who asked is not.
    questions: questions.flatMap(({ id, question, answer, answeredAt }) =>
      answer === null || answeredAt === null ? [] : [{ id, question, answer, answeredAt }],
    ),
  };
}

function levelTitles(deps: Deps): { key: string; title: string }[] {
  return [...new Map(deps.editions.flatMap((edition) => edition.signOff.map((level) => [level.key, { ...level }] as const))).values()];
}

function head({ id, title, year, state, published }: CallRow) {
  return { id, title, year, state, published };
}

type Decision = Awaited<ReturnType<typeof listDecisions>>[number];

function openDecision({ id, kind, zone, submitBy, recommendBy, paperBy, text, reason, at, inForceAt }: Decision) {
  return { id, kind, zone, submitBy, recommendBy, paperBy, text, reason, at, inForceAt };
}

function shownDocument({ id, name, size, addedAt }: { id: string; name: string; size: number; addedAt: string }) {
  return { id, name, size, addedAt };
}

/** What a supplement changed; nothing while it waits for its second signature. */
export async function changesOf(db: Db, before: string | null, after: string | null) {
  const [old, fresh] = await Promise.all([before === null ? undefined : findEdition(db, before), after === null ? undefined : findEdition(db, after)]);
  return old === undefined || fresh === undefined
    ? []
    : editionChanges(old, fresh).map((change) => ({ ...change, ...('rules' in change ? { rules: [...change.rules] } : {}) }));
}
