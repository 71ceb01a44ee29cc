import { randomUUID } from 'node:crypto';
import { findOpenCall } from '#db/calls.ts';
import { findRegistered, insertState, listRegister, listZoneStates, lockRegister, takeOverZones } from '#db/zone-register.ts';
import { may } from '#domain/access/may.ts';
import type { Edition, ZoneRow } from '#domain/programme/edition.ts';
import { isDay } from '#domain/values/instant.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import type { Session } from './session.ts';

export interface ZoneEntry {
  readonly content: ZoneRow;
  /** Days. */
  readonly since: string | null;
  readonly until: string | null;
  readonly reason: string;
}

/** The register as it stands; codes are of the edition of the open call, or of the newest one here. */
export async function readRegister(deps: Deps, asker: Session | null) {
  const session = authorise(asker, 'register.read', { kind: 'register' });
  const call = await findOpenCall(deps.db);
  const edition = call === undefined ? undefined : await pinnedEdition(deps.db, call.editionDigest);
  return {
    zones: (await listRegister(deps.db)).map((row) => ({ ...row, content: shown(row.content) })),
    edition: call?.editionDigest ?? null,
    levels: levelsOf(edition ?? deps.editions[0]),
    mayEdit: may(session, 'register.edit', { kind: 'register' }),
  };
}

export async function readZoneHistory(deps: Deps, asker: Session | null, zone: string) {
  authorise(asker, 'register.read', { kind: 'register' });
  return (await listZoneStates(deps.db, zone)).map((row) => ({ ...row, content: shown(row.content) }));
}

/** Adds a zone, or writes its next state: a new name, level, industries; what stood before stays readable. */
export async function saveZone(
  deps: Deps,
  asker: Session | null,
  key: string,
  zone: string | null,
  base: number,
  entry: ZoneEntry,
): Promise<{ zone: string; n: number }> {
  return command(
    deps,
    { session: asker, key, act: 'register.edit', says: { zone, base, entry: JSON.parse(JSON.stringify(entry)) as JsonObject } },
    atOnce(async (tx) => {
      const session = authorise(asker, 'register.edit', { kind: 'register' });
      const call = await findOpenCall(tx);
      const edition = call === undefined ? deps.editions[0] : await pinnedEdition(tx, call.editionDigest);
      const faults = entryFaults(edition, entry);
      if (faults.length > 0) throw new Refusal('badRequest', { at: faults });
      await lockRegister(tx);
      const [standing] = zone === null ? [] : await listZoneStates(tx, zone);
      if (zone !== null && standing === undefined) throw new Refusal('notFound');
      if ((standing?.n ?? 0) !== base) throw new Refusal('stale', { n: standing?.n ?? 0 });
      const named = await findRegistered(tx, entry.content.name);
      if (named !== undefined && named.zone !== zone) throw new Refusal('taken', { at: 'name' });
      const id = zone ?? randomUUID();
      const n = base + 1;
      await insertState(tx, { zone: id, n, ...entry, person: session.person });
      return { reply: { zone: id, n }, subject: entry.content.name, detail: { event: base === 0 ? 'add' : 'change', zone: id, n, reason: entry.reason } };
    }),
  );
}

/** Takes over an edition's list where the register has not got its zones yet. */
export async function fillRegister(deps: Deps, asker: Session | null, key: string): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'register.edit', says: { fill: true } },
    atOnce(async (tx) => {
      authorise(asker, 'register.edit', { kind: 'register' });
      const call = await findOpenCall(tx);
      const edition = call === undefined ? deps.editions[0] : await pinnedEdition(tx, call.editionDigest);
      if (edition === undefined) throw new Refusal('unknownEdition');
      await takeOverZones(tx, edition.zones);
      return { reply: { done: true }, subject: edition.id, detail: { event: 'fill' } };
    }),
  );
}

function entryFaults(edition: Edition | undefined, { content, since, until, reason }: ZoneEntry): readonly string[] {
  const codes = new Set((edition?.codeLists['strategicIndustries'] ?? []).map((item) => item.code));
  const divisions = new Set((edition?.codeLists['divisions'] ?? []).map((item) => item.code));
  const faults: string[] = [];
  if (content.name.trim() === '') faults.push('/name');
  if (!levelsOf(edition).includes(content.level)) faults.push('/level');
  if (!divisions.has(content.cityCode)) faults.push('/cityCode');
  if (content.countyCode !== undefined && !divisions.has(content.countyCode)) faults.push('/countyCode');
  if (content.industries.some((code) => !codes.has(code))) faults.push('/industries');
  if (content.source.trim() === '') faults.push('/source');
  if (since !== null && !isDay(since)) faults.push('/since');
  if (until !== null && (!isDay(until) || (since !== null && until < since))) faults.push('/until');
  if (reason.trim() === '') faults.push('/reason');
  return faults;
}

/** The levels that zones have: those of the edition's list, in its order. */
function levelsOf(edition: Edition | undefined): string[] {
  return [...new Set((edition?.zones ?? []).map((zone) => zone.level))];
}

function shown(content: ZoneRow) {
  return { ...content, industries: [...content.industries] };
}
