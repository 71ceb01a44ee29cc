import type { GridPart, PaperCell, TablePart } from '#domain/forms/paper.ts';

const side = '集群创新链情况';

const platforms: TablePart = {
  kind: 'table',
  side,
  subside: '重大创新载体平台',
  field: 'innovation.platforms',
  minRows: 3,
  emptyRows: 6,
  columns: [
    { key: 'name', width: 'fr' },
    { key: 'type', width: 44 },
    { key: 'level', width: 30 },
  ],
};

const talents: TablePart = {
  kind: 'table',
  side,
  subside: '高端人才引进',
  field: 'innovation.talents',
  minRows: 3,
  emptyRows: 7,
  columns: [
    { key: 'name', width: 22 },
    { key: 'title', width: 32 },
    { key: 'platform', width: 'fr' },
    { key: 'direction', width: 34 },
    { key: 'level', width: 24 },
  ],
};

const incubators: TablePart = {
  kind: 'table',
  side,
  subside: '创新创业孵化服务体系',
  field: 'innovation.incubators',
  minRows: 3,
  emptyRows: 9,
  columns: [
    { key: 'name', width: 'fr' },
    { key: 'type', width: 44 },
    { key: 'level', width: 26 },
    { key: 'firms', width: 26 },
  ],
};

/** Three pairs of label and value. */
function pairs(...fields: readonly string[]): readonly PaperCell[] {
  return fields.flatMap((field) => [{ labelOf: `innovation.${field}` }, { value: `innovation.${field}` }]);
}

const finance: GridPart = {
  kind: 'grid',
  side,
  subside: '科技金融服务体系',
  columns: [33, 15, 34, 18, 'fr', 15],
  rows: [pairs('banks', 'loans', 'loanFirms'), pairs('ventureFirms', 'ventureAmount', 'ventureBacked'), pairs('insurers', 'insured', 'insuredFirms')],
};

export const innovation: readonly (TablePart | GridPart)[] = [platforms, talents, incubators, finance];
