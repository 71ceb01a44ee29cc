import { insertSignature, levelsOf, listSignatures, listSigners, setLevels } from '#db/call-signatures.ts';
import type { CallRow } from '#db/calls.ts';
import { insertCall, listHearers, setDraft, updateCall } from '#db/calls.ts';
import { now } from '#db/clock.ts';
import { keepEdition } from '#db/editions.ts';
import { nextNumber } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { takeOverZones } from '#db/zone-register.ts';
import type { CallValues } from '#domain/programme/call-values.ts';
import { areInOrder, instantsOf, valueFaults, withCallValues } from '#domain/programme/call-values.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import { decided, holdCall } from './call-access.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import { tellOrganisation } from './notify.ts';
import type { Session } from './session.ts';

/** Begins a call from one of this server's editions; nothing of it is public before it is published. */
export async function openCall(deps: Deps, asker: Session | null, key: string, editionId: string): Promise<{ id: string }> {
  return command(
    deps,
    { session: asker, key, act: 'call.open', says: { edition: editionId } },
    atOnce(async (tx) => {
      authorise(asker, 'call.open', { kind: 'callFile', state: 'draft' });
      const edition = deps.editions.find((one) => one.id === editionId);
      if (edition === undefined) throw new Refusal('unknownEdition');
      const state = decided('new', 'open', { inOrder: true, persons: 1 });
      const editionDigest = await keepEdition(tx, edition);
      const id = await nextNumber(tx, edition.id, 1);
      await insertCall(tx, { id, title: edition.title, year: edition.year, editionDigest, state, draft: '{}', ...edition.instants });
      return { reply: { id }, subject: id, detail: { event: 'open', edition: editionDigest } };
    }),
  );
}

/** Saves the whole draft; `base` is the text that it was written on. */
export async function saveCallDraft(deps: Deps, asker: Session | null, key: string, id: string, base: number, values: CallValues): Promise<{ n: number }> {
  return command(
    deps,
    { session: asker, key, act: 'call.edit', says: { call: id, base, values: jsonOf(values) } },
    atOnce(async (tx) => {
      const { call } = await holdCall(tx, asker, 'call.edit', id);
      if (call.draftN !== base) throw new Refusal('stale', { n: call.draftN });
      const edition = await pinnedEdition(tx, call.editionDigest);
      const faults = valueFaults(edition, values);
      if (faults.length > 0) throw new Refusal('badRequest', { at: faults });
      decided(call.state, 'edit', { inOrder: areInOrder(instantsOf(edition, values)), persons: 1 });
      await setDraft(tx, call.id, values);
      return { reply: { n: base + 1 }, subject: call.id, detail: { event: 'edit', n: base + 1 } };
    }),
  );
}

/** Signs this text of the draft at a level that is the person's, after the levels before it, as another person than they. */
export async function signCall(deps: Deps, asker: Session | null, key: string, id: string, n: number, level: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'call.sign', says: { call: id, n, level } },
    atOnce(async (tx) => {
      const { call, session } = await holdCall(tx, asker, 'call.sign', id);
      if (call.draftN !== n) throw new Refusal('stale', { n: call.draftN });
      const edition = await pinnedEdition(tx, call.editionDigest);
      const signed = await listSignatures(tx, call.id, call.draftN);
      const next = edition.signOff.find((one) => !signed.some((signature) => signature.level === one.key));
      decided(call.state, 'sign', {
        inOrder: areInOrder(instantsOf(edition, call.draft ?? {})),
        persons: 1,
        ownLevel: (await levelsOf(tx, session.person)).includes(level),
        nextLevel: next?.key === level,
        fresh: !signed.some((signature) => signature.person === session.person),
      });
      await insertSignature(tx, { callId: call.id, draftN: n, level, person: session.person });
      return { reply: { done: true }, subject: call.id, detail: { event: 'sign', level, n } };
    }),
  );
}

/** Publishes: freezes the edition with the draft's values, and tells zones, bureaus and the intake centre. */
export async function publishCall(deps: Deps, asker: Session | null, key: string, id: string, n: number): Promise<{ edition: string }> {
  return command(
    deps,
    { session: asker, key, act: 'call.publish', says: { call: id, n } },
    atOnce(async (tx) => {
      const { call, session } = await holdCall(tx, asker, 'call.publish', id);
      if (call.draftN !== n) throw new Refusal('stale', { n: call.draftN });
      const base = await pinnedEdition(tx, call.editionDigest);
      const signed = await listSignatures(tx, call.id, call.draftN);
      const published = await now(tx);
      const edition = withCallValues(base, call.draft ?? {}, published);
      const state = decided(call.state, 'publish', {
        inOrder: areInOrder(edition.instants) && Date.parse(published) < Date.parse(edition.instants.submitBy),
        persons: new Set([...signed.map((signature) => signature.person), session.person]).size,
        signedOff: base.signOff.every((level) => signed.some((signature) => signature.level === level.key)),
      });
      const digest = await freeze(tx, call, edition);
      await updateCall(tx, call.id, { state, published });
      await takeOverZones(tx, edition.zones);
      for (const { id: organisation } of await listHearers(tx))
        await tellOrganisation(tx, organisation, { kind: 'call.published', params: { title: edition.title }, link: '/' });
      return {
        reply: { edition: digest },
        subject: call.id,
        detail: { event: 'publish', edition: digest, signed: signed.map(({ level, person }) => ({ level, person })) },
      };
    }),
  );
}

async function freeze(tx: Tx, call: CallRow, edition: Edition): Promise<string> {
  const editionDigest = await keepEdition(tx, edition);
  const { submitBy, recommendBy, paperBy } = edition.instants;
  await updateCall(tx, call.id, { title: edition.title, editionDigest, submitBy, recommendBy, paperBy });
  return editionDigest;
}

/** Says at which levels a colleague signs. */
export async function setCallSigner(deps: Deps, asker: Session | null, key: string, person: string, levels: readonly string[]): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'call.signers', says: { person, levels: [...levels] } },
    atOnce(async (tx) => {
      const session = authorise(asker, 'call.signers', { kind: 'callFile', state: 'draft' });
      const colleague = (await listSigners(tx, session.organisation)).find((one) => one.username === person);
      if (colleague === undefined) throw new Refusal('notFound');
      await setLevels(tx, colleague.person, [...new Set(levels)]);
      return { reply: { done: true }, subject: person, detail: { event: 'signer', levels: [...levels] } };
    }),
  );
}

/** Values as the idempotency key remembers them. */
export function jsonOf(values: CallValues): JsonObject {
  return JSON.parse(JSON.stringify(values)) as JsonObject;
}
