import { type Cases, chain, money, summary, wan } from '#domain/filing/predicates/case.test-support.ts';

const full = { newTotal: 100 * wan, province: 20 * wan, zone: 20 * wan, otherLocal: 0, own: 60 * wan, social: 0 };
const half = Object.fromEntries(Object.entries(full).map(([key, value]) => [key, value / 2]));
const years = ['2022', '2023'].map((year) => ({ year, ...half }));

export const projectCases: Cases = {
  countProjects: {
    check: { kind: 'countProjects', min: 'minProjects' },
    sentence: '{n} 个，还差 {missing} 个',
    breaks: [[{ projects: [{}] }, '/projects 1 个，还差 1 个']],
    holds: [{ projects: [{}, {}] }],
  },
  subset: {
    check: { kind: 'subset', of: 'projects.groups', path: 'proposal.summary.groups' },
    sentence: '项目 {project} “{value}”不在“{allowed}”之内',
    breaks: [
      [
        { form: { projects: { groups: ['技术相关'] } }, ...summary({ groups: ['技术相关'] }, { groups: ['技术相关', '市场同向'] }) },
        '/projects/1/summary/groups 项目 2 “市场同向”不在“技术相关”之内',
      ],
    ],
    holds: [{ form: { projects: { groups: ['技术相关', '功能相近'] } }, ...summary({ groups: ['功能相近'] }) }],
    unjudged: [summary({ groups: ['功能相近'] }), { form: { projects: { groups: ['技术相关'] } }, ...summary({}) }],
  },
  inJiangsu: {
    check: { kind: 'inJiangsu', path: 'proposal.summary.division' },
    sentence: '{value}',
    breaks: [[summary({ division: '330106' }), '/projects/0/summary/division 西湖区']],
    holds: [summary({ division: '321203' })],
    unjudged: [summary({})],
  },
  localRecommendation: {
    check: { kind: 'localRecommendation' },
    sentence: '{company}在{division}',
    breaks: [[summary({ applicant: '乙', location: '区外', division: '321203' }), '/projects/0/summary/location 乙在高港区']],
    holds: [summary({ location: '区内' }), { ...summary({ location: '区外' }), attachments: [{ path: '/projects/0/summary/location', name: 'a.pdf' }] }],
    unjudged: [summary({})],
  },
  'localRecommendation: with its states': {
    check: { kind: 'localRecommendation' },
    sentence: '{company}在{division}',
    facts: {
      proposals: [
        { state: 'taken', owner: true, company: '甲', recommendation: 'given' },
        { state: 'taken', owner: true, company: '乙', recommendation: 'stale' },
        { state: 'drafting', owner: false, company: '', recommendation: 'asked' },
      ],
    },
    breaks: [
      [
        {
          ...summary({ location: '区外' }, { applicant: '乙', location: '区外', division: '321203' }, { location: '区外' }),
          attachments: [1, 2].map((index) => ({ path: `/projects/${index}/summary/location`, name: 'a.pdf' })),
        },
        '/projects/1/summary/location 乙在高港区',
      ],
    ],
    holds: [summary({ location: '区外' }), summary({ location: '区内' }, { location: '区内' })],
  },
  proposalTaken: {
    check: { kind: 'proposalTaken' },
    sentence: '项目 {project} {company}',
    facts: {
      proposals: [
        { state: 'taken', owner: true, company: '甲', recommendation: 'none' },
        { state: 'atZone', owner: true, company: '乙', recommendation: 'none' },
        { state: 'drafting', owner: false, company: '', recommendation: 'none' },
      ],
    },
    breaks: [[summary({}, {}, {}), '/projects/1 项目 2 乙']],
    holds: [],
  },
  'proposalTaken: not looked up': {
    check: { kind: 'proposalTaken' },
    sentence: '',
    breaks: [[summary({}), 'human /projects 看']],
    holds: [{}],
  },
  match: {
    check: { kind: 'match' },
    sentence: '{province}高于{zone}，差 {missing}',
    breaks: [
      [money({ province: 500 * wan, zone: 480 * wan }), '/projects/0/money/zone 500 万元高于480 万元，差 20 万元'],
      [money({ province: wan, zone: wan - 1 }), '/projects/0/money/zone 1 万元高于0.999999 万元，差 0.01 万元'],
    ],
    holds: [money({ province: 500 * wan, zone: 500 * wan }), money({ province: 500 * wan, zone: 0 }, '区外')],
    unjudged: [money({ province: wan }), money({ zone: 0 }), money({ province: wan, zone: 0 }, '')],
  },
  publicShare: {
    check: { kind: 'publicShare' },
    sentence: '{public}，超过 {newTotal} 的三分之一（{allowed}），多 {excess}',
    breaks: [
      [
        money({ province: 500 * wan, zone: 500 * wan, otherLocal: 100 * wan, newTotal: 3000 * wan }),
        '/projects/0/money/province 1,100 万元，超过 3,000 万元 的三分之一（1,000 万元），多 100 万元',
      ],
      [money({ province: 4 * wan, newTotal: 10 * wan }), '/projects/0/money/province 4 万元，超过 10 万元 的三分之一（3.33 万元），多 0.67 万元'],
    ],
    holds: [money({ province: 500 * wan, zone: 500 * wan, newTotal: 3000 * wan })],
    unjudged: [money({ province: 500 * wan }), money({ newTotal: 0 })],
  },
  sources: {
    check: { kind: 'sources' },
    sentence: '{what}合计 {sum}，“{label}” {value}，差 {difference}',
    breaks: [
      [
        money({ ...full, newTotal: 101 * wan }),
        '/projects/0/money/newTotal province、zone、otherLocal、own、social合计 100 万元，“newTotal” 101 万元，差 1 万元',
      ],
      [
        money({ ...full, years: [{ year: '2022', ...half, own: 31 * wan }, ...years.slice(1)] }),
        '/projects/0/money/own 分年度合计 61 万元，“own” 60 万元，差 1 万元',
      ],
    ],
    holds: [money({ ...full, years }), money(full)],
    unjudged: [money({ ...full, own: null, newTotal: wan }), money({ ...full, years: [{ year: '2022', own: 1 }] })],
  },
  same: {
    check: { kind: 'same', path: 'cluster.name', as: 'commitment.commitment.organiser', endings: ['产业集群', '集群'] },
    sentence: '“{label}”“{value}”，“{other}”“{otherValue}”',
    breaks: [
      [{ form: { cluster: { name: '甲集群' } }, commitment: { commitment: { organiser: '乙' } } }, '/form/cluster/name “集群名称”“甲集群”，“承诺单位”“乙”'],
    ],
    holds: [{ form: { cluster: { name: '甲（泰州）产业集群' } }, commitment: { commitment: { organiser: '甲(泰州) ' } } }],
    unjudged: [{ form: { cluster: { name: '甲' } } }, { commitment: { commitment: { organiser: '甲' } } }],
  },
  asFiled: {
    check: { kind: 'asFiled', path: 'cluster.name' },
    sentence: '{value}，{filed}',
    breaks: [[{ form: { cluster: { name: '乙高新区' } } }, '/form/cluster/name 乙高新区，甲高新区']],
    holds: [{ form: { cluster: { name: ' 甲高新区' } } }],
    unjudged: [{}],
  },
  sameNames: {
    check: { kind: 'sameNames', path: 'proposal.summary.partners', table: 'chain.rows', column: 'company', none: ['无'] },
    sentence: '“{value}”，“{otherValue}”',
    breaks: [
      [{ form: { chain: { rows: [{ company: '甲' }] } }, ...summary({ partners: '甲、乙' }) }, '/projects/0/summary/partners “甲、乙”，“甲”'],
      [{ form: { chain: { rows: [{ company: '甲' }, { company: '乙' }] } }, ...summary({ partners: '乙' }) }, '/projects/0/summary/partners “乙”，“甲、乙”'],
      [summary({ partners: '甲' }), '/projects/0/summary/partners “甲”，“无”'],
    ],
    holds: [{ form: { chain: { rows: [{ company: '甲' }, { company: '乙' }] } }, ...summary({ partners: '乙，甲' }) }, summary({ partners: '无' })],
    unjudged: [chain({ company: '甲' })],
  },
  sameSum: {
    check: { kind: 'sameSum', path: 'proposal.money.newTotal', table: 'proposal.money.years', column: 'own' },
    sentence: '{sum}，“{label}” {value}，差 {difference}',
    breaks: [[money({ newTotal: 70 * wan, years }), '/projects/0/money/years 60 万元，“newTotal” 70 万元，差 10 万元']],
    holds: [money({ newTotal: 60 * wan, years })],
    unjudged: [money({ years }), money({ newTotal: 60 * wan })],
  },
  deadline: {
    check: { kind: 'deadline' },
    sentence: '已于 {t} 截止',
    facts: { at: '2022-03-26T00:00:00+08:00', submitBy: '2022-03-26T00:00:00+08:00' },
    breaks: [[{}, ' 已于 2022-03-25 24:00 截止']],
    holds: [],
  },
  zoneLevel: {
    check: { kind: 'zoneLevel' },
    sentence: '{zone} {level}，应为{levels}',
    breaks: [
      [{ zone: '乙高新区' }, '/zone 乙高新区 省级，应为国家级'],
      [{ zone: '无名区' }, 'human /zone 看'],
    ],
    holds: [{}],
  },
  'fact: claims': {
    check: { kind: 'fact', fact: 'claims' },
    sentence: '{company}另有{numbers}',
    facts: { claims: { A: ['XM2022-0001', 'XM2022-0002'] } },
    breaks: [
      [
        summary({ applicant: '甲', applicantCode: 'B' }, { applicant: '乙', applicantCode: 'A' }),
        '/projects/1/summary/applicantCode 乙另有XM2022-0001、XM2022-0002',
      ],
    ],
    holds: [summary({ applicantCode: 'B' }), summary({})],
  },
  'fact: breaches': {
    check: { kind: 'fact', fact: 'breaches' },
    sentence: '{party}',
    facts: { breaches: ['丙大学', '乙高新区'] },
    breaks: [[{ zone: '乙高新区', ...summary({ partners: '甲公司、丙大学' }) }, '/zone 乙高新区', '/projects/0/summary/partners 丙大学']],
    holds: [summary({ applicant: '甲', partners: '丙大学附属医院' })],
  },
  'fact: solicitation': {
    check: { kind: 'fact', fact: 'solicitation' },
    sentence: '{company}未答复',
    facts: { solicited: true, openAnswers: ['甲', '乙'] },
    breaks: [[{}, '/projects 甲未答复', '/projects 乙未答复']],
    holds: [],
  },
  'fact: solicitation, every answer decided': {
    check: { kind: 'fact', fact: 'solicitation' },
    sentence: '',
    facts: { solicited: true, openAnswers: [] },
    breaks: [],
    holds: [{}],
  },
  'fact: solicitation, none published': {
    check: { kind: 'fact', fact: 'solicitation' },
    sentence: '',
    facts: { solicited: false },
    breaks: [[{}, 'human /projects 看']],
    holds: [],
  },
  'fact: not looked up': {
    check: { kind: 'fact', fact: 'claims' },
    sentence: '',
    breaks: [[{}, 'human /projects 看']],
    holds: [],
  },
  human: { check: { kind: 'human' }, sentence: '人看', breaks: [[{}, ' 人看']], holds: [] },
};
