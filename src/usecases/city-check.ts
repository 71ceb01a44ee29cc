import { appendAudit } from '#db/audit.ts';
import { changeNote, type CheckRow, findNote, insertCheck, insertNote, insertOpinion, type OpinionKind, setCheckState } from '#db/city-checks.ts';
import { now } from '#db/clock.ts';
import type { Tx } from '#db/pool.ts';
import { findProject } from '#db/projects.ts';
import type { Act } from '#domain/access/acts.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { cityStep, type HeldCheck, holdCheck, type SeenPlan } from './city-file.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import type { Session } from './session.ts';
import { titleOfBlock } from './working-document.ts';

/**
 * The check of the version in force, begun where this is the first thing that the bureau does to it: from then the zone cannot recall.
 * That it began is an entry of its own in the audit.
 */
export async function openCheck(tx: Tx, held: HeldCheck): Promise<CheckRow> {
  if (held.check !== undefined) return held.check;
  const { plan, session, n } = held;
  cityStep(held, 'new', 'open');
  const entry = { actor: session.person, organisationId: session.organisation, command: 'city.open', subject: plan.number };
  await appendAudit(tx, { ...entry, detail: { event: 'open', version: n } });
  return insertCheck(tx, plan.id, n, session.person);
}

export interface NewCityNote {
  /** form, commitment, outline or the id of one of the plan's projects. */
  readonly document: string;
  readonly block: string;
  /** Pointer inside the block; empty for the block. */
  readonly path: string;
  readonly text: string;
}

/** A note at a field, the bureau's own until it returns the plan. */
export function addNote(deps: Deps, asker: Session | null, key: string, planId: string, { text, ...at }: NewCityNote): Promise<{ id: string }> {
  return command(
    deps,
    { session: asker, key, act: 'city.note', says: { plan: planId, ...at, text } },
    atOnce(async (tx) => {
      const held = await holdCheck(tx, asker, 'city.note', { plan: planId });
      await refuseUnknownPlace(tx, held, at);
      const check = await openCheck(tx, held);
      cityStep(held, check.state, 'note');
      const id = await insertNote(tx, check.id, { ...at, body: worded(text) }, held.session.person);
      return { reply: { id }, subject: held.plan.number, detail: { event: 'note', version: held.n, note: id, ...at } };
    }),
  );
}

/** Words a note anew, or takes it back with `null`; only its writer does either. */
export function editNote(deps: Deps, asker: Session | null, key: string, planId: string, id: string, text: string | null): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'city.note', says: { plan: planId, note: id, text } },
    atOnce(async (tx) => {
      const held = await holdCheck(tx, asker, 'city.note', { plan: planId });
      const note = held.check === undefined ? undefined : await findNote(tx, held.check.id, id);
      if (held.check === undefined || note === undefined) throw new Refusal('notFound');
      if (note.byPerson !== held.session.person) throw new Refusal('notAllowed');
      cityStep(held, held.check.state, 'note');
      await changeNote(tx, id, text === null ? { removedAt: await now(tx) } : { body: worded(text) });
      return { reply: { done: true }, subject: held.plan.number, detail: { event: 'note', version: held.n, note: id, removed: text === null } };
    }),
  );
}

/** Signs the bureau's opinion under one paper, in the words of the edition. What is signed stays signed for this version. */
export function signOpinion(deps: Deps, asker: Session | null, key: string, seen: SeenPlan, kind: OpinionKind): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'city.sign', says: { ...seen, kind } },
    atOnce(async (tx) => {
      const held = await holdCheck(tx, asker, 'city.sign', seen);
      const { plan, session, n } = held;
      await openCheck(tx, held);
      const { opinions } = await pinnedEdition(tx, plan.editionDigest);
      const { statements } = opinions[kind];
      const signed = await insertOpinion(tx, { planId: plan.id, n, kind, statements, signedBy: session.person });
      if (!signed) throw new Refusal('wrongState');
      return { reply: { done: true }, subject: plan.number, detail: { event: 'sign', version: n, opinion: kind, statements: [...statements] } };
    }),
  );
}

/** 经办: the check is done and nothing stands against the version. */
export function passCheck(deps: Deps, asker: Session | null, key: string, seen: SeenPlan): Promise<{ done: true }> {
  return conclude(deps, asker, key, seen, 'city.pass');
}

/** Looks again at what was passed, while it is not recommended. */
export function reopenCheck(deps: Deps, asker: Session | null, key: string, seen: SeenPlan): Promise<{ done: true }> {
  return conclude(deps, asker, key, seen, 'city.reopen');
}

function conclude(deps: Deps, asker: Session | null, key: string, seen: SeenPlan, act: Act & ('city.pass' | 'city.reopen')): Promise<{ done: true }> {
  const event = act === 'city.pass' ? 'pass' : 'reopen';
  return command(
    deps,
    { session: asker, key, act, says: { ...seen } },
    atOnce(async (tx) => {
      const held = await holdCheck(tx, asker, act, seen);
      const check = event === 'pass' ? await openCheck(tx, held) : held.check;
      const to = cityStep(held, check?.state ?? 'new', event);
      const by = { person: held.session.person, at: await now(tx), reason: null };
      if (check !== undefined) await setCheckState(tx, check.id, to, event === 'pass' ? by : null);
      return { reply: { done: true }, subject: held.plan.number, detail: { event, version: held.n } };
    }),
  );
}

/** Refuses a place that the version does not have. */
async function refuseUnknownPlace(tx: Tx, { plan }: HeldCheck, { document, block, path }: Omit<NewCityNote, 'text'>): Promise<void> {
  const ofPlan = document === 'form' || document === 'commitment' || document === 'outline';
  if (!ofPlan && (await findProject(tx, plan.id, document))?.removedAt !== null) throw new Refusal('notFound');
  titleOfBlock({ edition: await pinnedEdition(tx, plan.editionDigest), document }, block, path);
}

function worded(text: string): string {
  const words = text.trim();
  if (words === '') throw new Refusal('badRequest');
  return words;
}
