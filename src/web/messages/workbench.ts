import type { BlockStateName } from './states.ts';
import { deadlineText } from './formats.ts';
import { blockStateWord } from './states.ts';
import type { Person } from '#web/api/queries.ts';

export const workbench = {
  returned: (reason: string) => `市局已退回修改：${reason} 批注在对应的栏目旁，逐条答复、改好后重新报送。`,
  title: '工作台',
  unnamed: '尚未命名的集群',
  unnamedProject: '名称未填',
  version: (n: number) => `第 ${n} 版`,
  neverFiled: '未报送过',
  filed: (time: string) => `${time} 报送`,
  untilFiled: '报送与推荐截止',
  toGuide: '看申报指引逐条说明',
  untilSubmit: '网上报送截止',
  untilRecommend: '市科技局推荐截止',
  untilPaper: '书面材料截止',
  city: (name: string | undefined) => (name ? `${name}科技局` : '市科技局'),
  startFirst: '从第 1 项开始处理',
  readyTitle: '没有待解决的问题，可以报送。',
  readyBody: (receiver: string) => `报送后由${receiver}审查。报送前还可以看一遍成稿。`,
  toCheck: '检查与报送',
  filedTitle: (n: number, time: string) => `第 ${n} 版已于 ${time} 报送。`,
  filedBody: (receiver: string) => `${receiver}开始审查前可以撤回修改；成稿、摘要和查验码在“文件与版本”。`,
  toVersions: '看文件与版本',
  checkedBody: (receiver: string) => `${receiver}正在审查，不能再撤回。推荐或退回后会通知你。`,
  recommendedTitle: (n: number) => `第 ${n} 版已由市科技局推荐。`,
  recommendedBody: (until: string) => `请在${deadlineText(until)}前把盖好章的书面材料送到受理服务中心；收了几份、还缺什么，见“盖章与扫描”。`,
  toPapers: '盖章与扫描',
  admittedTitle: '书面材料已受理。',
  admittedBody: '转入专家论证，结果出来会通知你。',
  endedTitle: '本方案已终止，不再办理。',
  endedBody: '内容和报送过的版本仍可查看、下载。',
  tooLateTitle: '已过网上报送截止时间，未能报送。',
  tooLateBody: '草稿仍保留，可以查看和下载。',
  readiness: '准备情况',
  asOf: (time: string) => `按已保存内容计算，${time}`,
  openIt: '打开',
  form: '申报表',
  outline: '方案正文',
  projects: '试点项目',
  commitment: '承诺书',
  evidence: '佐证材料',
  noEvidence: '六个一选“是”的、区外项目要附的证明，会列在这里',
  allEvidence: '应附的都已上传',
  evidenceWanting: (names: readonly string[]) => `差 ${names.length} 份：${names.slice(0, 2).join('、')}${names.length > 2 ? ' 等' : ''}`,
  evidenceOf: (label: string, project: number | undefined) => (project === undefined ? short(label) : `项目 ${project} 属地推荐意见`),
  sixOnes: '六个一',
  sixOnesText: (wanting: readonly { readonly label: string; readonly state: BlockStateName }[]) => {
    if (wanting.length === 0) return '六项都有，名称或规模已填';
    if (wanting.length < 3) return `差${wanting.map(({ label }) => `“${short(label)}”`).join('、')}`;
    return [...Map.groupBy(wanting, ({ state }) => state)].map(([state, list]) => `${list.length} 项${oneWords[state] ?? blockStateWord(state, 0)}`).join('，');
  },
  blocks: (n: number, states: readonly BlockStateName[]) => `${n} 块：${tally(states)}`,
  sections: (states: readonly BlockStateName[]) => (states.every((state) => state === 'done') ? '各节都已写' : tally(states)),
  projectsHead: (n: number) => `${n} 个试点项目`,
  projectIs: (n: number, name: string, state: string) => `项目 ${n} ${name}：${state}`,
  projectList: '列表',
  projectsNeed: (n: number) => `至少 ${n} 个`,
  noProjects: '还没有项目',
  noProjectsBody: (n: number) => `企业答复征集后会列在这里。报送前至少要收下 ${n} 个。`,
  noPlanTitle: '还没有开始编制',
  noPlanBody: (zone: string, date: string) =>
    `${zone}本年度的试点方案会列在这里：申报表填到哪里、还有哪些问题、离截止还有多久。开始编制后随时自动保存，${date}前可以反复修改。`,
  start: '开始编制',
  starting: '正在建立',
  readOnlyZone: '你的账号可以查看本区的方案，开始编制要由有编写权限的同事来办。',
  plansTitle: '方案',
  plansColumns: { plan: '方案', state: '状态', version: '版本', filed: '报送时间', open: '文件' },
  noPlans: '现在还没有方案',
  open: '看文件',
} as const;

const oneWords: Partial<Record<BlockStateName, string>> = { empty: '未选“是”', problems: '未填全' };

/** 是否列入规划 is what is asked; 列入规划 is what is wanting. */
function short(question: string): string {
  return question.replace(/^是否/, '');
}

function tally(states: readonly BlockStateName[]): string {
  const counts = new Map<BlockStateName, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, n]) => `${n} 个${blockStateWord(state, 0)}`).join('，');
}

/** What will come to this desk, and who acts before it does. */
export const waitingFor: Record<Person['kind'], string> = {
  zone: '',
  city: '高新区报送后，方案会列在这里，由你局审查，每市限推荐 1 家。现在等高新区编制和报送。',
  province: '市科技局推荐后，方案会列在这里，由你厅组织受理和论证。现在等高新区报送和市科技局推荐。',
  intake: '市科技局推荐后，待签收的书面材料会列在这里。现在等高新区报送和市科技局推荐。',
  local: '区外企业应征后，需要你单位出具审核推荐意见的项目会列在这里。现在等企业填写项目申报书。',
  company: '高新区征集项目后，你单位填写的项目申报书会列在这里。现在由高新区代为录入，请与高新区联系。',
  institute: '企业请你单位参与的项目会列在这里，由你单位填写本单位的部分。现在等企业邀请。',
  expert: '分配给你评审的项目会列在这里。方案受理后由省科技厅分组、抽取专家并通知。',
  auditor: '已报送的方案会列在这里，供查阅。现在等高新区报送。',
  admin: '你的账号管理系统，不经办材料。已报送的方案会列在这里，供查阅。',
};
