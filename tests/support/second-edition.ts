import type { BlockDef, FieldDef, FormDef } from '#domain/forms/definition.ts';
import type { PaperCell, PaperDef, PaperPart } from '#domain/forms/paper.ts';
import type { Edition, RuleDef } from '#domain/programme/edition.ts';
import { edition as first } from '#programmes/jiangsu-2022/index.ts';

/** One field more than the first edition's 申报表 has. */
const greenShare: FieldDef = { key: 'greenShare', kind: 'percent', places: 1, label: '{Y-1}年度绿色能源用电占比（%）', short: '绿色能源用电占比' };

/** Off in the first edition. */
const switchedOn = ['R35'];

function withField(form: FormDef, blockKey: string, field: FieldDef): FormDef {
  const blocks = form.blocks.map((block): BlockDef => (block.key === blockKey ? { ...block, fields: [...block.fields, field] } : block));
  return { ...form, blocks };
}

/** The field's row goes below the row that prints `cluster.marketShare`, on the same columns. */
function withRow(paper: PaperDef, path: string): PaperDef {
  const parts = paper.parts.map((part): PaperPart => {
    if (part.kind !== 'grid') return part;
    const at = part.rows.findIndex((row) => row.some((cell) => 'value' in cell && cell.value === 'cluster.marketShare'));
    if (at < 0) return part;
    const row: readonly PaperCell[] = [{ labelOf: path }, { value: path, cols: part.columns.length - 1, align: 'left' }];
    return { ...part, rows: part.rows.toSpliced(at + 1, 0, row) };
  });
  return { ...paper, parts };
}

function switchOn(rule: RuleDef): RuleDef {
  if (!switchedOn.includes(rule.id)) return rule;
  const { off: _, ...on } = rule;
  return on;
}

/**
 * Another call, derived as data alone: another year and other dates, other numbers, one field more with its row on the paper, one rule
 * switched on. What runs with the first edition must run with this one, with nothing changed under `src/`. As written, years not put in.
 */
export const secondEdition = {
  ...first,
  id: 'second-2031',
  title: '{Y}年度产业集群培育计划',
  year: 2031,
  fund: '产业集群培育资金',
  guide: { title: '产业集群培育计划申报指引', issuer: '科学技术厅', issued: '2031-05-06' },
  parameters: { ...first.parameters, minProjects: 5, provinceCapFen: 300_000_000, maxLeaderAge: 50, termStart: '2031-10-01' },
  instants: {
    published: '2031-05-06T09:00:00+08:00',
    submitBy: '2031-07-01T17:00:00+08:00',
    recommendBy: '2031-07-11T00:00:00+08:00',
    paperBy: '2031-07-16T00:00:00+08:00',
  },
  rules: first.rules.map(switchOn),
  forms: { ...first.forms, form: withField(first.forms.form, 'cluster', greenShare) },
  papers: { ...first.papers, form: withRow(first.papers.form, 'cluster.greenShare') },
} satisfies Edition;
