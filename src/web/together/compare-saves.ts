import type { BlockAnswers, FormDef } from '#domain/forms/definition.ts';
import { diffAnswers } from '#domain/forms/diff.ts';
import { hunksOf } from '#domain/narrative/hunks.ts';
import { narrativeText } from '#domain/narrative/text.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import type { DiffLine } from '#web/components/diff.tsx';
import { changeLine } from '#web/pages/versions/change-line.ts';

/** A block of a document, with what is needed to name its places. */
export interface ComparedBlock {
  readonly edition: Edition;
  readonly form: FormDef;
  /** `outline` is compared paragraph by paragraph. */
  readonly document: string;
  /** Pointer of the document. */
  readonly pointer: string;
  readonly block: string;
}

/** What leads from one save of a block to another, as people read it. */
export function compareSaves({ edition, form, document, pointer, block }: ComparedBlock, before: BlockAnswers, after: BlockAnswers): readonly DiffLine[] {
  if (document !== 'outline') return diffAnswers(form, { [block]: before }, { [block]: after }).map((change) => changeLine(edition, change, pointer));
  const at = `${pointer}/${block}`;
  return hunksOf(before, before, after).flatMap((hunk): readonly DiffLine[] =>
    hunk.kind === 'same'
      ? []
      : [
          ...lines(hunk.mine).map((text): DiffLine => ({ pointer: at, kind: 'removed', text })),
          ...lines(hunk.theirs).map((text): DiffLine => ({ pointer: at, kind: 'added', text })),
        ],
  );
}

function lines(nodes: readonly Json[]): readonly string[] {
  return nodes.map((node) => narrativeText(node));
}
