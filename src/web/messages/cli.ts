/** By the verdict of the audit's check. */
const faults = {
  edited: '内容被改动',
  deleted: '被删除',
  reordered: '次序被调换',
  truncated: '从这里起被截断',
  rewritten: '整条链被重写，与已印在回执上的链头不符',
  unchained: '有记录不在链上，链尾被截去',
} as const;
type AuditFault = keyof typeof faults;

/** Every sentence that the command line prints. */
export const cli = {
  help: `用法：jiqun <命令> [参数]

  serve [--demo]                       启动：数据库、网页、后台任务；--demo 载入演示数据
  migrate                              把数据库升级到本版本
  first-account --username --name      建省厅的第一个账号，打印一次性密码
  seed-demo                            载入演示单位、账号与方案
  check plan.json [--edition] [--at]   按指南检查一份方案
  render 文件 plan.json --out x.pdf    把申报表、试点方案、承诺书、推荐函或申报书印成 PDF
  verify audit [--head 序号:哈希]      核对审计链

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
    verify: `用法：jiqun verify audit [--head 序号:哈希]…

逐条核对审计链，指出第一处被改动、删除、调换或截断的记录。
  --head         纸质回执上印的链头，可给多个

退出码：0 完好；1 有问题；2 无法核对。`,
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

  unreadable: (file: string) => `读不了文件 ${file}，请检查路径和权限。`,
  notJson: (file: string) => `${file} 不是完整的 JSON（UTF-8 编码），可能被截断或转码，请重新导出。`,
  wrongShape: (file: string, at: string) => `${file} 不是方案文件：${at === '' ? '整个文件' : at} 的格式不对。`,
  unknownEdition: (id: string) => `没有“${id}”这个指南版本。`,
  badInstant: (text: string) => `“${text}”不是 ISO 8601 时刻，例如 2022-03-11T14:32:00+08:00。`,
  missingOut: '请用 --out 指定 PDF 写到哪个文件。',
  cannotWrite: (file: string) => `写不了文件 ${file}，请检查目录和权限。`,
  unrenderable: (characters: string) => (characters === '' ? '文件太大，没能在限定的时间和内存内印出。' : `有的字符无法印出，请换成常用字：${characters}`),
  noProject: (text: string, count: number) => `没有第 ${text} 个项目，这份方案有 ${count} 个项目。`,
  pictureMissing: (file: string) => `试点方案里的图片 ${file} 不在方案文件里，请在网页上导出 PDF，或去掉这张图片。`,
  rendered: (file: string, pages: number) => `已写入 ${file}，共 ${pages} 页。`,
};
