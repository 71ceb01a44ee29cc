import { check } from '#domain/filing/check.ts';
import type { Facts, PlanContent } from '#domain/filing/plan.ts';
import { isEmpty } from '#domain/forms/answers.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import { isWithin, valueAt } from '#domain/values/pointer.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { formProgress, missingTest, type BlockProgress } from '#domain/filing/progress.ts';
import type { DocumentStore } from './document-store.ts';

/** What the check says about one document, and how much of it is shown by now. */
export interface Review {
  /** Problems to show at a place, in the check's order; the same array while nothing changes there. */
  readonly at: (pointer: string) => readonly Problem[];
  /** Problems to show at a place or anywhere below it. */
  readonly within: (pointer: string) => readonly Problem[];
  /** Whether a must is broken at a place, or in a cross-check that read it: only that is drawn in red. */
  readonly touches: (pointer: string) => boolean;
  readonly progress: () => readonly BlockProgress[];
  /** Everything that still asks something of the filer, shown or not. */
  readonly open: () => readonly Problem[];
  /** Every problem of the whole plan. */
  readonly all: () => readonly Problem[];
  /** The field was left: what is wrong with it shows now. */
  readonly leave: (pointer: string) => void;
  /** The block was left: fields that are still empty show too. */
  readonly leaveBlock: (pointer: string) => void;
  /** Shows all of a block, or of the document. */
  readonly reveal: (pointer: string) => void;
  /** Sentences that came to be shown by the last leaving, to be read out once. */
  readonly announced: () => string;
  readonly subscribe: (listener: () => void) => () => void;
  /** Follows the edits until the returned function is called. */
  readonly start: () => () => void;
  /** Judges anew: a project came or went, a draft was put back. */
  readonly refresh: () => void;
}

interface Snapshot {
  readonly all: readonly Problem[];
  readonly shown: readonly Problem[];
  readonly progress: readonly BlockProgress[];
  readonly announced: string;
}

/** Milliseconds of quiet after a change before the check runs: never between a key and its letter. */
const quiet = 250;

export function openReview(
  edition: Edition,
  store: DocumentStore,
  content: () => PlanContent,
  facts: () => Facts,
  judge: (plan: PlanContent) => readonly Problem[] = (plan) => check(edition, plan, 'submit', facts()),
): Review {
  const listeners = new Set<() => void>();
  const left = new Set<string>();
  // Blocks of an earlier visit were left then: what is wrong in them, save for what is merely empty, shows from the start.
  const begun = store.form.blocks.filter((block) => store.state(block.key).saved.version > 0).map((block) => `${store.pointer}/${block.key}`);
  const isMissing = missingTest(edition);
  let typing: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let snapshot: Snapshot = { all: [], shown: [], progress: [], announced: '' };
  let lists = new Map<string, readonly Problem[]>();
  let judged: Json = null;

  function run(announce = false): void {
    clearTimeout(timer);
    const plan = content();
    judged = { form: plan.form, outline: plan.outline, commitment: plan.commitment, projects: plan.projects };
    show(judge(plan), announce);
  }

  function show(all: readonly Problem[], announce: boolean): void {
    const own = all.filter(isOwn);
    const shown = own.filter(isShown);
    const progress = formProgress(
      edition,
      store.form,
      store.pointer,
      answers(),
      own.filter((problem) => isMissing(problem) || shown.includes(problem)),
    );
    const before = new Set(snapshot.shown.map(identity));
    const fresh = shown.filter((problem) => !isSettled(problem) && !before.has(identity(problem)));
    snapshot = { all, shown, progress, announced: announce ? fresh.map((problem) => problem.message).join(' ') : snapshot.announced };
    lists = new Map();
    for (const listener of listeners) listener();
  }

  /** How many projects there are is a matter of the form's block that lists them. */
  function isOwn(problem: Problem): boolean {
    return isWithin(problem.path, store.pointer) || (store.document === 'form' && problem.path === projects);
  }

  function isShown(problem: Problem): boolean {
    if (typing !== undefined && (problem.path === typing || problem.also?.includes(typing) || isWithin(problem.path, typing))) return false;
    if (!isEmpty(valueAt(judged, problem.path))) return true;
    if (!isMissing(problem) && begun.some((pointer) => isWithin(problem.path, pointer))) return true;
    return [...left].some((pointer) => isWithin(problem.path, pointer)) || problem.severity === 'flag' || problem.severity === 'human';
  }

  /** Buttons and tables are judged as they change; a text only once it is left. */
  function isTypedInto(pointer: string): boolean {
    const [block, key] = pointer.slice(store.pointer.length + 1).split('/');
    const kind = store.form.blocks.find((one) => one.key === block)?.fields.find((field) => field.key === key)?.kind;
    return kind === 'text' || kind === 'count' || kind === 'percent' || kind === 'money';
  }

  function answers(): Record<string, ReturnType<DocumentStore['answers']>> {
    return Object.fromEntries(store.form.blocks.map((block) => [block.key, store.answers(block.key)]));
  }

  function onEdit(pointer: string): void {
    const again = typing === pointer;
    typing = isTypedInto(pointer) ? pointer : undefined;
    clearTimeout(timer);
    timer = setTimeout(() => run(), quiet);
    if (!again && snapshot.shown.some((problem) => !isShown(problem))) show(snapshot.all, false);
  }

  const list = (key: string, find: () => readonly Problem[]): readonly Problem[] => {
    const known = lists.get(key);
    if (known) return known;
    const found = find();
    const kept = found.length === 0 ? none : found;
    lists.set(key, kept);
    return kept;
  };
  return {
    at: (pointer) => list(`at ${pointer}`, () => snapshot.shown.filter((problem) => problem.path === pointer)),
    within: (pointer) => list(`in ${pointer}`, () => snapshot.shown.filter((problem) => isWithin(problem.path, pointer))),
    touches: (pointer) =>
      snapshot.shown.some((problem) => problem.severity === 'must' && (problem.path === pointer || problem.also?.includes(pointer) === true)),
    progress: () => snapshot.progress,
    open: () => list('open', () => snapshot.all.filter((problem) => !isSettled(problem) && isOwn(problem))),
    all: () => snapshot.all,
    leave: (pointer) => {
      typing = undefined;
      left.add(pointer);
      clearTimeout(timer);
      timer = setTimeout(() => run(true), 0);
    },
    leaveBlock: (pointer) => {
      if (left.has(pointer)) return;
      left.add(pointer);
      show(snapshot.all, false);
    },
    reveal: (pointer) => {
      left.add(pointer);
      show(snapshot.all, false);
    },
    announced: () => snapshot.announced,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      const stop = store.onEdit(onEdit);
      run();
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
    refresh: () => run(),
  };
}

const none: readonly Problem[] = [];
const projects = '/projects';

function identity(problem: Problem): string {
  return `${problem.rule} ${problem.path} ${problem.message}`;
}
