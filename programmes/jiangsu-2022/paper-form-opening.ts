import type { GridPart, PaperCell } from '#domain/forms/paper.ts';

const name: GridPart = {
  kind: 'grid',
  columns: [34, 'fr'],
  rows: [[{ labelOf: 'name.name' }, { value: 'name.name', height: 11 }]],
};

/** Two figures of the zone beside each other. */
function figures(left: string, right: string): readonly PaperCell[] {
  return [{ labelOf: `zone.${left}`, cols: 3 }, { value: `zone.${left}`, cols: 3 }, { labelOf: `zone.${right}`, cols: 5 }, { value: `zone.${right}` }];
}

const zone: GridPart = {
  kind: 'grid',
  side: '所在高新区基本情况',
  // Finer than any one row: 名称, 主要负责人, 职务 and 部门, 姓名, 职务, 传真 end at different places.
  columns: [16, 13, 25, 13, 7, 13, 7, 6, 12, 13, 13, 'fr'],
  rows: [
    [
      { labelOf: 'zone.name' },
      { value: 'zone.name', cols: 4 },
      { labelOf: 'zone.head', cols: 2 },
      { value: 'zone.head', cols: 2 },
      { labelOf: 'zone.headTitle' },
      { value: 'zone.headTitle', cols: 2 },
    ],
    [{ labelOf: 'zone.address' }, { value: 'zone.address', cols: 8 }, { labelOf: 'zone.postcode' }, { value: 'zone.postcode', cols: 2 }],
    [
      { label: '联系人', rows: 2 },
      { labelOf: 'zone.department' },
      { value: 'zone.department' },
      { labelOf: 'zone.contact' },
      { value: 'zone.contact', cols: 2 },
      { labelOf: 'zone.contactTitle', cols: 2 },
      { value: 'zone.contactTitle', cols: 2 },
      { labelOf: 'zone.fax' },
      { value: 'zone.fax' },
    ],
    [{ labelOf: 'zone.mobile' }, { value: 'zone.mobile', cols: 4 }, { value: 'zone.email', prefix: 'E-mail: ', cols: 6 }],
    [{ labelOf: 'zone.industries' }, { value: 'zone.industries', cols: 11 }],
    figures('gdp', 'rdShare'),
    figures('hiTech', 'techSme'),
  ],
};

/** 其中：a figure that is part of the one at its left. */
function part(field: string): readonly PaperCell[] {
  return [{ labelOf: `cluster.${field}`, cols: 2 }, { value: `cluster.${field}` }];
}

const cluster: GridPart = {
  kind: 'grid',
  side: '集群基本情况',
  columns: [48, 22, 30, 30, 'fr'],
  rows: [
    [{ labelOf: 'cluster.field' }, { value: ['cluster.field', 'cluster.fieldText'], note: '（参照国发[2010]32号和《国家战略性新兴产业分类目录》）', cols: 4 }],
    [{ labelOf: 'cluster.level' }, { value: 'cluster.level', cols: 4 }],
    [{ labelOf: 'cluster.mostPilot' }, { value: 'cluster.mostPilot', cols: 4 }],
    [
      { labelOf: 'cluster.listed', breakAfter: '是否属于省科技厅规划的' },
      { value: 'cluster.listed', cols: 4 },
    ],
    [
      { labelOf: 'cluster.centre', breakAfter: '是否建有省级以上' },
      { value: 'cluster.centre' },
      { labelOf: 'cluster.centreName' },
      { value: 'cluster.centreName', cols: 2 },
    ],
    [
      { labelOf: 'cluster.output', breakAfter: '集群{Y-1}年度' },
      { value: 'cluster.output', cols: 4, align: 'left' },
    ],
    [{ labelOf: 'cluster.enterprises', breakAfter: '截至{Y-1}年底', rows: 2 }, { value: 'cluster.enterprises', rows: 2 }, ...part('hiTech')],
    part('techSme'),
    [{ labelOf: 'cluster.products' }, { value: 'cluster.products', cols: 4 }],
    [
      { labelOf: 'cluster.marketShare', breakAfter: '截至{Y-1}年底集群' },
      { value: 'cluster.marketShare', cols: 4, align: 'left' },
    ],
    [{ labelOf: 'cluster.patents', breakAfter: '截至{Y-1}年底集群' }, { value: 'cluster.patents' }, ...part('inventions')],
    [{ labelOf: 'cluster.standards', breakAfter: '截至{Y-1}年底集群', rows: 4 }, { value: 'cluster.standards', rows: 4 }, ...part('international')],
    part('national'),
    part('military'),
    part('industry'),
  ],
};

/** 是否……: the question, its answer, and the name or amount asked for. */
function question(field: string, detail: string, prefix: string): readonly PaperCell[] {
  return [{ labelOf: `policy.${field}` }, { value: `policy.${field}`, align: 'center' }, { value: `policy.${detail}`, prefix }];
}

const policy: GridPart = {
  kind: 'grid',
  side: '集群发展政策环境',
  columns: [58, 24, 'fr'],
  rows: [
    question('planned', 'plannedName', '规划名称：'),
    question('keyWork', 'keyWorkName', '计划名称：'),
    question('support', 'supportName', '政策文件：'),
    question('fund', 'fundAmount', '资金规模：'),
    question('venture', 'ventureAmount', '基金规模：'),
    question('body', 'bodyName', '机构名称：'),
  ],
};

export const opening: readonly GridPart[] = [name, zone, cluster, policy];
