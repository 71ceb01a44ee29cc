import {
  findThread,
  insertEntry,
  insertThread,
  listThreads,
  setThreadState,
  writersOf,
  type CommentPlace,
  type ThreadFilter,
  type Writer,
} from '#db/comments.ts';
import { peopleOf } from '#db/messages.ts';
import type { Tx } from '#db/pool.ts';
import type { MessageKind } from '#domain/messages/kinds.ts';
import { decideThread, type ThreadEvent } from '#domain/filing/lifecycle/thread.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { tellPeople } from './notify.ts';
import type { Session } from './session.ts';
import type { DocumentName, WorkingDocument } from './working-document.ts';
import { linkTo, titleOfBlock, workingDocument } from './working-document.ts';

const pageSize = 50;

/** Threads of a document that this person sees, newest first; `next` is the key of the page after. */
export async function readThreads(deps: Deps, asker: Session | null, at: DocumentName, filter: ThreadFilter) {
  const found = await workingDocument(deps.db, asker, 'talk.read', at);
  const rows = await listThreads(deps.db, found, found.session.organisation, filter, pageSize + 1);
  const shown = rows.slice(0, pageSize).map(({ entries, ...thread }) => ({ ...thread, entries: [...entries] }));
  return { threads: shown, next: rows.length > pageSize ? (shown.at(-1)?.seq ?? null) : null };
}

export interface NewComment {
  readonly block: string;
  readonly path: string;
  readonly text: string;
  /** 内部: only the writer's own organisation sees the thread. */
  readonly internal: boolean;
}

/** Opens a thread; whoever works on the document on either side hears of it, of an internal one only the writer's colleagues. */
export function addComment(deps: Deps, asker: Session | null, key: string, at: DocumentName, comment: NewComment): Promise<{ id: string }> {
  const { block, path, text, internal } = comment;
  return command(
    deps,
    { session: asker, key, act: 'talk.write', says: { ...at, event: 'add', block, path, text, internal } },
    atOnce(async (tx) => {
      const found = await workingDocument(tx, asker, 'talk.write', at, 'share');
      const place = titleOfBlock(found, block, path);
      const { session, planId, document, number: subject } = found;
      const id = await addThread(tx, { planId, document, block, path }, session, text, internal);
      const organisations = internal ? [session.organisation] : [session.organisation, found.ownerId, found.zoneId];
      for (const organisation of new Set(organisations)) await tell(tx, found, organisation, 'comment.added', place, await peopleOf(tx, organisation, 'write'));
      return { reply: { id }, subject, detail: { event: 'add', thread: id, document, block, path } };
    }),
  );
}

/** Opens a thread within another command, such as returning a proposal with remarks on fields. Tells nobody: the command does. Answers its id. */
export async function addThread(tx: Tx, at: CommentPlace, by: Writer, text: string, internal = false): Promise<string> {
  const decision = decideThread('new', 'add', { by: ['reader'], text });
  if (!decision.done) throw new Refusal(decision.code);
  return insertThread(tx, at, by, text.trim(), internal ? by.organisation : null);
}

/** Answers in a thread, settles it or opens it again. */
export function changeThread(
  deps: Deps,
  asker: Session | null,
  key: string,
  at: DocumentName,
  id: string,
  event: Exclude<ThreadEvent, 'add'>,
  text = '',
): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'talk.write', says: { ...at, event, thread: id, text } },
    atOnce(async (tx) => {
      const found = await workingDocument(tx, asker, 'talk.write', at, 'share');
      const { session, document, number: subject } = found;
      const thread = await findThread(tx, found, id, session.organisation);
      if (thread === undefined) throw new Refusal('notFound');
      const decision = decideThread(thread.state, event, { by: ['reader'], text });
      if (!decision.done) throw new Refusal(decision.code);
      if (decision.to !== thread.state) await setThreadState(tx, id, decision.to);
      await insertEntry(tx, id, event, session, text.trim());
      if (event === 'answer') await tellWriters(tx, found, id, titleOfBlock(found, thread.block));
      return { reply: { done: true }, subject, detail: { event, thread: id, document, block: thread.block } };
    }),
  );
}

/** Everybody who wrote in the thread hears of an answer, each with the address that their side has. */
async function tellWriters(tx: Tx, found: WorkingDocument, thread: string, place: string): Promise<void> {
  const writers = new Set(await writersOf(tx, thread));
  for (const organisation of new Set([found.session.organisation, found.ownerId, found.zoneId])) {
    const people = (await peopleOf(tx, organisation)).filter((person) => writers.delete(person));
    await tell(tx, found, organisation, 'comment.answered', place, people);
  }
}

async function tell(tx: Tx, found: WorkingDocument, organisation: string, kind: MessageKind, place: string, people: readonly string[]): Promise<void> {
  const { session } = found;
  const others = people.filter((person) => person !== session.person);
  await tellPeople(tx, others, { kind, link: linkTo(found, organisation), params: { person: session.name, place } });
}
