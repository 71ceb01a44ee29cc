import type { FormDef } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { outlineKeys } from '#domain/programme/look-up.ts';
import { parsePointer } from '#domain/values/pointer.ts';

/** Where a pointer stands when a person reads the file from its cover to its last project. Compared number by number. */
export type Rank = readonly number[];

/** A plan in reading order: the plan itself, 申报表, outline, commitment, projects. */
export function ranker(edition: Edition): (pointer: string) => Rank {
  const documents: Readonly<Record<string, (rest: readonly string[]) => Rank>> = {
    zone: () => [0],
    city: () => [0],
    form: formRanker(edition.forms.form, 1),
    outline: ([section = '']) => [2, outlineKeys(edition).indexOf(section)],
    commitment: formRanker(edition.commitment.form, 3),
    projects: ([index, ...rest]) => (index === undefined ? [4] : [4, Number(index), ...inProposal(rest)]),
  };
  const inProposal = formRanker(edition.forms.proposal);
  return (pointer) => {
    const [document = 'zone', ...rest] = parsePointer(pointer) ?? [];
    return documents[document]?.(rest) ?? [5];
  };
}

export function compareRanks(a: Rank, b: Rank): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function formRanker(form: FormDef, ...lead: number[]): (rest: readonly string[]) => Rank {
  const places = new Map<string, Rank>();
  for (const [b, block] of form.blocks.entries()) {
    places.set(block.key, [b]);
    for (const [f, field] of block.fields.entries()) {
      places.set(`${block.key}/${field.key}`, [b, f]);
      if (field.kind !== 'table') continue;
      for (const [c, column] of field.columns.entries()) places.set(`${block.key}/${field.key}/${column.key}`, [c]);
    }
  }
  return ([block, field, row, column]) => {
    if (block === undefined) return lead;
    const at = [...lead, ...(places.get(field === undefined ? block : `${block}/${field}`) ?? [])];
    if (row === undefined) return at;
    return [...at, Number(row), ...(column === undefined ? [] : (places.get(`${block}/${field}/${column}`) ?? []))];
  };
}
