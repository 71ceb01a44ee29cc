import type { PlanContent } from '#domain/filing/plan.ts';

/** 演示: a plan that was only begun. Everything in it is fictitious. */
const begun: PlanContent = {
  edition: 'jiangsu-2022',
  call: '2022年度',
  zone: '南通高新技术产业开发区',
  city: '320600',
  form: {
    name: { name: '（演示）南通高新区汽车电子创新型产业集群' },
    zone: { name: '南通高新技术产业开发区', department: '科技局', contact: '季云舒', mobile: '13900000031' },
    cluster: { listed: false, mostPilot: false },
  },
  outline: {},
  commitment: {},
  projects: [],
  attachments: [],
};

const yiYuan = 10_000_000_000;
const wanYuan = 1_000_000;

/** 演示: half filled, with problems of every severity (431 inventions of 418 patents; five of the six ones; a product above its company's revenue). Fictitious. */
const faulty: PlanContent = {
  edition: 'jiangsu-2022',
  call: '2022年度',
  zone: '常州高新技术产业开发区',
  city: '320400',
  form: {
    name: { name: '（演示）常州高新区光伏创新型产业集群' },
    zone: {
      name: '常州高新技术产业开发区',
      head: '陶照临',
      headTitle: '管委会主任',
      address: '演示路1号',
      postcode: '213000',
      department: '科技局',
      contact: '乔以安',
      contactTitle: '科长',
      mobile: '13900000032',
      email: 'demo@zone.example',
      industries: '光伏、智能电网（演示）',
      gdp: 560 * yiYuan,
      rdShare: 3.1,
      hiTech: 240,
      techSme: 510,
    },
    cluster: {
      field: '6.2',
      level: '省内领先',
      mostPilot: false,
      listed: true,
      centre: false,
      output: 3 * yiYuan,
      enterprises: 386,
      hiTech: 97,
      techSme: 402,
      products: '高效光伏电池、组件（演示）',
      marketShare: 18.5,
      patents: 418,
      inventions: 431,
      standards: 26,
      international: 1,
      national: 12,
      military: 0,
      industry: 11,
      unclassified: true,
    },
    policy: {
      planned: true,
      plannedName: '《演示规划纲要》',
      keyWork: true,
      keyWorkName: '《演示高新区2021年度重点工作推进计划》',
      support: false,
      fund: true,
      venture: true,
      ventureAmount: 10 * yiYuan,
      body: true,
      bodyName: '演示集群工作领导小组',
    },
    chain: {
      rows: [
        {
          segment: '上游',
          company: '常州甲演示硅片有限公司',
          hiTech: true,
          kind: '中小企业',
          revenue: 9_264 * wanYuan,
          product: '硅片',
          productRevenue: 9_680 * wanYuan,
        },
        {
          segment: '中游',
          company: '常州乙演示电池有限公司',
          hiTech: true,
          kind: '中小企业',
          revenue: 38_420 * wanYuan,
          product: '电池片',
          patent: '一种演示电池片',
          productRevenue: 20_000 * wanYuan,
        },
        {
          segment: '中游',
          company: '常州乙演示电池有限公司',
          hiTech: true,
          kind: '中小企业',
          revenue: 38_420 * wanYuan,
          product: '组件',
          productRevenue: 12_000 * wanYuan,
        },
      ],
    },
    goal: { goal: '（演示）到2025年集群工业总产值突破六百亿元。' },
    projects: { groups: ['技术相关'] },
  },
  outline: { '1-1': { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '（演示）集群发展现状待补充。' }] }] } },
  commitment: { commitment: { industry: '光伏', cluster: '常州高新区光伏' } },
  projects: [
    {
      summary: {
        name: '（演示）高效异质结电池研发与产业化',
        applicant: '常州乙演示电池有限公司',
        location: '本高新区内',
        division: '320411',
        groups: ['市场同向'],
      },
      money: {
        total: 4_000 * wanYuan,
        newTotal: 3_000 * wanYuan,
        province: 600 * wanYuan,
        zone: 480 * wanYuan,
        otherLocal: 0,
        own: 1_500 * wanYuan,
        social: 400 * wanYuan,
      },
    },
  ],
  attachments: [],
};

/** Unfinished filings of two more zones, for demonstration beside the complete one of `plan.json`. */
export const demoZones = { begun, faulty };
