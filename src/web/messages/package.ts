import type { PaperKind } from '#domain/filing/intake.ts';
import type { PackageFault } from '#domain/package/judge-package.ts';
import type { ReceiptFields } from '#domain/package/receipt.ts';

const papers: Readonly<Record<PaperKind, string>> = { letter: '推荐函', form: '申报表', plan: '试点方案', commitment: '承诺书' };

/** Fields of a receipt as people call them. */
const receiptFields: Readonly<Record<keyof ReceiptFields, string>> = {
  number: '回执号',
  plan: '方案编号',
  version: '版本',
  arrivedAt: '收到时间',
  digest: '内容摘要',
  pdfDigest: '申报表 PDF 摘要',
  pages: '申报表页数',
  documents: '试点方案、承诺书的摘要',
  auditHead: '审计链头',
  code: '查验码',
};

/** What is wrong with a package, in one sentence. */
export function packageFaultSentence(fault: PackageFault): string {
  switch (fault.fault) {
    case 'missing':
      return `缺少 ${fault.file}，包不完整。`;
    case 'extra':
      return `多出 ${fault.file}，清单里没有它，不是打包时的文件。`;
    case 'altered':
      return `${fault.file} 与清单记的大小或 SM3 摘要不符，已被改动或替换。`;
    case 'notJson':
      return `${fault.file} 不是完整的 JSON（UTF-8 编码），已被改动或截断。`;
    case 'wrongShape':
      return `${fault.file} 的格式不对${fault.at === '' ? '' : `（${fault.at}）`}，不是核验包的文件。`;
    case 'content':
      return `方案内容被改动：plan.json 算出的摘要是 ${short(fault.found)}，清单记的是 ${short(fault.said)}。`;
    case 'edition':
      return `指南版本被改动：edition.json 算出的摘要是 ${short(fault.found)}，清单记的是 ${short(fault.said)}。`;
    case 'unlike':
      return `${fault.file}${fault.at === '' ? '' : ` 的 ${fault.at}`} 与方案内容或清单说的不一样。`;
    case 'receipt':
      return `回执的“${receiptFields[fault.field]}”与方案、清单对不上，回执被改动，或者不是这一版的回执。`;
    case 'paperMissing':
      return `清单里没有${papers[fault.kind]}，包不完整。`;
  }
}

function short(digest: string): string {
  return digest === '' ? '（算不出）' : `${digest.slice(0, 8)}…${digest.slice(-8)}`;
}

/** Every sentence of a package's page, of its download and of its check on the command line. */
export const packages = {
  title: '离线核验包',
  papers,
  faultTitle: (n: number) => `核对不上：${n} 处有问题`,
  faultBody: '这个包不能作为凭据。请向提供者重新索取，或联网到公开的查验页核对。',
  wholeFiled: '前后一致：内容、回执与清单都对得上',
  wholeDraft: '前后一致，但这是没有报送的草稿',
  wholeBody: '由本页在这台电脑上重新计算得出，没有联网。成稿 PDF 请在下面选入核对。',
  demo: '演示数据，均为虚构。',
  facts: {
    zone: '申报单位',
    edition: '批次',
    number: '方案编号',
    version: '版本',
    filedAt: '报送时间',
    receipt: '回执号',
    code: '查验码',
    digest: '内容摘要（SM3）',
    audit: '审计链头',
    state: '状态',
    date: '成稿日期',
  },
  versionOf: (n: number) => `第 ${n} 版`,
  draft: '草稿，没有报送，不能盖章使用',
  auditOf: (seq: number, hash: string) => `第 ${seq} 条 ${hash}`,
  provenTitle: '证明了什么，由谁证明',
  proven: '已经证明（本页当场计算，谁都可以用别的 SM3 工具重算）',
  provenFiled: [
    'plan.json 就是摘要所指的内容：改动一个字，摘要就对不上。',
    '回执上的方案编号、版本、时间、摘要、查验码与内容和清单一致。',
    '附件和成稿各有摘要；选入文件就知道是不是原来那一份。',
  ],
  provenDraft: ['plan.json 就是清单摘要所指的内容：打包以后没有改动。', '附件和成稿各有摘要；选入文件就知道是不是原来那一份。'],
  unproven: '没有证明，要向别处核实',
  online: (address: string) => `有没有报送、何时报送、是不是现行版本：由省里的系统证明。请联网到 ${address}/verify 输入查验码，或扫成稿页首的二维码。`,
  onlineUnknown: '有没有报送、何时报送、是不是现行版本：由省里的系统证明。请联网到公开的查验页输入查验码，或扫成稿页首的二维码。',
  witness: '记录事后有没有被改写：由每天公布的审计链头和保存它的人证明。请把回执上的审计链头交给保存着公布链头的人，用 verify audit --head 核对。',
  signature:
    '包是谁做的：包里没有数字签名，照着格式谁都能做一个前后一致的包，本页也可能被换过。拿不准的，用查验页核对，或用 jiqun verify package 重新核对并重排成稿。',
  seal: '纸上的印章和签字是不是真的：要看原件。',
  truth: '填的内容是不是事实：由申报单位负责。',
  filesTitle: '核对文件',
  filesBody: '把成稿 PDF 或附件拖到这里，或点按钮选择。只在这台电脑上计算，不会上传。',
  choose: '选择文件',
  measuring: (name: string) => `正在计算 ${name}`,
  isPaper: (name: string, paper: string, pages: number) => `一致：${name} 就是这一版的${paper}成稿，共 ${pages} 页。`,
  isAttachment: (name: string, attached: string) => `一致：${name} 就是附件“${attached}”。`,
  isPart: (name: string, file: string) => `一致：${name} 就是包里的 ${file}。`,
  isNothing: (name: string) => `不一致：${name} 不是这个包里的文件，也不是它的附件，或已被改动。`,
  digestOf: 'SM3 摘要',
  papersTitle: '成稿',
  paperHead: ['文件', '页数', 'SM3 摘要'],
  attachmentsTitle: '附件',
  attachmentHead: ['附件', 'SM3 摘要'],
  noDigest: '只有文件名',
  contentTitle: '内容',
  form: '申报表',
  outline: '试点方案',
  commitment: '承诺书',
  project: (n: number, name: string) => `项目 ${n}${name === '' ? '' : `　${name}`}`,
  empty: '未填',
  note: '例外说明',
  picture: (alt: string) => `［图片${alt === '' ? '' : `：${alt}`}］`,
  unshown: '这一部分按包里的指南版本显示不出来，请看 plan.json。',
  unreadable: '包里的清单读不出来，无法核对。',
  yes: '是',
  no: '否',
  separator: '、',
  foot: (product: string) => `由 Jiqun 集群 ${product} 写出，可在没有网络的电脑上打开。`,
} as const;
