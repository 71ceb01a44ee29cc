import { isObject, rowsOf } from '#domain/forms/answers.ts';
import type { BlockAnswers, FieldDef, FormDef } from '#domain/forms/definition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import type { Note } from '#domain/values/problem.ts';
import type { BlockState, PlanFile } from '#web/api/queries.ts';
import type { Autosave, Standing } from '#web/drafts/autosave.ts';
import type { Saver } from '#web/drafts/saver.ts';
import { bySegment, segmentsOf } from '#web/fields/grid/rows.ts';

/** `form`, `commitment`, `outline`, or a project's id. */
export type DocumentKey = string;

/** The answers of one document while it is edited, each block with its own saver. Screens read it through useStore. */
export interface DocumentStore {
  readonly document: DocumentKey;
  /** Pointer of the document in the plan: `/form`, `/projects/3`. */
  readonly pointer: string;
  readonly form: FormDef;
  readonly editable: boolean;
  /** Whether this person may write in the block: of a proposal, a partner writes only its own parts. */
  readonly writes: (block: string) => boolean;
  /** Whether they may answer what is asked about the block: also beside the parts that a mending names. */
  readonly notes: (block: string) => boolean;
  readonly saver: (block: string) => Saver;
  readonly state: (block: string) => Autosave;
  readonly answers: (block: string) => BlockAnswers;
  readonly value: (block: string, field: string) => Json;
  readonly edit: (block: string, field: string, value: Json) => void;
  /** Puts whole answers in place of a block's: a section of the narrative. */
  readonly write: (block: string, answers: BlockAnswers) => void;
  readonly note: (block: string, key: string, note: Note) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Told which field changed, for the check that runs after. */
  readonly onEdit: (listener: (pointer: string) => void) => () => void;
  readonly flushAll: () => void;
  readonly keepAll: () => void;
  readonly atRisk: () => boolean;
}

export type SaverFactory = (block: string, standing: Standing, changed: () => void) => Saver;

export function openDocument(
  at: {
    readonly document: DocumentKey;
    readonly pointer: string;
    readonly form: FormDef;
    readonly editable: boolean;
    readonly writable?: readonly string[];
    readonly mending?: boolean;
  },
  blocks: PlanFile['documents']['form'],
  open: SaverFactory,
): DocumentStore {
  const listeners = new Set<() => void>();
  const editListeners = new Set<(pointer: string) => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const savers = new Map(at.form.blocks.map((block) => [block.key, open(block.key, standingOf(at.form, block.key, blocks[block.key]), changed)]));
  const saver = (block: string): Saver => {
    const found = savers.get(block);
    if (!found) throw new Error(`no block ${block} in ${at.form.key}`);
    return found;
  };
  const answers = (block: string): BlockAnswers => saver(block).state().current;
  const edit = (block: string, field: string, value: Json): void => {
    saver(block).edit({ ...answers(block), [field]: value });
    for (const listener of editListeners) listener(`${at.pointer}/${block}/${field}`);
  };
  const writes = (block: string): boolean => at.editable && (at.writable?.includes(block) ?? true);
  return {
    ...at,
    writes,
    notes: (block) => writes(block) || (at.editable && at.mending === true),
    saver,
    state: (block) => saver(block).state(),
    answers,
    value: (block, field) => answers(block)[field] ?? null,
    edit,
    write: (block, next) => {
      saver(block).edit(next);
      for (const listener of editListeners) listener(`${at.pointer}/${block}`);
    },
    note: (block, key, note) => edit(block, 'notes', { ...notesOf(answers(block)), [key]: { ...note } }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onEdit: (listener) => {
      editListeners.add(listener);
      return () => editListeners.delete(listener);
    },
    flushAll: () => savers.forEach((one) => one.flush()),
    keepAll: () => savers.forEach((one) => void one.keepNow()),
    atRisk: () => [...savers.values()].some((one) => one.atRisk()),
  };
}

/**
 * A block as the server has it, its tables in the order in which they are edited: segmented ones by segment, given rows all there.
 * A block never saved is version 0.
 */
export function standingOf(form: FormDef, key: string, block: BlockState | undefined): Standing {
  const standing = block ?? { version: 0, answers: {}, savedAt: null, savedBy: null };
  return { ...standing, answers: arranged(form.blocks.find((one) => one.key === key)?.fields ?? [], standing.answers) };
}

export function arranged(fields: readonly FieldDef[], answers: BlockAnswers): BlockAnswers {
  let next = answers;
  for (const field of fields) {
    if (field.kind !== 'table' || !(field.segments || field.fixed)) continue;
    const rows = rowsOf(answers[field.key]);
    const { fixed } = field;
    const given = fixed?.values.map((value) => rows.find((row) => row[fixed.column] === value) ?? { [fixed.column]: value });
    next = { ...next, [field.key]: given ?? bySegment(rows, segmentsOf(field)) };
  }
  return next;
}

export function notesOf(answers: BlockAnswers): JsonObject {
  const notes = answers['notes'];
  return isObject(notes) ? notes : {};
}
