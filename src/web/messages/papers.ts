import type { PaperKind } from '#domain/filing/intake.ts';
import type { ScanFault } from '#domain/package/judge-scan.ts';
import type { Json } from '#domain/values/json.ts';
import { badFileSentence, sizeText } from './files.ts';

export const paperName: Readonly<Record<PaperKind, string>> = { letter: '推荐函', form: '申报表', plan: '试点方案', commitment: '承诺书' };

export function pageName(kind: PaperKind, page: number): string {
  return `${paperName[kind]}第 ${page} 页`;
}

export const papers = {
  version: (n: number) => `第 ${n} 版`,
  letter: (documentNumber: string) => `推荐函 ${documentNumber}`,
  notYet: '现在不需要盖章',
  notYetBody:
    '设区市科技局推荐以后，这里给出打印包：推荐函、申报表、试点方案和承诺书的定稿，以及打印、盖章和扫描的要求。在此之前不要打印盖章，内容还可能改变。',
  unconfirmed: '补正后的新版还不能打印',
  unconfirmedBody: '设区市科技局确认补正后的版本以后，这里给出新的打印包。先前打印的纸件作废，不要再盖章。',
  toVersions: '查看已报送的版本',
  download: '下载打印包',
  downloadHint: (files: number) => `ZIP，${files} 个 PDF`,
  now: {
    print: '请下载打印包，打印、盖章后，把盖好章的一套扫描或拍照上传。',
    wait: '等待高新区上传盖章扫描件。',
    gathering: '文件齐了就开始核对。顺序不对的，先调整顺序。',
    reading: '正在逐页识读二维码。可以离开这一页，核对完会发消息。',
    faults: (n: number) => `有 ${n} 处需要处理，见下面的核对结果。`,
    ok: (n: number) => `${n} 页齐全，顺序正确，都是报送的这一版。印章和手写由人核对。`,
    failed: '有文件读不出来，原因见下面。',
  },
  print: '打印清单',
  columns: { place: '顺序', name: '材料', pages: '页数', copies: '份数', seals: '盖章处', open: '定稿' },
  total: '合计',
  openPdf: 'PDF',
  openPaper: (name: string) => `${name} PDF`,
  rules: '打印、盖章与扫描须知',
  noticePdf: '须知 PDF',
  scan: '盖章扫描件',
  scanRule: (most: number, pages: number) => `收 PDF、JPG、PNG，每个不超过 ${sizeText(most)}，合计不超过 ${pages} 页。彩色、200 dpi 为宜。`,
  scanNone: '还没有上传。',
  files: '文件，按装订顺序',
  choose: '选择扫描件',
  photo: '拍照',
  drop: '也可以把文件拖到这里',
  pagesOf: (n: number) => `${n} 页`,
  late: '补拍的单页',
  up: '上移',
  down: '下移',
  upOf: (name: string) => `上移 ${name}`,
  downOf: (name: string) => `下移 ${name}`,
  remove: '移出',
  removeOf: (name: string) => `移出 ${name}`,
  sending: (percent: number) => `正在上传 ${percent}%`,
  waiting: '等待上传',
  retry: '重试',
  drop1: '清除',
  cancel: '取消',
  start: '开始核对',
  unsent: '还有文件没有传上来。请等传完，或把没有传成的重试、清除。',
  amend: '修改文件',
  giveUp: '作废重传',
  giveUpTitle: '作废这份扫描件？',
  giveUpBody: (files: number) => `已上传的 ${files} 个文件不再作为盖章扫描件，记录保留。之后要重新上传整套。`,
  giveUpGo: '作废',
  stay: '再看看',
  result: '核对结果',
  readAt: (time: string, by: string) => `${time} 核对，${by}上传`,
  whole: '每一页都在，顺序正确，版本一致。',
  fault: '问题',
  mend: '怎么办',
  again: '重拍这一页',
  add: '补拍这一页',
  tell: '指认',
  tellTitle: (scan: number) => `指认扫描件第 ${scan} 页`,
  tellBody: '二维码读不出来时，由人说明这是哪一页。指认会记录姓名，受理人员看得到“人工指认”。',
  tellPaper: '材料',
  tellPage: '第几页',
  tellRange: (name: string, pages: number) => `${name}共 ${pages} 页`,
  tellWrong: (name: string, pages: number) => `请填 1 到 ${pages} 之间的页码（${name}共 ${pages} 页）。`,
  tellGo: '记录指认',
  told: '人工指认',
  handedIn: '受理服务中心签收',
  receipt: '签收单',
  handedBy: (name: string) => (name === '' ? '' : `递交人 ${name}`),
  notTaken: (at: string, cause: string) => `${at}　未签收：${cause}`,
  refusalNote: '告知单',
  toldBy: (scan: number, page: string, by: string) => `扫描件第 ${scan} 页由${by}指认为${page}`,
} as const;

export const compare = {
  title: '报送页与扫描页对照',
  proves: '系统逐页识读二维码，只能证明打印的是哪一版。',
  eye: '印章是否齐全清楚、纸上有无手写涂改，须目视核对。',
  filed: '报送页',
  scanned: '扫描页',
  previous: '上一页',
  next: '下一页',
  page: '页',
  closer: '放大',
  whole: '整页',
  keys: '键盘：← → 翻页，Z 放大或整页',
  missing: '扫描件里没有这一页',
  noScan: '还没有扫描件',
  noFiled: '报送的材料里没有这一页',
  scanAt: (scan: number) => `扫描件第 ${scan} 页`,
  filedAlt: (page: string) => `报送的${page}`,
  scannedAlt: (scan: number) => `扫描件第 ${scan} 页`,
  failed: '这一页的图没有取到，请稍后再试。',
  again: '重试',
  loading: '正在取图',
  at: (at: number, of: number) => `${at} / ${of}`,
} as const;

/** What is wrong with a page of a scan, by name. */
export function faultSentence(fault: ScanFault): string {
  switch (fault.fault) {
    case 'missing':
      return `缺${pageName(fault.kind, fault.page)}`;
    case 'unreadable':
      return `扫描件第 ${fault.scan} 页的二维码读不出来`;
    case 'doubled':
      return `扫描件第 ${fault.scan} 页：${pageName(fault.kind, fault.page)}重复`;
    case 'misplaced':
      return `扫描件第 ${fault.scan} 页：${pageName(fault.kind, fault.page)}不在应有的位置`;
    case 'foreign':
      return `扫描件第 ${fault.scan} 页不属于这份申报材料：${fault.code.number} 第 ${fault.code.version} 版${pageName(fault.code.paper, fault.code.page)}`;
    case 'superseded':
      return `扫描件第 ${fault.scan} 页是第 ${fault.code.version} 版的${pageName(fault.code.paper, fault.code.page)}，已被取代`;
    case 'forged':
      return `扫描件第 ${fault.scan} 页的摘要与报送版不符（${pageName(fault.code.paper, fault.code.page)}）`;
  }
}

/** How to mend it. */
export const faultRemedy: Readonly<Record<ScanFault['fault'], string>> = {
  missing: '补拍或补扫这一页。',
  unreadable: '单独重拍这一页，让二维码清楚、完整；拍不清的，可以指认。',
  doubled: '修改文件，移出多余的一页。',
  misplaced: '修改文件，调整顺序后重新核对。',
  foreign: '取出这一页，重新扫描所属材料。',
  superseded: '这份材料用打印包里的现行版整份重印、重新盖章，再扫描。',
  forged: '这一页不是从打印包打印的。所属材料整份重印、重新盖章，再扫描。',
};

const reasons: Readonly<Record<string, string>> = {
  tooManyPages: '页数过多。请分成几个文件，合计不超过 400 页。',
  killed: '文件过大或过于复杂，没有读完。请用 200 dpi 重新扫描，或逐页拍照。',
};

/** Why a scan could not be read, from a refusal's code and detail. */
export function failureSentence(failure: Readonly<Record<string, Json>>): string {
  const reason = failure['reason'];
  const why = failure['code'] === 'badFile' ? badFileSentence(failure) : ((typeof reason === 'string' ? reasons[reason] : undefined) ?? '请重新扫描后再传。');
  const file = failure['file'];
  return typeof file === 'string' && file !== '' ? `“${file}”没有读出来。${why}` : why;
}
