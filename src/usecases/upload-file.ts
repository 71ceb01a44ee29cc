import { attachedBytes, insertAttachment } from '#db/attachments.ts';
import { digestOf, keepFile } from '#db/files.ts';
import type { Tx } from '#db/pool.ts';
import type { GoodFile } from '#domain/files/judge-file.ts';
import { judgeFile } from '#domain/files/judge-file.ts';
import { decideFile } from '#domain/filing/lifecycle/file.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { command, type Done } from './command.ts';
import type { Deps } from './deps.ts';
import type { FilesOf } from './file-places.ts';
import { editAct, editTarget, fileLimits, isDocumentOf, isFilePlace, planLimit, refuseUnnamedFile } from './file-places.ts';
import type { FileRow } from './read-files.ts';
import { presentFile } from './read-files.ts';
import type { Session } from './session.ts';

/** Where the file goes, and the name it came with. */
export interface NewFile {
  readonly document: string;
  readonly path: string;
  readonly name: string;
}

/**
 * Attaches a file. It is judged by its content before the transaction opens, and scanned for viruses by a job after it, where a scanner
 * is configured. A place that the edition does not have is absent.
 */
export function uploadFile(deps: Deps, asker: Session | null, key: string, of: FilesOf, file: NewFile, bytes: Uint8Array): Promise<FileRow> {
  return command(
    deps,
    { session: asker, key, act: editAct(of), says: { ...of, ...file, digest: digestOf(bytes) } },
    {
      prepare: async () => {
        const target = await editTarget(deps.db, asker, of);
        if (!isDocumentOf(target, file.document) || !isFilePlace(target.edition, file.document, file.path)) throw new Refusal('notFound');
        const judged = judgeFile(bytes, file.name, fileLimits(target.edition, file.document));
        if ('fault' in judged) throw new Refusal('badFile', { ...judged });
        return judged;
      },
      within: (tx, good) => attach(deps, tx, asker, of, file, good, bytes),
    },
  );
}

async function attach(deps: Deps, tx: Tx, asker: Session | null, of: FilesOf, file: NewFile, good: GoodFile, bytes: Uint8Array): Promise<Done<FileRow>> {
  const { kind, mediaType, name, pages } = good;
  const digest = await keepFile(tx, mediaType, bytes);
  // The plan is held until the end, so that two uploads at once do not both find room for the last megabyte.
  const target = await editTarget(tx, asker, of, 'update');
  const { session, planId, edition, subject } = target;
  refuseUnnamedFile(target, file.document, file.path);
  const limit = planLimit(edition);
  const room = (await attachedBytes(tx, planId)) + bytes.length <= limit;
  const decision = decideFile('new', 'attach', { by: ['writer'], editable: true, room });
  if (!decision.done) throw new Refusal(decision.code, { fault: 'planFull', limit });
  const scan = deps.scanner === true ? 'pending' : 'unscanned';
  const place = { planId, document: file.document, path: file.path };
  const row = await insertAttachment(tx, { ...place, name, digest, mediaType, size: bytes.length, pages, uploadedBy: session.person, scan });
  if (scan === 'pending') await deps.enqueue(tx, 'file-scan', { file: row.id });
  const detail = { event: 'attach', file: row.id, document: row.document, path: row.path, digest, kind };
  return { reply: await presentFile(tx, row), subject, detail };
}
