import type { PaperCell, ProjectsPart, ValueCell } from '#domain/forms/paper.ts';

/** One field of the project's summary over the whole line. */
function line(field: string, layout: Pick<ValueCell, 'perLine' | 'align'> = {}, label: { readonly breakAfter?: string } = {}): readonly PaperCell[] {
  return [
    { labelOf: field, ...label },
    { value: field, cols: 6, ...layout },
  ];
}

/** Three pairs of label and count under 预期成果. */
function pairs(...fields: readonly string[]): readonly PaperCell[] {
  return fields.flatMap((field) => [{ labelOf: `outcomes.${field}` }, { value: `outcomes.${field}` }]);
}

export const projects: ProjectsPart = {
  kind: 'projects',
  side: '集群试点项目',
  sideNote: '（每个项目仍需按省科技成果转化专项资金项目另行填写项目申报书）',
  head: { columns: [50, 'fr'], rows: [[{ labelOf: 'projects.groups' }, { value: 'projects.groups', perLine: 2 }]] },
  each: {
    subside: '项目{n}',
    columns: [37, 25, 14, 25, 14, 'fr', 14],
    rows: [
      line('summary.name'),
      line('summary.applicant'),
      line('summary.location'),
      line('summary.partners'),
      line('summary.product'),
      line('summary.segment'),
      line('summary.sources', { perLine: 2 }),
      line('summary.ipTypes', { perLine: 3 }, { breakAfter: '与项目相关的' }),
      line('summary.benchmark'),
      line('summary.level', { perLine: 2 }),
      line('summary.significance', {}, { breakAfter: '重要意义' }),
      line('money.total', { align: 'left' }),
      [{ label: '预期成果', rows: 2 }, ...pairs('standards', 'newProducts', 'newProcesses')],
      pairs('inventionsFiled', 'inventionsGranted', 'software'),
      [
        { label: '预期经济效益', rows: 2 },
        { labelOf: 'outcomes.newSales', cols: 2 },
        { labelOf: 'outcomes.newTax', cols: 2 },
        { labelOf: 'outcomes.exports', cols: 2 },
      ],
      [
        { value: 'outcomes.newSales', cols: 2, align: 'center' },
        { value: 'outcomes.newTax', cols: 2, align: 'center' },
        { value: 'outcomes.exports', cols: 2, align: 'center' },
      ],
      line('money.province', { align: 'left' }),
    ],
  },
};
