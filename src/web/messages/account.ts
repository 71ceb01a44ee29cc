export const account = {
  title: '我的账号',
  meta: (name: string, organisation: string, username: string) => `${name}　${organisation}　用户名 ${username}`,
  password: '密码',
  passwordBody: '改密码后，别处的登录全部退出，这里继续。',
  current: '现在的密码',
  oneTime: '一次性密码',
  next: '新密码',
  nextHint: '至少 10 个字符，不能包含用户名',
  repeat: '再输一次新密码',
  currentMissing: '请填写现在的密码。',
  nextShort: '新密码少于 10 个字符，请加长。',
  nextSame: '新密码与现在的相同，请另设一个。',
  nextUsername: '新密码里有用户名，请另设一个。',
  repeatWrong: '两次输入的新密码不同，请重输。',
  currentWrong: '现在的密码不对，请检查大小写。',
  change: '修改密码',
  changing: '正在修改',
  changed: '密码已改，别处的登录已全部退出。',
  second: '两步验证',
  secondOff: '演示中未启用',
  secondOffBody: '正式运行时，省科技厅、受理中心和专家的账号必须启用，其他账号可以启用：登录时除密码外，再输手机验证器上的 6 位验证码。',
  secondSet: '已启用',
  secondUnset: '未启用',
  secondObliged: '你的账号须启用两步验证。',
  secondBody: '启用后，登录时除密码外，还要输手机验证器（支持 TOTP 的应用）上的 6 位验证码，不需要手机信号。',
  secondLost: '换手机或丢手机时，用备用码登录；备用码也没有了，请本单位管理人员的同事或开通账号的单位解除。',
  begin: '启用两步验证',
  beginning: '正在准备',
  scan: '用验证器扫描二维码，再输入它显示的 6 位验证码。',
  scanAlt: '验证器用的二维码',
  byHand: '不能扫描的，在验证器里输入密钥',
  spare: '备用码',
  spareBody: '每个只能用一次，只在这里显示这一次。请抄下收好。',
  code: '验证码',
  codeMissing: '请输入 6 位验证码。',
  confirm: '确认启用',
  confirming: '正在确认',
  confirmed: '两步验证已启用，下次登录起生效。',
  drop: '停用两步验证',
  dropBody: '停用后，只凭密码就能登录。',
  dropped: '两步验证已停用。',
  sessions: '登录在哪些地方',
  sessionsBody: '不认识的，请立即退出它，并修改密码。',
  columns: { device: '设备', address: '地址', since: '登录时间', seen: '最近使用', act: '办理' },
  here: '这里',
  revoke: '退出',
  revokeOf: (device: string, since: string) => `退出 ${since} 登录的${device}`,
  revokeOthers: '退出其他所有地方',
  revoked: '已退出，那里不能再操作。',
  otherDevice: '其他设备',
  stay: '先不办',
} as const;

export const must = {
  passwordTitle: '先设一个自己的密码',
  passwordBody: '现在的密码是别人给你的一次性密码。改成只有你知道的密码后，才能办事。',
  secondTitle: '先启用两步验证',
  passwordGo: '改好并继续',
} as const;

export const secondStep = {
  title: '请输入验证码',
  body: '打开手机验证器，输入它现在显示的 6 位验证码。手机不在身边的，输入一个备用码。',
  code: '验证码或备用码',
  go: '验证并登录',
  back: '换一个账号',
  expired: '等得太久，请重新输入用户名和密码。',
} as const;

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** What a browser calls itself, in words: system and browser. */
export function deviceText(agent: string): string {
  const of = (names: readonly (readonly [RegExp, string])[]) => names.find(([pattern]) => pattern.test(agent))?.[1];
  const [system, browser] = [of(systems), of(browsers)];
  return system === undefined && browser === undefined ? account.otherDevice : [system, browser].filter((part) => part !== undefined).join('，');
}
