export const auditTitles = {
  log: '日志查询',
  looks: '查阅记录',
  entry: '日志记录',
  file: '材料当时的状态',
  check: '核对审计链',
  heads: '每日公布的审计链头',
  system: '系统状态',
  security: '登录安全',
} as const;
