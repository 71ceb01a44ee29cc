import { expect, test } from 'vitest';
import { check } from '#domain/filing/check.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Moment } from '#domain/values/problem.ts';
import { type Change, altered } from '#tests/support/altered.ts';
import { edition as written } from './index.ts';
import { rules } from './rules.ts';
import sample from './sample/plan.json' with { type: 'json' };

const edition = loadEdition(written);
const inTime = { at: '2022-03-20T09:00:00+08:00', claims: {}, breaches: [] };
function changed(...changes: readonly Change[]): PlanContent {
  return altered<PlanContent>(sample, ...changes);
}

function messages(plan: PlanContent, rule: string, moment: Moment = 'submit', facts = {}): readonly string[] {
  return check(edition, plan, moment, { ...inTime, ...facts })
    .filter((problem) => problem.rule === rule)
    .map((problem) => problem.message);
}

const wan = 1_000_000;
const money = '/projects/1/money';

/** Each says what is wrong, by how much, and how to mend it. */
const cases: readonly (readonly [rule: string, plan: PlanContent, message: string])[] = [
  ['R02', { ...changed(), projects: changed().projects.slice(0, 11) }, '已收下 11 个项目，至少 12 个才能报送，还差 1 个。请再征集。'],
  [
    'R11',
    changed(['/form/chain/rows', [{ segment: '上游', company: '甲公司', kind: '中小企业' }]]),
    '产业链表没有领军企业或骨干企业。请补填至少 1 家，或写明牵引产业链的安排。',
  ],
  [
    'R15',
    changed(['/form/policy/venture', false]),
    '“六个一”工作体系已有 5/6，选“否”的有：是否设立集群创投基金。确未建立的，请写明原因、替代措施和完成时间，不少于 50 字。',
  ],
  ['R16', changed(['/form/policy/fundAmount', null]), '“是否设立集群培育专项资金”选了“是”，请填“资金规模”。'],
  [
    'R18',
    changed(['/form/cluster/patents', 418], ['/form/cluster/inventions', 431]),
    '有效授权发明专利数 431 件，多于集群有效授权专利数 418 件，多出 13 件。请核对两个数。',
  ],
  ['R18', changed(['/form/cluster/standards', 100]), '国际、国家、军用、行业标准合计 105 个，多于主持或参与制定标准数 100 个，多出 5 个。请核对这五个数。'],
  ['R19', changed(['/form/cluster/marketShare', 120]), '“集群主导产品市场占有率”填为 120%，不能大于 100%。请改正。'],
  ['R64', changed(['/form/zone/postcode', '22530']), '“邮编”填为“22530”，格式不符。请改正。'],
  [
    'R64',
    { ...changed(), attachments: [{ path: '/form/policy/fund', name: '批复.pdf', mediaType: 'application/pdf', size: 30_000_000 }] },
    '附件“批复.pdf”超过 20 MB。请移出后换一个文件。',
  ],
  [
    'R25',
    changed(['/form/zone/name', '苏州高新区']),
    '申报表“高新区名称”填为“苏州高新区”，报送的高新区是“泰州医药高新技术产业开发区”，两处不一致。请改为报送的高新区名称。',
  ],
  [
    'R25',
    changed(['/commitment/commitment/cluster', '泰州生物医药']),
    '承诺书“集群名称”填为“泰州生物医药”，申报表“集群名称”填为“泰州医药高新区生物医药创新型产业集群”，两处不一致。请统一后再报送。',
  ],
  [
    'R25',
    changed(['/projects/0/summary/partners', '无']),
    '项目 1 的“参与单位”填为“无”，项目申报书参与单位表列出的是“江淮药科大学、南京苁屿佐剂科技有限公司”，两处不一致。请统一后再报送。',
  ],
  [
    'R25',
    changed(['/projects/0/uses/rows/0/amount', 2100 * wan]),
    '项目 1 的“新增投入用途”合计 6,860 万元，与“新增总投入” 6,800 万元 相差 60 万元。请核对各项用途的金额。',
  ],
  ['R67', changed(['/form/cluster/level', '省内领先']), '集群目前所处水平填为“省内领先”，未达到国内领先。请核对，或写明产业规模的依据和提升安排。'],
  ['R39', changed([`${money}/province`, 520 * wan]), '申请省资助 520 万元，原则上不超过 500 万元，超出 20 万元。请核减，确有必要的，请写例外说明。'],
  [
    'R40',
    changed([`${money}/province`, 500 * wan], [`${money}/zone`, 480 * wan]),
    '申请省资助 500 万元，高于高新区拟资助 480 万元，差 20 万元。请降低申请额，或请高新区提高资助额。',
  ],
  [
    'R41',
    changed([`${money}/newTotal`, 3000 * wan], [`${money}/province`, 500 * wan], [`${money}/zone`, 600 * wan], [`${money}/otherLocal`, 0]),
    '省地资助合计 1,100 万元，超过新增总投入 3,000 万元的三分之一（1,000 万元），多出 100 万元。请核减资助或核实投入。',
  ],
  ['R38', { ...changed(), attachments: [] }, '项目 5 的申报单位在浦口区，缺该地科技主管部门的审核推荐意见。可先催办，报送前补齐。'],
  ['R69', changed(['/form/cluster/unclassified', false]), '请逐项核对后，在“确认填报内容均不涉及国家秘密”选“是”。涉密内容不得填报。'],
];

test.each(cases)('%s says what is wrong, by how much and how to mend it', (rule, plan, message) => {
  expect(messages(plan, rule)).toContain(message);
});

test('a project without partners says so and lists none', () => {
  const alone = changed(['/projects/0/summary/partners', '无'], ['/projects/0/partners/members', []]);
  expect([...messages(alone, 'R25'), ...messages(alone, 'R37')].filter((message) => message.includes('项目 1'))).toEqual([]);
});

test('a service that the cluster lacks is a matter of reasons, not a required table', () => {
  const lacking = changed(['/form/innovation/incubators', []]);
  expect(messages(lacking, 'R14')).toHaveLength(1);
  expect(messages(lacking, 'R24')).toEqual([]);
});

test('an answer outside its list is wrong in itself, and nothing else is said of it', () => {
  const wrong = changed(['/form/cluster/level', '宇宙领先'], ['/form/cluster/field', '9.9']);
  expect(messages(wrong, 'R64')).toHaveLength(2);
  expect([...messages(wrong, 'R67'), ...messages(wrong, 'R09')]).toEqual([]);
});

test('a late plan is told the deadline as people write it', () => {
  const facts = { at: '2022-03-26T00:00:00+08:00' };
  expect(messages(changed(), 'R04', 'submit', facts)).toEqual(['网上报送已于 2022-03-25 24:00 截止，逾期不予受理。草稿仍保留，可下载。']);
});

test('the sample breaks one principle and nothing that blocks', () => {
  const open = check(edition, changed(), 'submit', inTime).filter((problem) => problem.severity !== 'human');
  expect(open.map(({ rule, path }) => [rule, path])).toEqual([['R39', '/projects/0/money/province']]);
  expect(open[0]?.justification?.length).toBeGreaterThanOrEqual(edition.parameters.minJustification);
});

test('no message of any rule shows a placeholder that nothing fills', () => {
  const empty: PlanContent = { ...changed(), form: {}, outline: {}, commitment: {}, projects: [{}], attachments: [] };
  const wrong = changed(
    ['/zone', '无此高新区'],
    ['/form/chain/rows/0/productRevenue', 10 ** 12],
    ['/form/chain/rows/1/company', changed().form['chain']?.['upstreamName'] ?? 'x'],
    ['/form/cluster/output', 1],
    ['/form/cluster/field', '9.9'],
    ['/form/cluster/standards', 0],
    ['/form/cluster/marketShareScope', null],
    ['/form/policy/keyWorkNextName', null],
    ['/form/projects/groups', ['资源相同']],
    ['/form/innovation/platforms', []],
    ['/projects/0/summary/division', '310101'],
    ['/projects/0/summary/applicantCode', '91320000000000000A'],
    ['/projects/0/money/own', 1],
    ['/projects/0/money/total', 1],
  );
  const moments = ['edit', 'submit', 'recommend', 'intake', 'appraisal', 'selection', 'award', 'contract', 'delivery', 'completion'] as const;
  for (const plan of [...cases.map(([, one]) => one), empty, wrong]) {
    for (const moment of moments) {
      expect(check(edition, plan, moment, {}).filter((problem) => /[{}]|undefined/.test(problem.message))).toEqual([]);
    }
  }
});

test('every sentence is a whole one, without a clause in it and without exclamation', () => {
  const odd = rules.filter(({ sentence }) => !sentence.endsWith('。') || /指南[一二三四]|承诺书第|[!！]|请注意/.test(sentence));
  expect(odd.map((rule) => rule.id)).toEqual([]);
});
