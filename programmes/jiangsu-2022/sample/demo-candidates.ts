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
  /** Where its committee sits and how it is reached. */
  readonly seat: { readonly address: string; readonly postcode: string; readonly dial: string; readonly contact: string };
  /** Where it lies, and what its city's documents are numbered under. */
  readonly lies: string;
  readonly sign: string;
  /** What its register names as its industry, where that is not the sample's: then the plan says why it takes up another. */
  readonly registered?: string;
  /** Its city; the one of the two candidates where none is named. */
  readonly city?: { readonly code: string; readonly name: string };
}

const wuxi: Candidate = {
  zone: '无锡高新技术产业开发区',
  short: '无锡高新区',
  place: '无锡',
  division: '320214',
  code: 'TXW',
  seat: { address: '江苏省无锡市新吴区演示路1号', postcode: '214028', dial: '0510', contact: '段云归' },
  lies: '江苏省南部、太湖北岸的无锡市',
  sign: '锡',
  registered: '集成电路制造',
};
const jiangyin: Candidate = {
  zone: '江阴高新技术产业开发区',
  short: '江阴高新区',
  place: '江阴',
  division: '320281',
  code: 'TXJ',
  seat: { address: '江苏省江阴市演示路2号', postcode: '214400', dial: '0510', contact: '水清扬' },
  lies: '江苏省南部、长江南岸的江阴市',
  sign: '澄',
  registered: '特钢新材料',
};

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
export function toldOf(sample: PlanContent, candidate: Candidate): PlanContent {
  const { zone, short, place, division, code, seat, lies, sign, city = { code: demoCity.code, name: '无锡市' } } = candidate;
  const told = JSON.stringify({ ...sample, city: city.code, zone })
    .replaceAll('江苏省泰州市医药高新区药城大道1号', seat.address)
    .replaceAll('江苏省中部、长江北岸的泰州市', lies)
    .replaceAll(sample.zone, zone)
    .replaceAll('泰州医药高新区', short)
    .replaceAll('泰州市', city.name)
    .replaceAll('泰州', place)
    .replaceAll('泰药高', `${sign}高`)
    .replaceAll('泰政发', `${sign}政发`)
    .replaceAll('药城', `${place}药谷`)
    .replaceAll(/江苏(?=沐衡泰|澄砚|曜谷|衍泽|禾沐源)/g, place)
    .replaceAll(/([19]1\d{6})TXT([0-9A-Z]{6})[0-9A-Z]/g, (_, begins: string, serial: string) =>
      withCheck(`${begins.replace('321203', division).replace('321200', city.code)}${code}${serial}`),
    )
    .replaceAll('"321203"', `"${division}"`);
  const plan: PlanContent = JSON.parse(told);
  return { ...plan, form: { ...plan.form, ...ownBlocks(plan, candidate) } };
}

/** Who is reached where, and why the cluster is of another industry than the register names. */
function ownBlocks({ form }: PlanContent, { seat: { postcode, dial, contact }, short, registered }: Candidate): Answers {
  const zone = blockOf(form, 'zone');
  const cluster = blockOf(form, 'cluster');
  const fax = String(answerTo(zone, 'fax')).replace(/^\d+/, dial);
  const notes = {
    R09: {
      justification: `名录登记的主导产业为${registered}；生物医药产业已列入${short}“十四五”规划的重点产业，2021年度产值居区内第二位，与登记的主导产业在装备、检测环节配套，故以其组建集群。`,
    },
  };
  return { zone: { ...zone, postcode, contact, fax }, cluster: { ...cluster, ...(registered === undefined ? {} : { notes }) } };
}

/** The code with the check character that makes it a valid one. */
function withCheck(code: string): string {
  const check = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY').find((character) => checkCreditCode(code + character) === 'valid');
  return `${code}${check ?? '0'}`;
}
