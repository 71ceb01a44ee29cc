import { attachedBytes, findAttachment, renameAttachment, setAttachmentRemoved, type AttachmentRow } from '#db/attachments.ts';
import { now } from '#db/clock.ts';
import type { Tx } from '#db/pool.ts';
import { kindOfMediaType } from '#domain/files/file-type.ts';
import { namedAs, shownName } from '#domain/files/shown-name.ts';
import { decideFile, type FileEvent, type FileState } from '#domain/filing/lifecycle/file.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import type { FilesOf, FileTarget } from './file-places.ts';
import { editAct, editTarget, isDocumentOf, planLimit, refuseUnnamedFile } from './file-places.ts';
import type { FileRow } from './read-files.ts';
import { presentFile } from './read-files.ts';
import type { Session } from './session.ts';

/** Changes the name under which a file is shown; it keeps the ending that its content has. */
export function renameFile(deps: Deps, asker: Session | null, key: string, of: FilesOf, file: string, name: string): Promise<FileRow> {
  return command(
    deps,
    { session: asker, key, act: editAct(of), says: { ...of, file, name } },
    atOnce(async (tx) => {
      const { row, target } = await decided(tx, asker, of, file, 'rename');
      const kind = kindOfMediaType(row.mediaType ?? '');
      const shown = kind === undefined ? shownName(name) : namedAs(shownName(name), kind);
      await renameAttachment(tx, row.id, shown);
      return { reply: await presentFile(tx, { ...row, name: shown }), subject: target.subject, detail: { event: 'rename', file } };
    }),
  );
}

/** Takes a file out; its bytes stay, so that it can be put back. */
export function removeFile(deps: Deps, asker: Session | null, key: string, of: FilesOf, file: string): Promise<{ done: true }> {
  return setRemoved(deps, asker, key, of, file, 'remove');
}

/** Puts a file back that was taken out. */
export function restoreFile(deps: Deps, asker: Session | null, key: string, of: FilesOf, file: string): Promise<{ done: true }> {
  return setRemoved(deps, asker, key, of, file, 'restore');
}

function setRemoved(deps: Deps, asker: Session | null, key: string, of: FilesOf, file: string, event: 'remove' | 'restore'): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: editAct(of), says: { ...of, file, event } },
    atOnce(async (tx) => {
      const { row, target } = await decided(tx, asker, of, file, event);
      await setAttachmentRemoved(tx, row.id, event === 'remove' ? await now(tx) : null);
      return { reply: { done: true }, subject: target.subject, detail: { event, file, document: row.document, path: row.path } };
    }),
  );
}

/** The file, held, where this person may do this to it now; another document's file is absent. */
async function decided(tx: Tx, asker: Session | null, of: FilesOf, file: string, event: FileEvent): Promise<{ row: AttachmentRow; target: FileTarget }> {
  const target = await editTarget(tx, asker, of, 'update');
  const row = await findAttachment(tx, file, true);
  if (row === undefined || row.planId !== target.planId || !isDocumentOf(target, row.document)) throw new Refusal('notFound');
  refuseUnnamedFile(target, row.document, row.path);
  if (target.onlyOwn && row.uploadedBy !== target.session.person) throw new Refusal('notAllowed');
  const limit = planLimit(target.edition);
  const room = event !== 'restore' || (await attachedBytes(tx, target.planId)) + (row.size ?? 0) <= limit;
  const decision = decideFile(stateOf(row), event, { by: ['writer'], editable: true, room });
  if (!decision.done) throw new Refusal(decision.code, decision.code === 'badFile' ? { fault: 'planFull', limit } : {});
  return { row, target };
}

function stateOf(row: AttachmentRow): FileState {
  if (row.removedAt !== null) return 'removed';
  return row.scan === 'refused' ? 'refused' : 'kept';
}
