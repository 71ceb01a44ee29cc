import { findOpenCall } from '#db/calls.ts';
import { digestOf } from '#db/files.ts';
import { insertList, listOfficial, searchList } from '#db/official-lists.ts';
import { NotAWorkbook } from '#documents/sheets/open-workbook.ts';
import { readOfficialList } from '#documents/sheets/read-list.ts';
import { may } from '#domain/access/may.ts';
import { shownName } from '#domain/files/shown-name.ts';
import type { ListKind } from '#domain/programme/edition.ts';
import type { ListFault, ReadList } from '#domain/register/list-rows.ts';
import { isDay } from '#domain/values/instant.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import { command, type Done } from './command.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import type { Session } from './session.ts';

/** Faults that are named; the rest is counted. */
const mostFaults = 200;
const page = 50;

export async function listLists(deps: Deps, asker: Session | null) {
  const session = authorise(asker, 'register.read', { kind: 'register' });
  return { lists: [...(await listOfficial(deps.db))], mayImport: may(session, 'register.import', { kind: 'register' }) };
}

export async function readList(deps: Deps, asker: Session | null, id: string, text: string, from: number) {
  authorise(asker, 'register.read', { kind: 'register' });
  const list = (await listOfficial(deps.db)).find((one) => one.id === id);
  if (list === undefined) throw new Refusal('notFound');
  const { total, rows } = await searchList(deps.db, id, text, from, page);
  return { list, total, rows: [...rows] };
}

export interface Import {
  readonly kind: ListKind;
  readonly asOf: string;
  readonly source: string;
  readonly fileName: string;
  /** Takes the good rows although others have faults. */
  readonly partly: boolean;
}

type Imported = {
  list: string | null;
  rows: number;
  faultCount: number;
  faults: { cell: string | null; column: ListFault['column']; fault: ListFault['fault']; text: string }[];
};

/** Imports an edition of an official list. With faults nothing is kept unless that was said; each is named by its cell. */
export async function importList(deps: Deps, asker: Session | null, key: string, asked: Import, bytes: Uint8Array): Promise<Imported> {
  return command(
    deps,
    { session: asker, key, act: 'register.import', says: { ...asked, digest: digestOf(bytes) } },
    {
      prepare: async () => {
        authorise(asker, 'register.import', { kind: 'register' });
        if (!isDay(asked.asOf) || asked.source.trim() === '') throw new Refusal('badRequest', { at: [isDay(asked.asOf) ? '/source' : '/asOf'] });
        return readSheet(deps, asked.kind, bytes);
      },
      within: async (tx, { rows, faults, hasArea }): Promise<Done<Imported>> => {
        const session = authorise(asker, 'register.import', { kind: 'register' });
        const says = { faultCount: faults.length, faults: faults.slice(0, mostFaults).map((fault) => ({ ...fault })) };
        const subject = asked.source.trim();
        if (rows.length === 0 || (faults.length > 0 && !asked.partly))
          return { reply: { list: null, rows: rows.length, ...says }, subject, detail: { event: 'looked', kind: asked.kind, faults: faults.length } };
        const { kind, asOf, fileName } = asked;
        const list = await insertList(
          tx,
          { kind, asOf, source: subject, fileName: shownName(fileName), digest: digestOf(bytes), hasArea, person: session.person },
          rows,
        );
        return { reply: { list, rows: rows.length, ...says }, subject, detail: { event: 'import', kind, asOf, list, rows: rows.length, left: faults.length } };
      },
    },
  );
}

async function readSheet(deps: Deps, kind: ListKind, bytes: Uint8Array): Promise<ReadList> {
  const call = await findOpenCall(deps.db);
  const edition = call === undefined ? deps.editions[0] : await pinnedEdition(deps.db, call.editionDigest);
  if (edition === undefined) throw new Refusal('unknownEdition');
  try {
    return await readOfficialList(kind, bytes, edition.listHeaders);
  } catch (error) {
    throw error instanceof NotAWorkbook ? new Refusal('notAWorkbook') : error;
  }
}
