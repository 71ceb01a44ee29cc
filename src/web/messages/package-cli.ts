import { secondTime } from './formats.ts';
import { packages } from './package.ts';

const archiveFaults = {
  notAnArchive: '不是 zip 文件，或者前后接着别的东西。',
  encrypted: '加了密，打不开。',
  bomb: '解压后大得不合理，没有打开。',
  tooMany: '里面的文件太多，不是核验包，没有打开。',
  broken: '已损坏，或者里面的文件与目录说的大小不符。',
} as const;

/** What the command line says of packages. */
export const packageCli = {
  missingOut: '请用 --out 指定核验包写到哪个文件。',
  badUrl: (text: string) => `“${text}”不是网址，例如 https://jiqun.example.cn。`,
  written: (file: string, papers: number) => `已写入 ${file}：草稿核验包，${papers} 份成稿。双击里面的 open.html 查看。`,
  archive: (file: string, fault: keyof typeof archiveFaults) => `${file} ${archiveFaults[fault]}`,
  badName: (file: string, name: string) => `${file} 里有“${name}”，不是核验包的文件名，没有打开。`,
  twice: (file: string, name: string) => `${file} 里有两个“${name}”，没有打开。`,
  oversized: (file: string) => `${file} 太大，不是核验包，没有打开。`,
  about: (of: { zone: string; title: string; number?: string; version?: number; filedAt?: string; digest: string }) =>
    [
      `申报单位　${of.zone}`,
      `批次　　　${of.title}`,
      ...(of.number === undefined || of.version === undefined || of.filedAt === undefined
        ? ['状态　　　草稿，没有报送']
        : [`版本　　　${of.number} 第 ${of.version} 版`, `报送时间　${secondTime(of.filedAt)}（北京时间，据回执）`]),
      `内容摘要　${of.digest}`,
    ].join('\n'),
  otherEdition: (at: string) => `包里的指南版本不能用${at === '' ? '' : `（${at}）`}，成稿没法重排。`,
  wrongAnswers: (at: string) => `plan.json 的 ${at} 不是这个指南版本的内容，成稿没法重排。`,
  pages: (paper: string, said: number, found: number) => `${paper}应有 ${found} 页，清单写的是 ${said} 页。`,
  otherPaper: (paper: string) => `${paper}的 PDF 与按包里内容重排的不同：不是这份内容的成稿，或者二维码里的地址不同（用 --url 指定）。`,
  otherProduct: (said: string, own: string) => `包由 ${said} 写出，本程序是 ${own}：排版可能有别，请用写出它的版本再核对一次。`,
  unrenderable: (paper: string) => `${paper}重排不出来：内容里有印不出的字符，或者缺图片。`,
  otherPage: 'open.html 不是本程序写的那一页，可能被换过，请不要以它显示的为准。',
  pageUnchecked: 'open.html 由另一个版本写出，没有核对，请以本命令的结果为准。',
  whole: '核验包完好：文件、内容摘要、附件清单和回执都对得上。',
  rendered: (n: number) => `${n} 份成稿与重新排出的逐字节相同。`,
  notRendered: '成稿只核对了摘要，没有重排。',
  unproven: (publicUrl: string | null, head: string | undefined) =>
    `没有证明：是不是现行版本、何时报送，请${publicUrl === null ? '到公开的查验页' : `到 ${publicUrl}/verify `}输入查验码；${
      head === undefined ? '' : `审计链头 ${head} 请与公布的链头对照（verify audit --head）；`
    }包里没有数字签名。`,
  draftUnproven: '没有证明：这是没有报送的草稿，包里没有数字签名，谁都可以做一个。',
  paper: (kind: keyof typeof packages.papers) => packages.papers[kind],
} as const;
