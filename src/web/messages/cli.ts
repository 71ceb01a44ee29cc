/** By the verdict of the audit's check. */
const faults = {
  edited: '内容被改动',
  deleted: '被删除',
  reordered: '次序被调换',
  truncated: '从这里起被截断',
  rewritten: '与已印在回执上的链头不符：整条链被重写，或者恢复旧备份以后又写了新的记录',
  unchained: '有记录不在链上，链尾被截去',
} as const;
type AuditFault = keyof typeof faults;

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Every sentence that the command line prints. */
export const cli = {
  help: `用法：jiqun <命令> [参数]

  serve [--demo]                       启动：数据库、网页、后台任务；--demo 载入演示数据
  migrate                              把数据库升级到本版本
  first-account --username --name      建省厅的第一个账号，打印一次性密码
  seed-demo                            载入演示单位、账号与方案
  check plan.json [--edition] [--at]   按指南检查一份方案
  render 文件 plan.json --out x.pdf    把申报表、试点方案、承诺书、推荐函或申报书印成 PDF
  package plan.json --out x.zip        把方案、指南版本、成稿和查看页装成离线核验包
  verify audit [--head 序号:哈希]      核对审计链
  verify case x.zip                    离线核对审计员导出的案卷
  verify package x.zip [--no-render]   离线核对核验包：摘要、回执、成稿
  backup --out x.jiqun                 备份数据库、文件和密钥，不必停机
  restore x.jiqun [--data 目录]        把备份恢复到空的数据库
  restore-drill x.jiqun                演练恢复：恢复到临时数据库，核对以后删除

每个命令加 --help 看说明。`,
  helpOf: {
    serve: `用法：jiqun serve [--demo]

启动数据库、网页和后台任务，就绪后打印地址。按 Ctrl-C 停止。
  --demo         没有演示数据时载入；已有的保留

环境变量
  PORT           端口，默认 8080
  JIQUN_DATA     数据目录，默认 ./data
  DATABASE_URL   PostgreSQL 15 以上的连接地址；不填则用自带的数据库
  PUBLIC_URL     对外访问地址，印在二维码里；填了才对本机以外开放
  CLAMD_ADDRESS  病毒扫描服务 clamd 的 主机:端口；不填则不扫描，页面上会写明
  SMTP_URL       发信地址 smtp:// 或 smtps://`,
    migrate: `用法：jiqun migrate

把数据库升级到本版本，可反复运行。数据库由 DATABASE_URL 或 JIQUN_DATA 指定。`,
    'first-account': `用法：jiqun first-account --username 用户名 --name 姓名 [--organisation 单位名称]

建省厅的第一个账号，有填写、报送和管理人员的权限；一次性密码只打印这一次，首次登录时必须改。
其他账号都从它逐级开通。省厅已有在用的管理人员的，不再建。
  --username     3 至 40 个字母、数字、点或下划线
  --organisation 默认江苏省科学技术厅`,
    'seed-demo': `用法：jiqun seed-demo

载入演示单位、各类账号和方案，并把时钟拨到演示时刻。已有演示数据的，不再载入。
只能用于空的数据库。`,
    package: `用法：jiqun package plan.json --out x.zip [--url 地址] [--edition jiangsu-2022] [--at 时刻]

把一份方案装成离线核验包：内容、指南版本、附件清单、草稿成稿和 open.html（双击即可查看和核对，不需要网络）。
已经报送的版本，请在网页“文件与版本”下载，里面另有回执和报送的成稿。
  --out          写到哪个文件
  --url          公开查验页所在的地址，写在包里供人查对
  --edition      指南版本，默认用文件里写的
  --at           成稿的日期，默认为截止之前`,
    verify: `用法：jiqun verify audit [--head 序号:哈希]…
      jiqun verify package x.zip [--no-render] [--url 地址]
      jiqun verify case x.zip

verify package：离线核对一个核验包。重新计算每个文件和内容的 SM3 摘要，核对回执，用本程序重排每份成稿并逐字节比对。
  --no-render    不重排成稿，只核对摘要和回执
  --url          成稿二维码里的地址与包里写的不同时，用这个地址重排

退出码：0 对得上；1 有问题；2 读不了，或者不是核验包。

verify case：离线核对审计员导出的案卷。重新计算每条记录的链值和每个文件的 SM3 摘要，对照回执和公布的链头；推荐函、签收单、告知单和补正须与记录不多不少。

verify audit：
逐条核对审计链，指出第一处被改动、删除、调换或截断的记录。
  --head         数据库以外的人见证过的链头（例如纸质回执上印的），可给多个；恢复了旧备份的，链比它短
                 数据目录里 published-heads.txt 记下的已公布链头，也一并核对

退出码：0 完好；1 有问题；2 无法核对。`,
    backup: `用法：jiqun backup --out x.jiqun [--passphrase-file 文件]

把整个数据库在同一时刻的内容（单位、账号、方案、每个版本、上传的文件、审计链）写成一个文件，不必停机。
数据目录里的 session.secret 和 sealing.key 也在里面：没有它们，封存的电话号码打不开。
不加口令的备份谁拿到都能读，请像数据库本身一样保管。登录状态不在里面，恢复后各人重新登录。
  --out              写到哪个文件，已有的不覆盖；写完整以前用临时的名字
  --passphrase-file  口令文件，12 个字符以上；用它加密（scrypt、AES-256-GCM）。口令丢了，备份就打不开

数据库由 DATABASE_URL 或 JIQUN_DATA 指定。`,
    restore: `用法：jiqun restore x.jiqun [--data 目录] [--head 序号:哈希]… [--passphrase-file 文件]

先核对整个备份，再恢复到空的数据库，逐表、逐个文件、逐条审计记录核对，再升级到本版本。
已有数据的数据库和更新版本的备份，不恢复。
  --data             恢复到这个目录里的自带数据库；不填则用 DATABASE_URL 或 JIQUN_DATA
  --head             见证过的链头（回执上印的，或公开页上公布的），可给多个；目录里已有的 published-heads.txt 也会核对
  --passphrase-file  备份时用的口令文件

退出码：0 已恢复；1 没有恢复；3 已恢复，但比见证过的链头旧，或者与它不符。`,
    'restore-drill': `用法：jiqun restore-drill x.jiqun [--passphrase-file 文件]

把备份恢复到临时的数据库，逐表、逐个文件、逐条审计记录核对，打印用时，然后删除。不碰现有的数据。
  --passphrase-file  备份时用的口令文件

临时数据库放在系统的临时目录，用 TMPDIR 换一个。退出码：0 可以恢复；1 不行。`,
    check: `用法：jiqun check plan.json [--edition jiangsu-2022] [--at 时刻]

按指南检查一份方案，把问题以 JSON 数组印到标准输出。
  --edition      指南版本，默认用文件里写的
  --at           报送时刻（ISO 8601），默认为截止之前

退出码：0 没有违反硬性要求；1 有；2 文件读不了。`,
    render: `用法：jiqun render form|plan|commitment|letter|proposal plan.json --out x.pdf [--project n] [--number 文号] [--edition jiangsu-2022] [--at 时刻]

印成 PDF/A，带草稿标记：form 申报表，plan 试点方案，commitment 承诺书，letter 推荐函，proposal 项目申报书。
  --out          写到哪个文件
  --project      第几个项目的申报书，默认第 1 个
  --number       推荐函的文号，不填则留空
  --edition      指南版本，默认用文件里写的
  --at           文件的日期，默认为截止之前`,
  },
  unknownCommand: (name: string) => `没有“${name}”这个命令，运行 jiqun --help 看有哪些。`,
  badArguments: (command: string) => `参数不对，运行 jiqun ${command} --help 看用法。`,
  badSetting: (name: string) => `环境变量 ${name} 的值不对，运行 jiqun serve --help 看要求。`,
  failed: (reason: string) => `程序出了错：${reason}`,

  portInUse: (port: number) => `端口 ${port} 已被占用，请停掉占用它的程序，或用 PORT 换一个端口。`,
  folderInUse: (folder: string) => `数据目录 ${folder} 正被另一个在运行的 Jiqun 使用，请先停掉它，或用 JIQUN_DATA 换一个目录。`,
  folderUnusable: (folder: string) => `数据目录 ${folder} 建不了或写不进去，请检查路径和权限，或用 JIQUN_DATA 换一个目录。`,
  databaseDidNotStart: (log: string) => `自带的数据库没有启动：${log}`,
  databaseUnreachable: (reason: string) => `连不上 DATABASE_URL 的数据库：${reason}`,
  migrationEdited: (name: string) => `迁移 ${name} 在数据库运行之后被改过，为免损坏数据没有启动。请恢复原文件。`,
  migrationUnknown: (name: string) => `数据库来自更新的版本（有本版本没有的迁移 ${name}），请用新版本启动。`,
  noData: '还没有数据可核对，请先启动一次，或检查 JIQUN_DATA、DATABASE_URL。',
  buildFailed: '网页没有构建成功，请看上面的输出。',

  building: '正在构建网页……',
  ready: (address: string) => `Jiqun 已就绪：${address}`,
  stopHint: '按 Ctrl-C 停止。',
  stopping: '正在停止……',
  demoNotice: '以下为演示账号，数据均为虚构。',
  demoHead: ['账号', '单位', '身份', '可做'] as const,
  demoPassword: (password: string) => `密码都是 ${password}`,
  rights: { submit: '填写、报送', write: '填写', read: '查看' },
  migrated: (names: readonly string[]) => (names.length === 0 ? '数据库已是最新。' : `已运行 ${names.length} 个迁移：${names.join('、')}`),
  province: '江苏省科学技术厅',
  firstAccount: (username: string, password: string) => `账号已建。只显示这一次：\n  用户名      ${username}\n  一次性密码  ${password}`,
  firstAccountThere: '省厅已有在用的管理人员，请由他在“单位与人员”里开通账号。',
  usernameTaken: (username: string) => `用户名 ${username} 已有人使用，请换一个。`,
  seeded: '演示数据已载入。',
  seedKept: '已有演示数据，保留不动。',
  seedNotEmpty: '数据库里已有真实数据，没有载入演示数据。',

  auditWhole: (entries: number, head: string) => `审计链完好，共 ${entries} 条，链头 ${entries}:${head}`,
  auditBroken: (fault: AuditFault, seq: number, entry: number | null) =>
    `审计链第 ${seq} 条${entry === null ? '' : `（记录 ${entry}）`}有问题：${faults[fault]}。`,
  /** `entries`: how long the chain is; `seq`: the head that somebody saw. */
  auditShorter: (entries: number, seq: number) =>
    `审计链只有 ${entries} 条，比见证过的链头（第 ${seq} 条）短：第 ${entries + 1} 条以后的记录不在这个数据库里。恢复了较早的备份，或者链尾被截去。`,

  /** `other`: something else stands at that place of the chain. */
  headMissing: (seq: number, other: boolean) =>
    other
      ? `注意：审计链第 ${seq} 条与见证过的链头不符：恢复旧备份以后又写了新的记录，或者整条链被重写。请审计人员核对。`
      : `注意：审计链没有到见证过的链头（第 ${seq} 条）：数据库是较早的备份恢复的，那以后的记录不在里面。请找更新的备份，并请审计人员核对。`,

  notACase: (file: string) => `${file} 不是审计员导出的案卷。`,
  caseWhole: (of: { number: string; entries: number; versions: number; papers: number }) =>
    `案卷 ${of.number} 对得上：${of.entries} 条记录的链值、${of.versions} 个版本的摘要、${of.papers} 份文件逐一相符。整条链请用 verify audit 核对。`,
  caseBroken: (count: number) => `案卷有 ${count} 处对不上。`,
  caseFault: {
    link: (at: string) => `记录 ${at}：内容与链值不符，被改动过。`,
    order: (at: string) => `记录 ${at}：没有接在前一条后面，次序被调换或者中间被删去。`,
    head: (at: string) => `记录 ${at}：与回执或公布的链头不符。`,
    version: (at: string) => `第 ${at} 版：摘要与报送时记下的不符，或者没有报送的记录。`,
    paper: (at: string) => `文件 ${at}：不在案卷里，或者不是当时的文件。`,
    unrecorded: (at: string) => `${at.startsWith('mending') ? `第 ${at.slice(8)} 次补正` : `文书 ${at}`}：没有办理的记录，或者与记录不符。`,
    leftOut: (at: string) => `记录 ${at}：它办成的推荐函、签收单、告知单或补正不在案卷里，或者被换过。`,
    unchained: (at: string) => `记录 ${at}：导出时还没有入链，无法证明。`,
  },

  backupThere: (file: string) => `${file} 已经存在，没有覆盖，请换一个文件名。`,
  backupMissingOut: '请用 --out 指定备份写到哪个文件。',
  passphraseUnreadable: (file: string) => `读不了口令文件 ${file}，请检查路径和权限。`,
  passphraseShort: (file: string) => `口令文件 ${file} 里的口令不到 12 个字符，请换一个长的。`,
  backupDone: (file: string, of: { at: string; tables: number; rows: number; bytes: number; seconds: number; head: string }) =>
    `已备份到 ${file}：${of.at} 的内容，${of.tables} 张表、${of.rows} 行，${megabytes(of.bytes)}，用时 ${of.seconds.toFixed(1)} 秒。\n审计链头 ${of.head}，请另处记下，日后可核对。`,
  backupSealed: '已加密。口令请另处保管，丢了就打不开。',
  backupOpen: '没有加密：里面有账号、密钥和全部内容，请像数据库本身一样保管，或用 --passphrase-file 加密。',
  backupNoSecrets: (names: readonly string[], folder: string) => `数据目录 ${folder} 里没有 ${names.join('、')}，不在备份里。`,
  backupRead: (file: string, of: { at: string; product: string; bytes: number; seconds: number }) =>
    `备份 ${file} 完整：${of.at}，版本 ${of.product}，${megabytes(of.bytes)}，核对用时 ${of.seconds.toFixed(1)} 秒。`,
  restored: (of: { tables: number; rows: number; files: number; entries: number; seconds: number }) =>
    `恢复并核对：${of.tables} 张表、${of.rows} 行逐表一致，${of.files} 个文件的摘要相符，审计链 ${of.entries} 条完好；用时 ${of.seconds.toFixed(1)} 秒。`,
  restoreDone: (head: string) => `已恢复，可以启动。备份时的审计链头 ${head}；更晚见证过的链头请用 verify audit --head 核对，就知道少了什么。`,
  drillDone: (seconds: number) => `演练成功，一共用时 ${seconds.toFixed(1)} 秒，临时数据库已删除。`,
  restoreFolderUsed: (folder: string) => `数据目录 ${folder} 里已有数据库，没有动它，请用 --data 指定一个空的目录。`,
  restoreSecretThere: (file: string) => `${file} 已经存在，而且与备份里的不同，没有动它。请换一个数据目录，或先把它移走。`,
  restoreLeft: '数据库里只留下空的表，请删除并重建这个数据库以后再试。',
  backupFault: {
    notBackup: () => '不是 Jiqun 的备份文件。',
    newer: (where: string) => `备份来自更新的版本（本版本没有 ${where}），请用新版本恢复。`,
    truncated: (where: string) => `备份不完整，到第 ${where} 字节就断了。请换一份备份。`,
    altered: (where: string) => `备份被改动或损坏（位置 ${where}）。请换一份备份。`,
    sealed: () => '备份加了密，请用 --passphrase-file 给出口令文件。',
    unsealed: () => '这个文件没有加密，却给了口令：它可能不是您的那份备份。确认无误后，不带 --passphrase-file 再试。',
    wrongPassphrase: () => '口令不对，打不开备份。',
    notEmpty: (where: string) => `数据库不是空的（已有 ${where}），没有动它。请恢复到空的数据库。`,
    different: (where: string) => `恢复以后 ${where} 与备份不一致，没有恢复。`,
    audit: (where: string) => `恢复以后审计链不完好（第 ${where}）。备份时它已经有问题，请先查明。`,
  },
  databaseLost: (reason: string) => `与数据库的连接断了，没有完成：${reason}`,
  notOwner: '连接数据库的账号权限不够，请用数据库的所有者。',

  unreadable: (file: string) => `读不了文件 ${file}，请检查路径和权限。`,
  notJson: (file: string) => `${file} 不是完整的 JSON（UTF-8 编码），可能被截断或转码，请重新导出。`,
  wrongShape: (file: string, at: string) => `${file} 不是方案文件：${at === '' ? '整个文件' : at} 的格式不对。`,
  unknownEdition: (id: string) => `没有“${id}”这个指南版本。`,
  badInstant: (text: string) => `“${text}”不是 ISO 8601 时刻，例如 2022-03-11T14:32:00+08:00。`,
  missingOut: '请用 --out 指定 PDF 写到哪个文件。',
  cannotWrite: (file: string) => `写不了文件 ${file}，请检查目录和权限。`,
  unrenderable: (characters: string) => (characters === '' ? '文件太大，没能在限定的时间和内存内印出。' : `有的字符无法印出，请换成常用字：${characters}`),
  noDocumentNumber: (text: string) => `“${text}”不是文号。请按公文的写法给出，如：泰科函〔2022〕8号。`,
  noProject: (text: string, count: number) => `没有第 ${text} 个项目，这份方案有 ${count} 个项目。`,
  pictureMissing: (file: string) => `试点方案里的图片 ${file} 不在方案文件里，请在网页上导出 PDF，或去掉这张图片。`,
  rendered: (file: string, pages: number) => `已写入 ${file}，共 ${pages} 页。`,
};
