import type { GridPart, TablePart } from '#domain/forms/paper.ts';

export const chain: TablePart = {
  kind: 'table',
  side: '集群产业链情况',
  field: 'chain.rows',
  minRows: 3,
  emptyRows: 10,
  columns: [
    { key: 'segment', width: 17 },
    { key: 'company', width: 28 },
    { key: 'hiTech', width: 13 },
    { key: 'kind', width: 20 },
    { key: 'revenue', width: 18 },
    { key: 'product', width: 21 },
    { key: 'patent', width: 'fr' },
    { key: 'productRevenue', width: 17 },
    { key: 'share', width: 11 },
  ],
};

const goal: GridPart = {
  kind: 'grid',
  side: '培育目标',
  columns: ['fr'],
  rows: [
    [
      {
        value: 'goal.goal',
        lead: '通过省科技成果转化专项资金创新型产业集群培育试点项目实施，在重大目标产品培育、知名品牌塑造、龙头企业培育、集群产业规模等方面实现的工作目标：',
        height: 60,
      },
    ],
  ],
};

const workPlan: GridPart = {
  kind: 'grid',
  side: '集群年度工作计划',
  columns: [17, 'fr'],
  rows: ['year0', 'year1', 'year2', 'year3'].map((year) => [{ labelOf: `workPlan.${year}` }, { value: `workPlan.${year}`, height: 22 }]),
};

export const plans: readonly GridPart[] = [goal, workPlan];
