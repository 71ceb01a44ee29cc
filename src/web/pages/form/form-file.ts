import type { MendingPart } from '#domain/filing/intake.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { BlockState, PlanFile } from '#web/api/queries.ts';

/**
 * What a form page opens a document from: a plan's file, or the file of one proposal, which stands in it as its only project.
 * `id` is the plan's, under which drafts are kept.
 */
export interface FormFile extends Pick<PlanFile, 'id' | 'call' | 'edition' | 'zone' | 'city' | 'submitBy' | 'may' | 'documents' | 'attachments' | 'facts'> {
  readonly projects: readonly Pick<PlanFile['projects'][number], 'id' | 'number' | 'blocks'>[];
  /** What must be mended, and nothing else may change; null where nothing is. */
  readonly mending: { readonly deadline: string; readonly parts: readonly MendingPart[] } | null;
  /** Of a proposal's file: keys of the blocks that this person may write. */
  readonly writable?: readonly string[];
  /** Of a proposal's file: what is wrong with it, as far as it can be judged without the plan around it. */
  readonly judge?: (plan: PlanContent) => readonly Problem[];
  /** Of a proposal's file: takes a saved block over into what other pages read. */
  readonly remember?: (block: string, state: BlockState) => void;
}

/** Whether this person may write in the file now. */
export function mayEdit(file: FormFile): boolean {
  return file.may.includes(file.remember ? 'proposal.edit' : 'plan.edit');
}

/** Keys of the document's blocks that this person may write; undefined where it is all of them. */
export function writableIn(file: FormFile, document: string): readonly string[] | undefined {
  return file.writable ?? file.mending?.parts.filter((part) => part.document === document).map((part) => part.block);
}
