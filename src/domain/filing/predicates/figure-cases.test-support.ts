import { type Cases, chain, cluster, money, wan, yi } from '#domain/filing/predicates/case.test-support.ts';

const inventions = { kind: 'parts', parts: ['cluster.inventions'], whole: 'cluster.patents' };
const partsSentence = '{part} {partValue}，多于{whole} {wholeValue}，多 {excess}';
const chainRow = { segment: '上游', company: '甲公司' };

export const figureCases: Cases = {
  'parts, each': {
    check: inventions,
    sentence: partsSentence,
    breaks: [[cluster({ inventions: 1431, patents: 418 }), '/form/cluster/inventions 有效授权发明专利数 1,431 件，多于有效授权专利数 418 件，多 1,013 件']],
    holds: [cluster({ inventions: 418, patents: 418 })],
    unjudged: [cluster({ inventions: 5 }), cluster({ patents: 0 }), cluster({ inventions: 5, patents: { typed: '3左右' } })],
  },
  'parts, together': {
    check: { kind: 'parts', parts: ['cluster.inventions', 'cluster.patents'], whole: 'cluster.share', sum: true },
    sentence: partsSentence,
    breaks: [[cluster({ inventions: 2, patents: 2, share: 3 }), '/form/cluster/share 有效授权发明专利数、有效授权专利数 4%，多于占有率 3%，多 1%']],
    holds: [cluster({ inventions: 1, patents: 2, share: 3 }), cluster({ inventions: 1, share: 3 })],
    unjudged: [cluster({ share: 0 }), cluster({ inventions: 1, patents: 2 })],
  },
  atMost: {
    check: { kind: 'atMost', path: 'proposal.money.newTotal', whole: 'proposal.money.total' },
    sentence: '{project}：{partValue}大于{wholeValue}',
    breaks: [[money({ newTotal: 3 * wan, total: 2.5 * wan }), '/projects/0/money/newTotal 1：3 万元大于2.5 万元']],
    holds: [money({ newTotal: 2 * wan, total: 2 * wan })],
    unjudged: [money({ newTotal: 2 * wan }), {}],
  },
  range: {
    check: { kind: 'range', sentences: { notWhole: '“{label}”不是整数' } },
    sentence: '“{label}”填为 {value}，应在 {min} 至 {max} 之间，单位{unit}',
    breaks: [
      [cluster({ share: 101 }), '/form/cluster/share “占有率”填为 101%，应在 0 至 100% 之间，单位%'],
      [cluster({ patents: 1.5 }), '/form/cluster/patents “有效授权专利数”不是整数'],
    ],
    holds: [cluster({ share: 100, patents: 0, output: 0 })],
    unjudged: [cluster({ share: { typed: '百分之百' } })],
  },
  format: {
    check: { kind: 'format', faults: { unreadable: '“{found}”读不出', badFormat: '格式不对', tooLong: '超过 {limit} 字', notACode: '没有 {found}' } },
    sentence: '“{label}”{fault}。',
    breaks: [
      [cluster({ patents: { typed: 'abc' } }), '/form/cluster/patents “有效授权专利数”“abc”读不出。'],
      [cluster({ patents: '3' }), '/form/cluster/patents “有效授权专利数”“3”读不出。'],
      [cluster({ mobile: '123', name: '长'.repeat(21) }), '/form/cluster/name “集群名称”超过 20 字。', '/form/cluster/mobile “手机”格式不对。'],
      [cluster({ field: '9' }), '/form/cluster/field “所属细分领域”没有 9。'],
      [cluster({ patents: { typed: '多'.repeat(50) } }), `/form/cluster/patents “有效授权专利数”“${'多'.repeat(40)}…”读不出。`],
    ],
    holds: [cluster({ mobile: '13900000012', field: '4.1', share: 101, code: '91350203M0001QAY9B' })],
    unjudged: [cluster({ mobile: '', name: null })],
  },
  checkDigit: {
    check: { kind: 'checkDigit' },
    sentence: '{label} {value}',
    breaks: [[cluster({ code: '91350203M0001QAY9B' }), '/form/cluster/code 代码 91350203M0001QAY9B']],
    holds: [cluster({ code: '91350200MA2YJ1XR9G' })],
    unjudged: [cluster({ code: '9135' }), cluster({ code: '' })],
  },
  rowAtMost: {
    check: { kind: 'rowAtMost', table: 'chain.rows', small: 'productRevenue', large: 'revenue' },
    sentence: '{row}：{small} {smallValue}，高于{large} {largeValue}',
    breaks: [
      [
        chain(chainRow, { company: '乙公司', productRevenue: 3 * wan, revenue: 2 * wan }),
        '/form/chain/rows/1/productRevenue 乙公司：产品销售收入 3 万元，高于主营业务收入 2 万元',
      ],
    ],
    holds: [chain({ company: '乙', productRevenue: 2 * wan, revenue: 2 * wan })],
    unjudged: [chain({ company: '乙', productRevenue: 2 * wan }), chain({ revenue: 0 }), {}],
  },
  sumAtMost: {
    check: { kind: 'sumAtMost', table: 'chain.rows', column: 'revenue', limit: 'cluster.output' },
    sentence: '{column}合计 {sum}，高于{limit} {limitValue}，多 {excess}',
    breaks: [
      [
        { form: { cluster: { output: yi }, chain: { rows: [{ revenue: yi }, { revenue: wan }] } } },
        '/form/cluster/output 主营业务收入合计 10,001 万元，高于工业总产值 1 亿元，多 1 万元',
      ],
    ],
    holds: [{ form: { cluster: { output: yi }, chain: { rows: [{ revenue: yi }, {}] } } }],
    unjudged: [chain({ revenue: yi }), cluster({ output: 0 })],
  },
  positive: {
    check: { kind: 'positive', path: 'cluster.patents' },
    sentence: '{label} {value}',
    breaks: [[cluster({ patents: 0 }), '/form/cluster/patents 有效授权专利数 0 件']],
    holds: [cluster({ patents: 1 })],
    unjudged: [{}],
  },
  cap: {
    check: { kind: 'cap', path: 'proposal.money.province', parameter: 'provinceCapFen' },
    sentence: '{value}超过{cap}，超 {excess}，上限 {param:provinceCapFen}',
    breaks: [[money({ province: 600 * wan }), '/projects/0/money/province 600 万元超过500 万元，超 100 万元，上限 500 万元']],
    holds: [money({ province: 500 * wan })],
    unjudged: [money({})],
  },
};
