import type { FormDef } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { isObject } from '#domain/forms/answers.ts';
import { outlineHeadings } from '#domain/programme/look-up.ts';
import type { Json } from '#domain/values/json.ts';
import { call } from '#web/api/call.ts';
import { planQuery, queryClient, type BlockState } from '#web/api/queries.ts';
import { RefusalError } from '#web/api/refusal-error.ts';
import { serverNow } from '#web/api/server-clock.ts';
import { isSaved, type AutosaveEvent, type SaveRequest } from '#web/drafts/autosave.ts';
import { browserShelf, findDrafts, forgetDraft, keepDraft, type DraftPlace } from '#web/drafts/draft-store.ts';
import { openSaver } from '#web/drafts/saver.ts';
import { otherOpenTabs } from '#web/drafts/tab.ts';
import { mayEdit, writableIn, type FormFile } from './form-file.ts';
import { places } from '#web/messages/places.ts';
import { arranged, openDocument, standingOf, type DocumentKey, type DocumentStore } from './document-store.ts';

/** A document of the plan: its definition, its pointer and its blocks as the server has them. */
export interface DocumentAt {
  readonly document: DocumentKey;
  readonly pointer: string;
  readonly form: FormDef;
  readonly blocks: FormFile['documents']['form'];
}

/** `wanted` is form, commitment, outline or a project's id; undefined where the plan has no such project. */
export function documentAt(edition: Edition, file: FormFile, wanted: DocumentKey): DocumentAt | undefined {
  if (wanted === 'form') return { document: wanted, pointer: '/form', form: edition.forms.form, blocks: file.documents.form };
  if (wanted === 'commitment') return { document: wanted, pointer: '/commitment', form: edition.commitment.form, blocks: file.documents.commitment };
  if (wanted === 'outline') return { document: wanted, pointer: '/outline', form: outlineForm(edition), blocks: file.documents.outline };
  const index = file.projects.findIndex((one) => one.id === wanted);
  const found = file.projects[index];
  return found && { document: found.id, pointer: `/projects/${index}`, form: edition.forms.proposal, blocks: found.blocks };
}

/** The narrative's sections as blocks without fields: they are saved, drafted and judged as every other block is. */
function outlineForm(edition: Edition): FormDef {
  return { key: 'outline', title: places.outline, blocks: outlineHeadings(edition).map(({ key, title }) => ({ key, title, fields: [] })) };
}

/** Documents stay open while the tab lives: leaving a page and coming back finds the same text, saved or not. */
const open = new Map<string, DocumentStore>();

export function documentOf(at: DocumentAt, file: FormFile, user: string, tab: string): DocumentStore {
  const writable = writableIn(file, at.document);
  // A mending leaves a project that it does not name as it is; elsewhere in the plan a note may have to be answered.
  const editable = mayEdit(file) && !(file.mending !== null && writable?.length === 0 && at.pointer.startsWith('/projects'));
  const mending = file.mending !== null;
  const key = JSON.stringify([user, file.id, file.edition, at.document, at.pointer, editable, writable ?? null, mending]);
  const known = open.get(key);
  if (known) {
    for (const block of at.form.blocks) known.saver(block.key).renew(standingOf(at.form, block.key, at.blocks[block.key]));
    return known;
  }
  const place = (block: string): DraftPlace => ({ user, plan: file.id, document: at.document, block, tab });
  const store = openDocument(
    { document: at.document, pointer: at.pointer, form: at.form, editable, mending, ...(writable && { writable }) },
    at.blocks,
    (block, standing, changed) =>
      openSaver(standing, {
        send: (request) => send(file, at, block, request),
        keep: ({ current, saved }) => keepDraft(browserShelf, place(block), { answers: current, base: saved.version, was: saved.answers, at: serverNow() }),
        forget: () => forgetDraft(browserShelf, place(block)),
        changed,
      }),
  );
  open.set(key, store);
  return store;
}

async function send(file: FormFile, at: DocumentAt, block: string, request: SaveRequest): Promise<AutosaveEvent> {
  try {
    const { document } = at;
    const plan = file.id;
    const save = { body: { base: request.base, answers: request.answers }, key: request.key, patience: 'none' } as const;
    const state =
      document === 'form' || document === 'commitment' || document === 'outline'
        ? await call('saveBlock', { params: { plan, document, block }, ...save })
        : await call('saveProposalBlock', { params: { project: document, block }, ...save });
    keepInMind(file, at.document, block, state);
    return { kind: 'saved', standing: state };
  } catch (error) {
    if (!(error instanceof RefusalError)) return { kind: 'lost' };
    const theirs = error.code === 'stale' ? blockIn(error.detail['block']) : undefined;
    if (!theirs) return error.code === 'busy' ? { kind: 'busy', after: error.retryAfter } : { kind: 'refused', code: error.code };
    keepInMind(file, at.document, block, theirs);
    return { kind: 'stale', theirs: standingOf(at.form, block, theirs) };
  }
}

/** The text that stands, from a stale reply. */
function blockIn(value: Json | undefined): BlockState | undefined {
  if (!isObject(value)) return undefined;
  const { answers, version, savedAt, savedBy } = value;
  if (!isObject(answers) || typeof version !== 'number') return undefined;
  return { answers, version, savedAt: typeof savedAt === 'string' ? savedAt : null, savedBy: typeof savedBy === 'string' ? savedBy : null };
}

/** Other pages read the file from the cache: it follows every save. */
function keepInMind(file: FormFile, document: DocumentKey, block: string, state: BlockState): void {
  if (file.remember) return file.remember(block, state);
  remember(file.id, document, block, state);
}

function remember(plan: string, document: DocumentKey, block: string, state: BlockState): void {
  queryClient.setQueryData(planQuery(plan).queryKey, (file) => {
    if (!file) return file;
    if (document === 'form' || document === 'commitment' || document === 'outline')
      return { ...file, documents: { ...file.documents, [document]: { ...file.documents[document], [block]: state } } };
    return { ...file, projects: file.projects.map((one) => (one.id === document ? { ...one, blocks: { ...one.blocks, [block]: state } } : one)) };
  });
  void queryClient.invalidateQueries({ queryKey: ['check', plan] });
}

/**
 * Puts back what an earlier visit could not save: each block's newest draft, unless the server has the same by now. Says which
 * blocks, and when the newest was written. Older drafts of the same block wait in the store until the newest is saved.
 */
export async function restoreDrafts(
  store: DocumentStore,
  user: string,
  plan: string,
  tab: string,
): Promise<{ readonly blocks: readonly string[]; readonly at: number } | undefined> {
  if (!store.editable) return undefined;
  const drafts = await findDrafts(browserShelf, { user, plan, document: store.document }, await otherOpenTabs());
  const blocks: string[] = [];
  let at = 0;
  for (const { place, draft } of drafts) {
    const block = store.form.blocks.find((one) => one.key === place.block);
    if (!block || blocks.includes(block.key)) continue;
    const saver = store.saver(block.key);
    const before = saver.state();
    if (before.inFlight || before.current !== before.saved.answers) continue;
    saver.restore({ answers: draft.answers, base: draft.base, was: arranged(block.fields, draft.was) });
    await saver.keepNow();
    if (place.tab !== tab && !saver.atRisk()) await forgetDraft(browserShelf, place);
    if (isSaved(saver.state())) continue;
    blocks.push(block.key);
    at = Math.max(at, draft.at);
  }
  return blocks.length > 0 ? { blocks: store.form.blocks.filter((one) => blocks.includes(one.key)).map((one) => one.title), at } : undefined;
}

/** True while a document holds text that is neither on the server nor kept on this computer. */
export function anythingAtRisk(): boolean {
  return [...open.values()].some((store) => store.atRisk());
}

export function keepEverything(): void {
  for (const store of open.values()) store.keepAll();
}

export function flushEverything(): void {
  for (const store of open.values()) store.flushAll();
}
