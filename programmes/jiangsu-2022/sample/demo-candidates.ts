import type { AttachedFile, PlanContent } from '#domain/filing/plan.ts';
import { answerTo, blockOf } from '#domain/forms/answers.ts';
import type { Answers } from '#domain/forms/definition.ts';
import { checkCreditCode } from '#domain/values/identifiers.ts';

/** 演示: a zone of the city that has two candidates; its plan is the sample's, told of another place. Fictitious. */
export interface Candidate {
  readonly zone: string;
  readonly short: string;
  /** What stands for the sample's place in names of companies and papers. */
  readonly place: string;
  readonly division: string;
  /** Three letters of the companies' fictitious codes: no company may stand in two plans. */
  readonly code: string;
  /** Its city; the one of the two candidates where none is named. */
  readonly city?: { readonly code: string; readonly name: string };
}

const wuxi: Candidate = { zone: '无锡高新技术产业开发区', short: '无锡高新区', place: '无锡', division: '320214', code: 'TXW' };
const jiangyin: Candidate = { zone: '江阴高新技术产业开发区', short: '江阴高新区', place: '江阴', division: '320281', code: 'TXJ' };

export const demoCity = { code: '320200', name: '无锡市科学技术局', zones: [wuxi.zone, jiangyin.zone] } as const;

const wanYuan = 1_000_000;

/** The plans of the two zones, from the sample: each is whole, and their figures differ. */
export function demoCandidates(sample: PlanContent): readonly PlanContent[] {
  const [first, second] = [toldOf(sample, wuxi), toldOf(sample, jiangyin)];
  return [first, smaller(second)];
}

/** What the first candidate had filed at first, before the city returned it: other figures at the places that were noted on. */
export function asFiledFirst(plan: PlanContent): PlanContent {
  const cluster = { ...blockOf(plan.form, 'cluster'), patents: 4026, inventions: 1738, marketShare: 31 };
  const projects = plan.projects.map((project, index) => {
    if (index !== 6) return project;
    const money = blockOf(project, 'money');
    return { ...project, money: { ...money, province: Number(answerTo(money, 'province') ?? 0) + 20 * wanYuan } };
  });
  return { ...plan, form: { ...plan.form, cluster }, projects };
}

/** What the city noted when it returned the first version, with what the zone answered. */
export const demoNotes = {
  returned: [
    { block: 'cluster', path: '/marketShare', text: '口径应注明国内或国际。', answer: '已改为国内口径，并附来源。' },
    { block: 'cluster', path: '/inventions', text: '发明专利比上年度统计公报多出 200 件，请核对。', answer: '已按有效授权数更正为 1538 件。' },
  ],
  reason: '两处数据请核对，改好后重新报送。',
  open: { block: 'policy', path: '/venture', text: '请补市政府对创投基金设立方案的批复文号。' },
} as const;

/** Fewer projects, one of the six ones still missing with its reason. */
function smaller(plan: PlanContent): PlanContent {
  const kept = plan.projects.slice(0, 12);
  const policy: Answers[string] = {
    ...blockOf(plan.form, 'policy'),
    venture: false,
    ventureAmount: null,
    notes: {
      R15: {
        justification:
          '市级生物医药产业母基金设立方案已报市政府，2022年6月底前完成登记，首期规模5亿元；登记前由市天使投资引导资金以跟投方式支持集群企业，本年度已安排3000万元。',
      },
    },
  };
  const cluster = { ...blockOf(plan.form, 'cluster'), enterprises: 742, hiTech: 113, techSme: 228 };
  const attachments = plan.attachments.filter(({ path }) => !isBeyond(path, kept.length) && path !== '/form/policy/venture');
  return { ...plan, form: { ...plan.form, policy, cluster }, projects: kept, attachments };
}

function isBeyond(path: AttachedFile['path'], projects: number): boolean {
  const [, document, index] = path.split('/');
  return document === 'projects' && Number(index) >= projects;
}

/** The sample's plan as this zone would have written it. */
export function toldOf(sample: PlanContent, { zone, short, place, division, code, city = { code: demoCity.code, name: '无锡市' } }: Candidate): PlanContent {
  const told = JSON.stringify({ ...sample, city: city.code, zone })
    .replaceAll(sample.zone, zone)
    .replaceAll('泰州医药高新区', short)
    .replaceAll('泰州市', city.name)
    .replaceAll('泰州', place)
    .replaceAll(/江苏(?=沐衡泰|澄砚|曜谷|衍泽|禾沐源)/g, place)
    .replaceAll(/(91\d{6})TXT(\d{6})[0-9A-Z]/g, (_, begins: string, serial: string) => withCheck(`${begins.replace('321203', division)}${code}${serial}`))
    .replaceAll('"321203"', `"${division}"`);
  const plan: PlanContent = JSON.parse(told);
  return plan;
}

/** The code with the check character that makes it a valid one. */
function withCheck(code: string): string {
  const check = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY').find((character) => checkCreditCode(code + character) === 'valid');
  return `${code}${check ?? '0'}`;
}
