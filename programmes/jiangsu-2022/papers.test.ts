import { describe, expect, test } from 'vitest';
import type { PaperCell, PaperPart } from '#domain/forms/paper.ts';
import { form } from './form.ts';
import { papers } from './papers.ts';
import { proposal } from './proposal.ts';

const { parts, width } = papers.form;

type Grid = { readonly name: string; readonly columns: readonly (number | 'fr')[]; readonly rows: readonly (readonly PaperCell[])[] };

function gridsOf(part: PaperPart): readonly Grid[] {
  if (part.kind === 'grid') {
    return [{ name: part.side ?? '集群名称', columns: part.columns, rows: part.rows }];
  }
  return part.kind === 'projects'
    ? [
        { name: part.side, ...part.head },
        { name: part.each.subside, ...part.each },
      ]
    : [];
}

/** Free cells of each row once the cells that reach down from above are counted. */
function freeCells({ columns, rows }: Grid): readonly number[] {
  const reach: number[] = columns.map(() => 0);
  return rows.map((row) => {
    let column = 0;
    for (const cell of row) {
      while ((reach[column] ?? 0) > 0) {
        column += 1;
      }
      reach.fill(cell.rows ?? 1, column, column + (cell.cols ?? 1));
      column += cell.cols ?? 1;
    }
    const free = columns.length - reach.filter((left) => left > 0).length + Math.max(0, column - columns.length);
    reach.forEach((left, index) => (reach[index] = Math.max(0, left - 1)));
    return free;
  });
}

describe.each(parts.flatMap(gridsOf))('grid $name', (grid) => {
  test('is filled by its cells, row for row', () => {
    expect(freeCells(grid)).toEqual(grid.rows.map(() => 0));
  });

  test('leaves the shared column some room', () => {
    const fixed = grid.columns.reduce<number>((sum, column) => sum + (column === 'fr' ? 0 : column), 0);
    expect(fixed).toBeLessThan(width - 24 - 10);
  });
});

test('every printed field of the form has exactly one place on the paper', () => {
  const cells = parts.flatMap(gridsOf).flatMap((grid) => grid.rows.flat());
  const values = cells.flatMap((cell) => ('value' in cell ? cell.value : []));
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part.field] : []));
  const segments = ['chain.upstreamName', 'chain.midstreamName', 'chain.downstreamName'];
  const expected = form.blocks.flatMap((block) => block.fields.filter((field) => field.unprinted !== true).map((field) => `${block.key}.${field.key}`));
  const ofForm = [...values, ...tables, ...segments].filter((path) => !/^(summary|outcomes|money)\./.test(path));
  expect(ofForm.toSorted()).toEqual(expected.toSorted());
});

test("every printed field of a project's summary has exactly one place in its block", () => {
  const part = parts.find((candidate) => candidate.kind === 'projects');
  const values = part?.each.rows.flat().flatMap((cell) => ('value' in cell ? cell.value : [])) ?? [];
  const blocks = proposal.blocks.filter((block) => block.key === 'summary' || block.key === 'outcomes');
  const expected = blocks.flatMap((block) => block.fields.filter((field) => field.unprinted !== true).map((field) => `${block.key}.${field.key}`));
  expect(values.filter((path) => !path.startsWith('money.')).toSorted()).toEqual(expected.toSorted());
  expect(values.filter((path) => path.startsWith('money.'))).toEqual(['money.total', 'money.province']);
});

test('every printed column of a repeat table stands in its table', () => {
  for (const part of parts) {
    if (part.kind === 'table') {
      const [block, key] = part.field.split('.');
      const field = form.blocks.find((candidate) => candidate.key === block)?.fields.find((candidate) => candidate.key === key);
      const columns = field?.kind === 'table' ? field.columns : [];
      expect(part.columns.map((column) => column.key)).toEqual(columns.filter((column) => column.unprinted !== true).map((column) => column.key));
    }
  }
});
