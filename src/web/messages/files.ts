import type { FileFault } from '#domain/files/judge-file.ts';
import type { Json } from '#domain/values/json.ts';

type Detail = Readonly<Record<string, Json>>;

const kindNames: Readonly<Record<string, string>> = { pdf: 'PDF', png: 'PNG 图片', jpg: 'JPG 图片', docx: 'Word 文档', xlsx: 'Excel 表格', ofd: 'OFD 文件' };

export function kindName(kind: Json | undefined): string {
  return typeof kind === 'string' ? (kindNames[kind] ?? kind) : '';
}

/** 1.2 MB, 340 KB. */
export function sizeText(bytes: number): string {
  if (bytes >= 1_048_576) return `${(bytes / 1_048_576).toFixed(1).replace(/\.0$/, '')} MB`;
  return `${Math.max(1, Math.round(bytes / 1_024))} KB`;
}

function admitted(detail: Detail): string {
  const kinds = detail['admitted'];
  return Array.isArray(kinds) ? kinds.map((kind: Json) => kindName(kind)).join('、') : 'PDF、图片';
}

function limit(detail: Detail): string {
  return typeof detail['limit'] === 'number' ? sizeText(detail['limit']) : '';
}

/** What is wrong with the file, and what to send instead. */
const faultSentences: Readonly<Record<FileFault, (detail: Detail) => string>> = {
  empty: () => '文件是空的。请检查原文件后重传。',
  tooLarge: (detail) => `文件超过 ${limit(detail)}。请压缩，或拆成几个文件再传。`,
  planFull: (detail) => `本方案的附件合计不能超过 ${limit(detail)}。请先移出不用的文件，或压缩后再传。`,
  unknownType: (detail) => `认不出这个文件的类型。请换成 ${admitted(detail)}。`,
  notAdmitted: (detail) => `这里不收${kindName(detail['kind'])}。请换成 ${admitted(detail)}。`,
  otherEnding: (detail) => `文件名以 .${String(detail['ending'])} 结尾，内容却是${kindName(detail['kind'])}。请改正文件名，或另存后再传。`,
  broken: () => '文件不完整，打不开。请重新扫描或导出后再传。',
  twoInOne: () => '文件里藏有另一种文件，不能收。请重新导出后再传。',
  encrypted: () => '文件加了密码或权限限制，别人打不开。请去掉密码后再传。',
  active: () => 'PDF 里带有脚本、可执行动作或内嵌文件，不能收。请用“打印为 PDF”重新生成后再传。',
  macros: () => '文件里带有宏，不能收。请另存为不带宏的格式后再传。',
  bomb: () => '文件解压后过大，不能收。请换成 PDF 再传。',
  infected: (detail) => `病毒扫描发现${typeof detail['finding'] === 'string' ? ` ${detail['finding']}` : '问题'}，没有打开。请删去它，换一个干净的文件。`,
  tooManyPixels: () => '图片的尺寸过大。请缩小到长边 30,000 像素以内再传。',
};

/** The sentence for a refused file, from the detail that the server or this page's own look gives. */
export function badFileSentence(detail: Detail): string {
  const sentence = Object.hasOwn(faultSentences, String(detail['fault'])) ? faultSentences[detail['fault'] as FileFault] : undefined;
  return sentence?.(detail) ?? '这个文件不能收下，请换一个文件再传。';
}

export const evidence = {
  title: '佐证材料',
  secrecy: '不得上传涉密材料。上传前请确认文件不涉及国家秘密、工作秘密，并已隐去无关的个人信息。',
  noScanner: '未配置病毒扫描',
  scanner: '上传后自动扫描病毒',
  done: (n: number, of: number): string => `应附 ${of} 项，已传 ${n} 项`,
  total: (bytes: number, most: number): string => `合计 ${sizeText(bytes)}，上限 ${sizeText(most)}`,
  rule: (kinds: readonly string[], most: number): string => `收 ${kinds.map((kind) => kindName(kind)).join('、')}，每个不超过 ${sizeText(most)}`,
  wanted: '六个一工作体系证明',
  projects: '区外项目审核推荐意见',
  tables: '表格佐证（选传）',
  wantedHint: '选“是”的每一项附一份证明，例如印发的文件、设立批复。',
  projectsHint: '申报单位在区外的项目，附所在地科技主管部门的审核推荐意见。',
  tablesHint: '数字有来源文件的，可以附在表格下，供审查时核对。',
  noProjects: '没有要在这里附的：企业有账号的区外项目，由属地在线出具。',
  project: (n: number, name: string): string => (name === '' ? `项目 ${n}` : `项目 ${n}：${name}`),
  none: '未传',
  count: (n: number): string => `已传 ${n} 份`,
  notAsked: '选“否”，不用附',
  unanswered: '还没有选',
  upload: '上传文件',
  uploadFor: (label: string): string => `上传文件：${label}`,
  drop: '可以把文件拖到这里',
  namedOnly: '只登记了名称，请补传文件',
  pages: (n: number): string => `${n} 页`,
  by: (name: string, at: string): string => `${name} ${at}`,
  pending: '病毒扫描中',
  clean: '扫描未发现病毒',
  refused: '扫描发现病毒，已隔离，请换文件',
  view: (name: string): string => `查看：${name}`,
  rename: '改名',
  renameOf: (name: string): string => `改名：${name}`,
  newName: '文件名',
  keepName: '保存',
  leaveName: '不改',
  remove: '移出',
  removeOf: (name: string): string => `移出：${name}`,
  removed: (name: string): string => `已移出“${name}”。`,
  undo: '撤销',
  waiting: '等待上传',
  sending: (percent: number): string => `上传中 ${percent}%`,
  retry: '重试',
  drop1: '不传了',
  cancel: '取消上传',
  queue: '正在上传的文件',
  close: '关闭',
  newTab: '在新标签页打开',
  save: '下载',
  notShown: '这类文件不能在页面里预览，请下载后查看。',
  locked: '材料已报送，附件不能再改。需要修改的，请先撤回。',
  section: '附件',
  sectionHint: '合作协议、知识产权证明、财务报表等，附在整份申报书下。',
  whole: '其他附件',
  empty: '还没有附件。',
} as const;
