import type { CallFile, Change } from '#web/api/call-queries.ts';
import type { Json } from '#domain/values/json.ts';
import { countText, dayText, deadlineText } from './formats.ts';

type State = CallFile['state'];
type Kind = CallFile['decisions'][number]['kind'];

export const callState: Readonly<Record<State, string>> = { draft: '草拟中', published: '已发布', cancelled: '已取消', finished: '已结束' };
export const decisionWord: Readonly<Record<Kind, string>> = { extend: '延期', supplement: '补充通知', cancel: '取消', finish: '结束' };

export const calls = {
  title: '年度批次',
  lead: '由年度指南拟定、会签、发布；发布后的延期、补充通知、提问答复都在这里办。',
  none: '还没有年度批次',
  noneBody: '从服务器上的年度指南开始拟定，会签后由两人发布，高新区才能开始编制。',
  open: '拟定年度批次',
  openFrom: '年度指南',
  openGo: '开始拟定',
  stay: '再看看',
  columns: { title: '批次', state: '状态', submitBy: '网上报送截止', plans: '方案', look: '办理' },
  look: '办理',
  plans: (n: number, live: number) => (n === 0 ? '—' : `${n} 个，在办 ${live}`),
  inForceUntil: ({ submitBy, recommendBy, paperBy }: CallFile['inForce']) =>
    `网上报送 ${deadlineText(submitBy)}${recommendBy === submitBy ? '' : `，推荐 ${deadlineText(recommendBy)}`}，书面材料 ${deadlineText(paperBy)} 截止`,
  plansOf: (n: number, live: number) => (n === 0 ? '还没有方案' : `方案 ${n} 个，在办 ${live} 个`),
  signersTitle: '会签人',
  signersLead: '谁在哪一级会签。换人后，已签的仍然有效。',
  signerColumns: { name: '人员', levels: '会签级别' },
  noLevel: '不会签',
  save: '保存',
  saved: '已保存。',
  draftTitle: '批次内容',
  draftLead: '改动保存后，已有的会签作废，须重新会签。',
  name: '批次名称',
  submitBy: '网上报送截止（高新区）',
  recommendBy: '推荐截止（设区市）',
  paperBy: '书面材料截止',
  levels: '可申报的高新区级别',
  numbers: '年度参数',
  numbersHint: '只列会影响规则的数；资助额按万元填写。',
  badNumber: '请填写不小于零的整数。',
  switches: '由省厅决定是否启用的规则',
  restored: '已恢复你上次填写、还没有保存的内容。',
  restoredMoved: '这一稿在你离开后由别人改过。下面恢复的是你上次填写、还没有保存的内容，请核对后再保存。',
  dirty: '有未保存的改动。保存后才能会签、发布。',
  preview: '规则预览',
  previewLead: '按上面填写的数，规则会这样提示申报单位。',
  previewColumns: { rule: '规则', text: '提示', clause: '依据' },
  changed: '已改',
  off: '未启用',
  signTitle: '会签',
  signLead: '按次序会签，一人只签一级。',
  sign: (title: string) => `以“${title}”会签`,
  waiting: '待签',
  signedAt: (name: string, day: string) => `${name}　${day}`,
  publish: '发布批次',
  publishTitle: (title: string) => `发布“${title}”？`,
  publishBody: (submit: string, paper: string, levels: string) =>
    `发布后立即公开，内容冻结，只能以补充通知修改。网上报送截止 ${submit}，书面材料截止 ${paper}，${levels}高新区可以申报。各高新区、设区市科技局和受理中心会收到通知。`,
  publishGo: '发布',
  decisions: '延期与补充通知',
  noDecisions: '还没有延期或补充通知。',
  forAll: '全体',
  waitsSecond: '待第二人签署',
  second: '签署生效',
  secondOwn: '由你提出，须由另一人签署',
  inForce: (at: string) => `${dayText(at)}起生效`,
  by: (first: string, second: string | null) => (second === null ? first : `${first}、${second}`),
  extend: '延期',
  extendTitle: '延长截止时间',
  extendBody: '只填要延长的一项或几项。未到原截止时间的立即生效；已过的，须由第二人签署。',
  zone: '适用范围',
  supplement: '补充通知',
  supplementTitle: '拟补充通知',
  supplementBody: '签署生效后成为新的一版：在编的方案按新版检查，并看到对本方案有何影响；已报送的版本不变。',
  supplementText: '通知正文',
  supplementTextMissing: '请写通知正文。',
  parameter: '修改参数（选填）',
  parameterValue: '改为',
  noParameter: '不改参数',
  cancel: '取消批次',
  cancelTitle: (title: string) => `取消“${title}”？`,
  cancelBody: '取消须由第二人签署后生效；生效后不能再报送。',
  finish: '结束批次',
  finishTitle: (title: string) => `结束“${title}”？`,
  finishBody: (live: number) => (live > 0 ? `还有 ${live} 个方案没有办结，全部办结后才能结束。` : '所有方案都已办结。结束后不能再改动。'),
  reason: '理由',
  reasonMissing: '请写理由，公开可见。',
  going: '正在办理',
  go: '提出',
  documents: '公开的文件',
  documentsLead: 'PDF 或 Word，单个不超过 20 MB；放上后在申报公告公开。',
  upload: '选择文件',
  noDocuments: '还没有文件。把正式印发的指南原文放在这里。',
  takeDown: '撤下',
  takeDownOf: (name: string) => `撤下${name}`,
  questions: '提问与答复',
  noQuestions: '还没有提问。',
  answerLabel: '答复（公开，不显示提问人）',
  answer: '公开答复',
  answered: '已公开答复',
  asker: (organisation: string, name: string, day: string) => `${organisation}　${name}　${day}提问`,
} as const;

/** What waits for the province's person on the workbench. */
export const provinceDesk = {
  title: '待办',
  nothing: '年度批次没有等你办的事：没有待签的稿，提问都已答复。',
  sign: (title: string, level: string) => `“${title}”等你以“${level}”会签。`,
  signGo: '去会签',
  signOther: (title: string, level: string) => `“${title}”正在会签，等“${level}”签。`,
  publish: (title: string) => `“${title}”已签完，等待发布。`,
  publishGo: '去发布',
  second: (kind: Kind) => `${decisionWord[kind]}等第二人签署后生效。`,
  secondGo: '去签署',
  questions: (n: number) => `有 ${n} 个提问还没有答复。`,
  questionsGo: '去答复',
  look: '查看',
} as const;

export const parameterWord: Readonly<Record<string, string>> = {
  zoneLevels: '可申报的高新区级别',
  minProjects: '试点项目最少数（个）',
  zonesPerCity: '每市推荐高新区数（家）',
  recommendPersons: '市局推荐经手人数（人）',
  zonesPerField: '每个领域支持高新区数（家）',
  selectedPerGroup: '每组遴选项目数（个）',
  provinceCapFen: '省资助每项上限（万元）',
  termMonths: '实施期（月）',
  minJustification: '例外说明最少字数（字）',
  minBrandProducts: '品牌产品最少数（个）',
  similarityPercent: '项目相近比例（%）',
  mendTimes: '补正次数（次）',
  lapseDays: '截止后可申请延期的天数（天）',
  minAppraisalOpinions: '论证意见最少数（份）',
  minReviewOpinions: '评审意见最少数（份）',
  maxExpertLoad: '专家评审量上限（项）',
  noticeDays: '公示天数（天）',
  auditFromFen: '须专项审计的省资助额（万元）',
};

const instantWord = { submitBy: '网上报送截止', recommendBy: '推荐截止', paperBy: '书面材料截止' } as const;
const changeWord = { added: '新增', removed: '取消', switchedOn: '启用', switchedOff: '停用', changed: '修改' } as const;

/** A parameter's value as people read it; amounts in 万元. */
export function parameterText(name: string, value: Json): string {
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'number') return countText(name.endsWith('Fen') ? value / 1_000_000 : value);
  return typeof value === 'object' ? '—' : String(value);
}

export function changeText(change: Change): string {
  switch (change.kind) {
    case 'title':
      return `名称由“${change.from}”改为“${change.to}”。`;
    case 'instant':
      return `${instantWord[change.name]}由 ${deadlineText(change.from)} 改为 ${deadlineText(change.to)}。`;
    case 'parameter':
      return `${parameterWord[change.name] ?? change.name}由 ${parameterText(change.name, change.from)} 改为 ${parameterText(change.name, change.to)}${change.rules.length > 0 ? `（规则 ${change.rules.join('、')}）` : ''}。`;
    case 'rule':
      return `${changeWord[change.change]}规则 ${change.id}：${change.title.replaceAll(/\{[^}]*\}/g, '…')}。`;
    case 'field':
      return `${changeWord[change.change]}栏目“${change.label}”。`;
  }
}

/** 网上报送截止改为 …; for those of the three that an extension moves. */
export function extensionText(one: { readonly submitBy: string | null; readonly recommendBy: string | null; readonly paperBy: string | null }): string {
  const parts = (['submitBy', 'recommendBy', 'paperBy'] as const).flatMap((name) =>
    one[name] === null ? [] : [`${instantWord[name]}延至 ${deadlineText(one[name])}`],
  );
  return `${parts.join('；')}。`;
}

export const supplementNotice = {
  title: (day: string) => `${day}发布了补充通知`,
  noEffect: '对本方案没有新的问题。',
  effects: (n: number) => `按新规定，本方案新出现 ${n} 个问题：`,
  acknowledge: '已阅知',
  acknowledging: '正在记下',
  ask: '请有填写权限的同事阅知。',
} as const;
