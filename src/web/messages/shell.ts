export const titles = {
  home: '申报公告',
  guide: '申报指引',
  verify: '文件查验',
  receipt: '网上报送回执',
  workbench: '工作台',
  collect: '企业填报',
  fill: '企业填报',
  inbox: '消息',
  inboxChoices: '提醒方式',
  form: '申报表',
  outline: '方案正文',
  commitment: '承诺书',
  evidence: '佐证材料',
  project: '项目申报书',
  projects: '试点项目',
  proposalVersions: '项目申报书的版本',
  partners: '参与单位',
  solicitation: '项目征集',
  recommendations: '属地项目推荐',
  city: '审查推荐',
  check: '检查与报送',
  mending: '补正',
  versions: '文件与版本',
  papers: '盖章与扫描',
  account: '我的账号',
  people: '单位与人员',
  join: '单位登记',
  calls: '年度批次',
  register: '高新区名录',
} as const;

export const shell = {
  product: '集群',
  productLatin: 'Jiqun',
  titleOf: (page: string) => `${page} · 集群 Jiqun`,
  skip: '跳到主要内容',
  demo: '演示数据',
  rehearsal: '演练',
  beijing: '北京时间',
  signIn: '登录',
  signOut: '退出',
  mainNav: '主导航',
  publicNav: '公共导航',
  menu: '菜单',
  closeMenu: '收起菜单',
  path: '路径',
  groups: { plan: '集群方案', projects: '试点项目', filing: '报送', people: '账号', open: '公开' },
  loading: '正在读取',
} as const;

export const leaving = {
  title: '退出登录？',
  body: (n: number) => `这台电脑上还有 ${n} 处输入没有存到服务器。退出会清除它们，不能找回。`,
  leave: '清除并退出',
  stay: '先不退出',
} as const;

export const again = {
  title: '登录已过期',
  body: '页面和输入的内容都还在。重新登录后继续，不会丢失。',
  go: '登录并继续',
  stay: '暂不登录',
} as const;

export const faults = {
  notFoundTitle: '没有这个页面',
  notFound: '地址可能输错了，或者材料已经不在这里。',
  errorTitle: '页面出了错',
  toHome: '回申报公告',
  toWorkbench: '回工作台',
  retry: '重新读取',
} as const;

export const signIn = {
  title: '登录',
  username: '用户名',
  password: '密码',
  go: '登录',
  going: '正在登录',
  missing: '请填写用户名和密码。',
  joinAsk: '企业、高校、科研院所没有账号的，先办',
  signedInAs: '已登录',
  open: '进入工作台',
} as const;
