import { type Cases, chain, cluster, policy } from '#domain/filing/predicates/case.test-support.ts';

const chainRow = { segment: '上游', company: '甲公司' };

export const contentCases: Cases = {
  uniqueRows: {
    check: { kind: 'uniqueRows', table: 'chain.rows', column: 'company' },
    sentence: '“{value}” {n} 次',
    breaks: [[chain({ company: '甲（泰州）公司' }, { company: '乙' }, { company: '甲(泰州) 公司' }), '/form/chain/rows/2/company “甲（泰州）公司” 2 次']],
    holds: [chain({ company: '甲' }, { company: '乙' })],
    unjudged: [chain({ company: '' }, { company: '' }, {})],
  },
  noSampleRows: {
    check: { kind: 'noSampleRows' },
    sentence: '“{table}”第 {row} 行',
    breaks: [
      [chain(chainRow, { segment: '上游', company: '' }), '/form/chain/rows/1 “产业链”第 2 行'],
      [chain({ company: '×××有限公司', product: '新药' }), '/form/chain/rows/0 “产业链”第 1 行'],
    ],
    holds: [chain(chainRow), {}],
  },
  someRow: {
    check: { kind: 'someRow', table: 'chain.rows', column: 'kind', anyOf: ['领军企业'] },
    sentence: '没有',
    breaks: [[chain({ ...chainRow, kind: '中小企业' }), '/form/chain/rows 没有']],
    holds: [chain({ kind: '中小企业' }, { kind: '领军企业' })],
    unjudged: [{}],
  },
  everySegment: {
    check: { kind: 'everySegment', table: 'chain.rows' },
    sentence: '{segment}没有企业',
    breaks: [
      [chain({ segment: '下游' }), '/form/chain/rows 上游没有企业'],
      [{ form: { chain: { upName: '原料', rows: [{ segment: '下游' }] } } }, '/form/chain/rows 原料没有企业'],
    ],
    holds: [chain({ segment: '下游' }, { segment: '上游' })],
    unjudged: [{}],
  },
  someFilled: {
    check: { kind: 'someFilled', table: 'chain.rows', column: 'product', min: 'minProjects' },
    sentence: '{label}只有 {n} 个',
    breaks: [[chain({ product: '药' }, chainRow), '/form/chain/rows 产品只有 1 个']],
    holds: [chain({ product: '药' }, { product: '苗' })],
    unjudged: [{}],
  },
  rowsExist: {
    check: { kind: 'rowsExist', tables: ['chain.rows'], also: ['cluster.patents'] },
    sentence: '缺{missing}',
    breaks: [
      [{}, '/form/chain/rows 缺产业链'],
      [cluster({ patents: 0 }), '/form/chain/rows 缺产业链、有效授权专利数'],
    ],
    holds: [{ form: { cluster: { patents: 1 }, chain: { rows: [chainRow] } } }, chain(chainRow)],
  },
  allYes: {
    check: { kind: 'allYes', paths: ['policy.plan', 'policy.fund'] },
    sentence: '{n} 项，缺{missing}',
    breaks: [[policy({ plan: true, fund: false }), '/form/policy/fund 1 项，缺是否设立资金']],
    holds: [policy({ plan: true, fund: true })],
    unjudged: [policy({ fund: false }), {}],
  },
  oneOf: {
    check: { kind: 'oneOf', path: 'cluster.level', values: ['国际先进', '国内领先'] },
    sentence: '“{value}”不是{values}',
    breaks: [[cluster({ level: '其他' }), '/form/cluster/level “其他”不是国际先进、国内领先']],
    holds: [cluster({ level: '国内领先' })],
    unjudged: [{}, cluster({ level: { typed: '一般' } })],
  },
  inZoneIndustries: {
    check: { kind: 'inZoneIndustries', path: 'cluster.field' },
    sentence: '“{value}”不在{zone}的{industries}之内',
    breaks: [
      [cluster({ field: '5.1' }), '/form/cluster/field “整车”不在甲高新区的疫苗之内'],
      [{ ...cluster({ field: '4.1' }), zone: '乙高新区' }, 'human /form/cluster/field 看'],
      [{ ...cluster({ field: '4.1' }), zone: '无名区' }, 'human /form/cluster/field 看'],
    ],
    holds: [cluster({ field: '4.1' }), cluster({ field: '4.1.1' })],
    unjudged: [{}],
  },
  flagYes: {
    check: { kind: 'flagYes', items: [{ path: 'policy.plan', label: '列入规划' }], sunan: true, sunanLabel: '苏南' },
    sentence: '{label}',
    breaks: [
      [policy({ plan: true }), '/form/policy/plan 列入规划、苏南'],
      [policy({ plan: false }), '/zone 苏南'],
    ],
    holds: [{ zone: '乙高新区' }],
  },
  required: {
    check: { kind: 'required', scope: 'form' },
    sentence: '填“{label}”',
    breaks: [
      [
        {
          form: {
            cluster: { name: '甲', field: '4.1', level: '其他', output: 0, patents: 0, inventions: ' ' },
            policy: { plan: true, fund: false },
            chain: { rows: [{ segment: '上游', product: '药' }, {}] },
          },
        },
        '/form/cluster/inventions 填“有效授权发明专利数”',
        '/form/policy/planName 填“规划名称”',
        '/form/chain/rows/0/company 填“企业名称”',
        '/form/projects/groups 填“产品群”',
      ],
    ],
    holds: [],
  },
  'required of the outline': {
    check: { kind: 'required', scope: 'outline' },
    sentence: '{label}',
    breaks: [
      [{}, '/outline/1-1 现状', '/outline/2 保障'],
      [
        {
          outline: {
            '1-1': { type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph', content: [{ type: 'text', text: ' ' }] }] },
            '2': { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '组织' }] }] },
          },
        },
        '/outline/1-1 现状',
      ],
    ],
    holds: [],
  },
  present: {
    check: { kind: 'present', path: 'cluster.field' },
    sentence: '{label}',
    breaks: [[{}, '/form/cluster/field 所属细分领域']],
    holds: [cluster({ field: '4.1' })],
  },
  'presentIf, any value': {
    check: { kind: 'presentIf', path: 'cluster.shareScope', when: 'cluster.share' },
    sentence: '{when}没有{label}',
    breaks: [[cluster({ share: 0 }), '/form/cluster/shareScope 占有率没有口径']],
    holds: [cluster({ share: 3, shareScope: '国内' })],
    unjudged: [{}],
  },
  'presentIf, one value': {
    check: { kind: 'presentIf', path: 'cluster.shareScope', when: 'cluster.level', is: '国际先进' },
    sentence: '{label}',
    breaks: [[cluster({ level: '国际先进' }), '/form/cluster/shareScope 口径']],
    holds: [cluster({ level: '其他' })],
    unjudged: [{}],
  },
  yesDetail: {
    check: { kind: 'yesDetail' },
    sentence: '“{label}”请填“{detail}”',
    breaks: [[policy({ plan: true, fund: true, fundAmount: 0 }), '/form/policy/planName “是否列入规划”请填“规划名称”']],
    holds: [policy({ plan: true, planName: '规划', fund: false })],
    unjudged: [{}],
  },
  proof: {
    check: { kind: 'proof' },
    sentence: '{label}',
    breaks: [[policy({ plan: true, fund: false }), '/form/policy/plan 是否列入规划']],
    holds: [{ ...policy({ plan: true }), attachments: [{ path: '/form/policy/plan', name: 'a.pdf' }] }, policy({ plan: false })],
    unjudged: [{}],
  },
  attached: {
    check: { kind: 'attached', faults: { type: '类型不收', size: '超过 {limit} MB' } },
    sentence: '{label}{fault}',
    breaks: [
      [{ attachments: [{ path: '/form/policy/plan', name: 'a.exe', mediaType: 'application/x-msdownload', size: 9 }] }, '/form/policy/plan a.exe类型不收'],
      [{ attachments: [{ path: '/form/policy/plan', name: 'a.pdf', mediaType: 'application/pdf', size: 1_048_577 }] }, '/form/policy/plan a.pdf超过 1 MB'],
    ],
    holds: [{ attachments: [{ path: '/form/policy/plan', name: 'a.pdf', mediaType: 'application/pdf', size: 1_048_576 }] }],
    unjudged: [{ attachments: [{ path: '/form/policy/plan', name: 'a.pdf' }] }, {}],
  },
  declared: {
    check: { kind: 'declared', paths: ['cluster.clear'] },
    sentence: '{label}',
    breaks: [
      [{}, '/form/cluster/clear 确认不涉密'],
      [cluster({ clear: false }), '/form/cluster/clear 确认不涉密'],
    ],
    holds: [cluster({ clear: true })],
  },
};
