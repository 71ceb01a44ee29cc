import type { Duty, DutyLink, Edition, Modality } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import { dateText } from './formats.ts';
import { wanYuan } from './home.ts';
import { momentWord } from './states.ts';

export const guide = {
  title: '申报指引逐条说明',
  meta: (edition: Edition) => `${edition.guide.issuer}《${edition.guide.title}》，${dateText(`${edition.guide.issued}T00:00:00+08:00`)}`,
  lead: (clauses: number, duties: number, rules: number) =>
    `${clauses} 条，共 ${duties} 项要求、${rules} 条核对规则。文字是对指引的转述，以省科技厅发布的正式文件为准。`,
  search: '查找条款、要求、规则',
  searchHint: '输入编号（如 R18、D012）或文字',
  found: (n: number) => (n === 0 ? '没有找到。可以换个说法，或只输入编号。' : `找到 ${n} 条。`),
  contents: '目录',
  duties: '要求',
  rules: '核对规则',
  who: '由谁办',
  carriedBy: '落实在',
  none: '不需另行核对',
  reading: '执行口径',
  settledBy: (who: string, ambiguity: string | undefined) => `由${who}确定${ambiguity ? `（${ambiguity}）` : ''}`,
  ruleColumns: { id: '编号', severity: '级别', title: '规则', moments: '何时核对', parameters: '参数' },
  off: '未启用',
  lookAt: (text: string) => `看什么：${text}`,
  here: '由问题转到此处',
  noCall: '没有开放的申报，看不到逐条说明。',
  field: (name: string) => `填写“${name}”`,
  step: (name: string) => `${name}环节`,
  human: (look: string, at: string) => `${momentWord[at as keyof typeof momentWord] ?? at}环节由人审看：${look}`,
  parameter: (name: string, value: string) => `参数：${name} ${value}`,
} as const;

export const modalityWord: Record<Modality, string> = {
  must: '必须',
  mustNot: '不得',
  limit: '限额',
  principle: '原则上',
  priority: '优先',
  encourage: '鼓励',
  reference: '参照',
};

const parameterNames: Readonly<Record<string, string>> = {
  zoneLevels: '高新区级别',
  minProjects: '项目最少个数',
  zonesPerCity: '每市推荐高新区数',
  recommendPersons: '市局推荐经手人数',
  zonesPerField: '每领域支持高新区数',
  selectedPerGroup: '每组遴选项目数',
  provinceCapFen: '每项省资助上限',
  matchRatio: '高新区与省资助比例',
  publicShare: '省地资助占新增总投入上限',
  termMonths: '实施期（月）',
  termStart: '实施期起算日',
  copies: '书面材料份数',
  proposalCopies: '申报书书面份数',
  sixOnes: '“六个一”项数',
  minJustification: '例外说明最少字数',
  fieldLevel: '产业领域分类层级',
  minBrandProducts: '品牌产品最少个数',
  similarityPercent: '内容相似度界线（%）',
  mendTimes: '补正次数',
  lapseDays: '截止后可申请延期的天数',
  minAppraisalOpinions: '方案论证最少意见数',
  minReviewOpinions: '网络评审最少意见数',
  maxExpertLoad: '专家评审量上限',
  noticeDays: '公示天数',
  completionMonths: '验收时限（月）',
  completionTaskPercent: '验收任务完成率（%）',
  completionMendMonths: '验收整改时限（月）',
  auditFromFen: '专项审计起点',
  minFirmYears: '企业注册最少年限',
  maxOverdueProjects: '逾期项目上限',
  minCorePatents: '核心授权发明专利最少件数',
  maxLeaderAge: '负责人年龄上限',
  attachmentTypes: '附件格式',
  maxAttachmentBytes: '附件大小上限（MB）',
  maxPlanAttachmentBytes: '全部附件大小上限（MB）',
};

export function parameterName(name: string): string {
  return parameterNames[name] ?? name;
}

/** A parameter's value as people write it: money in 万元, ratios as a:b, shares as a/b. */
export function parameterValue(name: string, value: Json | undefined): string {
  if (value === undefined || value === null) return '—';
  if (typeof value === 'number') {
    if (name.endsWith('Fen')) return wanYuan(value);
    return name.endsWith('Bytes') ? String(Math.round(value / 1_048_576)) : String(value);
  }
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value;
  if (isList(value)) return value.join('、');
  if (typeof value['numerator'] === 'number') return `${value['numerator']}/${String(value['denominator'])}`;
  if (typeof value['zone'] === 'number') return `${value['zone']}:${String(value['province'])}`;
  return Object.entries(value)
    .map(([key, each]) => `${copyNames[key] ?? key} ${String(each)}`)
    .join('，');
}

const copyNames: Readonly<Record<string, string>> = { plan: '方案', form: '申报表', letter: '推荐函' };

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A rule's text with the call's numbers in place of `{param:…}`. */
export function withParameters(text: string, edition: Edition): string {
  return text.replaceAll(/\{param:(\w+)\}/g, (_, name: string) => parameterValue(name, edition.parameters[name]));
}

/** What carries a duty out, in words; rules are links and are left to the page. */
export function linkText(link: Exclude<DutyLink, { readonly rule: string }>, edition: Edition, fieldName: (path: string) => string): string {
  if ('field' in link) return guide.field(fieldName(link.field));
  if ('step' in link) return guide.step(stepNames[link.step] ?? link.step);
  if ('human' in link) return guide.human(link.human, link.at);
  return guide.parameter(parameterName(link.parameter), parameterValue(link.parameter, edition.parameters[link.parameter]));
}

/** Events of the lifecycles as the people who do them call them. */
const stepNames: Readonly<Record<string, string>> = {
  'answer.accept': '收下应征',
  'answer.decline': '不收应征',
  'appraisal.announce': '公布论证结果',
  'appraisal.decide': '论证决定',
  'appraisal.seat': '组成论证组',
  'award.propose': '拟立项',
  'call.extend': '延期',
  'call.publish': '发布批次',
  'change.forward': '变更申请',
  'cityCheck.pass': '市科技局审查',
  'completion.apply': '申请验收',
  'completion.approve': '同意验收',
  'completion.hold': '组织验收',
  'contract.sign': '签订合同',
  'finding.close': '问题整改销号',
  'group.seat': '组成评审组',
  'instalment.pay': '拨付',
  'intake.admit': '受理',
  'intake.receive': '书面材料签收',
  'intake.refuse': '不予受理',
  'integrityCase.decide': '失信认定',
  'localRecommendation.give': '属地推荐',
  'plan.lapse': '逾期失效',
  'plan.recall': '撤回',
  'plan.submit': '高新区报送',
  'project.convert': '转 B类项目',
  'proposal.submit': '提交项目申报书',
  'recommendation.recommend': '市科技局推荐报送',
  'recommendation.withdraw': '撤回推荐',
  'report.accept': '执行报告审核',
  'visit.plan': '安排现场考察',
  'visit.sign': '现场考察签字',
};

export function dutyText(duty: Duty): string {
  return [duty.id, duty.text, duty.who, duty.word, duty.reading?.text ?? ''].join(' ');
}
