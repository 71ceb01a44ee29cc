import type { SolicitationTerms } from '#domain/filing/solicitation-terms.ts';

const wanYuan = 1_000_000;

interface DemoAnswer {
  readonly company: string;
  readonly state: 'offered' | 'accepted' | 'declined';
  readonly reason: string;
  readonly title: string;
  readonly summary: string;
  /** In fen. */
  readonly asked: number;
  readonly inside: boolean;
}

const terms: SolicitationTerms = {
  title: '（演示）光伏创新型产业集群试点项目征集',
  text: [
    '面向全省征集高效光伏电池、组件、智能电网方向的集群试点项目。',
    '一、申报单位为省内注册的独立法人企业。',
    '二、项目已完成小试，两年内可形成批量生产，技术来源清楚，知识产权明晰。',
    '三、区内项目由高新区按不低于省资助额安排配套；区外项目须由所在地科技主管部门审核推荐。',
    '四、应征时写明项目名称、主要内容、申请省资助额；是否采纳均书面答复并说明理由。',
  ].join('\n'),
  until: '2022-03-18T16:00:00.000Z',
  industries: [],
  contact: '乔以安',
  phone: '0519-80000032',
};

/** 演示: what a zone asked for. Everything in it is fictitious. */
export const demoSolicitation = { zone: '常州高新技术产业开发区', publishedAt: '2022-03-01T01:00:00.000Z', terms } as const;

/** 演示: what was answered; the company whose answer waits has a project with another zone. */
export const demoAnswers: readonly DemoAnswer[] = [
  {
    company: '江苏沐衡泰生物制药股份有限公司',
    state: 'offered',
    reason: '',
    title: '（演示）疫苗冷链用光伏直供微电网示范',
    summary: '在疫苗冷库屋顶建设光伏直供微电网，验证断电情况下的持续制冷能力。',
    asked: 200 * wanYuan,
    inside: false,
  },
  {
    company: '常州炽曜光伏材料有限公司',
    state: 'accepted',
    reason: '',
    title: '（演示）高效异质结电池低温银浆产业化',
    summary: '自主配方的低温固化银浆，已在两家电池厂小批量试用，拟建成年产 50 吨生产线。',
    asked: 300 * wanYuan,
    inside: true,
  },
  {
    company: '昆山汐核生物科技有限公司',
    state: 'declined',
    reason: '项目属于生物医药领域，不在本次征集的光伏、智能电网方向。',
    title: '（演示）核酸检测试剂冻干工艺',
    summary: '检测试剂常温运输的冻干工艺开发。',
    asked: 150 * wanYuan,
    inside: false,
  },
];

/** 演示: of the sample's projects, whose is written by its company, and whose authority was asked to recommend it. */
export const demoProposals = { owned: '江苏沐衡泰生物制药股份有限公司', outside: '昆山汐核生物科技有限公司', authority: '昆山市科学技术局' } as const;
