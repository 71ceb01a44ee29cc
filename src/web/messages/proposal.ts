import type { Reply } from '#web/api/call.ts';
import { minuteTime, remainingText, secondTime } from './formats.ts';

export type ProposalStateName = Reply<'proposal'>['state'];

/** Words of a project's 项目申报书: the company's page, the partner's, the zone's. */
export const proposalPage = {
  title: '项目申报书',
  crumb: (position: number) => `项目 ${position}`,
  tabs: { label: '项目申报书的各页', form: '申报书', partners: '参与单位', versions: '版本', versionsOf: (n: number) => `版本 ${n}` },
  state: { drafting: '填写中', returned: '已退回，请修改', atZone: '已提交，待高新区收下', taken: '高新区已收下', locked: '已随方案报送' },
  version: (n: number) => `第 ${n} 版`,
  filed: (n: number, at: string) => `第 ${n} 版，${minuteTime(at)} 提交`,
  neverFiled: '还没有提交过',
  next: '下一个问题',
  submit: '报送高新区',
  submitAgain: '再次报送高新区',
  recall: '收回修改',
  recalling: '正在收回',
  recalled: '已收回，可以继续修改，改好后再次报送。',
  returned: {
    lead: (zone: string, n: number, at: string) => `${zone} ${minuteTime(at)} 退回了第 ${n} 版：`,
    fields: '要修改的栏目：',
  },
  waiting: (zone: string, n: number) => `已向${zone}提交第 ${n} 版，等高新区收下。收下前可以收回修改，各版都保留。`,
  taken: (zone: string, n: number) => `${zone}已收下第 ${n} 版。要修改的，请联系高新区退回。`,
  locked: '试点方案已报送，内容锁定，只能查看。',
  readOnly: '只能查看。',
  partner: {
    lead: (blocks: readonly string[]) => `请填写本单位参与的部分：${blocks.join('、')}。其余各块由申报单位填写，只能查看。`,
    nothing: '申报书已提交，现在不能修改本单位的部分。',
    confirm: '确认本单位的内容',
    confirming: '正在确认',
    confirmed: (at: string) => `已于 ${minuteTime(at)} 确认本单位的内容；之后再改，需重新确认。`,
  },
  blocked: {
    title: '现在还不能报送。',
    rest: (must: number, other: number) =>
      [must > 0 ? `${must} 项必须解决` : '', other > 0 ? `${other} 项要写例外说明或核对` : ''].filter((part) => part !== '').join('，') + '。',
    list: '报送前要解决的问题',
    go: '去处理',
    goOf: (place: string) => `去处理：${place}`,
    columns: { severity: '级别', problem: '问题', place: '位置', clause: '依据' },
    noRight: '你的账号可以填写和检查，报送要由本单位有报送权限的人来办。',
  },
  dialog: {
    title: (name: string, zone: string) => `向${zone}报送“${name}”？`,
    body: (n: number) => `内容冻结为第 ${n} 版并留下摘要。高新区收下前可以收回修改；收下后要修改，须由高新区退回。各版都保留。`,
    outside: '申报单位不在本高新区内：提交后由高新区提请所在地科技主管部门审核推荐。',
    notes: (n: number) => `${n} 条例外说明会随件打印，审查和遴选的人都会看到。`,
    left: (until: string, now: number) => `方案网上报送的截止：还有 ${remainingText(until, now)}。请给高新区留出汇总的时间。`,
    go: '报送高新区',
    going: '正在报送',
    stay: '再看看',
  },
  receipt: {
    title: (zone: string) => `已报送${zone}。`,
    next: '下一步：高新区审看，收下或者退回修改，都会通知你。',
    version: '版本',
    at: '收到时间',
    by: '报送人',
    digest: '内容摘要（SM3）',
    number: '项目编号',
    time: (at: string) => secondTime(at),
  },
} as const;

/** Ways to mend money that is too much, and what each one changes. */
export const wayText = {
  title: '可以这样改',
  province: { lead: (to: string) => `申请省资助改为 ${to}`, effect: (by: string) => `三道上限都满足；自筹需增加 ${by}，总投入不变` },
  zone: { lead: (to: string) => `高新区拟资助提高到 ${to}`, effect: (by: string) => `高新区多出 ${by}；自筹可减少 ${by}，总投入不变` },
  newTotal: { lead: (to: string) => `新增总投入增加到 ${to}`, effect: (by: string) => `多投入 ${by}，由自筹或社会资本出` },
  apply: (to: string) => `改为 ${to}`,
  giveBack: '退回并附此建议',
  giveBackOf: (lead: string) => `退回并附此建议：${lead}`,
  reason: (asked: string, over: string, allowed: string, lead: string, effect: string) =>
    `申请省资助 ${asked}，比上限 ${allowed} 多 ${over}。建议：${lead}（${effect}）。`,
} as const;

/** The zone's side of a proposal. */
export const zoneSide = {
  take: '收下',
  taking: '正在收下',
  took: (n: number) => `已收下第 ${n} 版，计入本方案的项目数。`,
  giveBack: '退回修改',
  gaveBack: '已退回，申报单位会收到通知，看到理由和要修改的栏目。',
  drafting: (company: string) => `${company}正在填写，内容随时会变。提交后可以收下或退回。`,
  draftingReturned: (at: string) => `${minuteTime(at)} 已退回，申报单位正在修改。`,
  waiting: '请审看后收下，或写明理由退回修改。',
  waitingProblems: (n: number) => `有 ${n} 项必须解决，收下后也不能随方案报送。请退回修改。`,
  taken: '已收下。',
  dialog: {
    title: (name: string) => `退回“${name}”？`,
    body: (company: string) => `内容解锁，由${company}修改后再次提交；这一版保留。`,
    reason: '退回理由',
    reasonMissing: '请写退回理由，申报单位照此修改。',
    fields: '要修改的栏目',
    add: '添加栏目',
    choose: '选择栏目',
    removeOf: (place: string) => `去掉 ${place}`,
    none: '没有选栏目，申报单位只看到理由。',
    go: '退回修改',
    going: '正在退回',
    stay: '先不退回',
  },
  local: {
    title: '属地推荐',
    need: '申报单位在本高新区外，须由所在地科技主管部门审核推荐现版本，报送前补齐。',
    before: '申报单位在本高新区外。提交后在这里提请所在地科技主管部门审核推荐。',
    authority: '所在地科技主管部门',
    choose: '请选择',
    missing: '请先选所在地科技主管部门。',
    freezeFirst: '代填的项目先冻结为一版，再提请审核推荐；冻结后要改的，退回再改。',
    freeze: '冻结为一版',
    freezing: '正在冻结',
    ask: '提请审核推荐',
    askAgain: '重新提请',
    asking: '正在提请',
    state: {
      asked: (authority: string, n: number, at: string) => `${minuteTime(at)} 已提请${authority}审核推荐第 ${n} 版，尚未答复。`,
      given: (authority: string, n: number, at: string) => `${authority} ${minuteTime(at)} 推荐第 ${n} 版。`,
      declined: (authority: string, n: number, at: string) => `${authority} ${minuteTime(at)} 不推荐第 ${n} 版：`,
      stale: (authority: string, n: number) => `${authority}的意见针对第 ${n} 版，现版本须重新提请。`,
    },
  },
} as const;

export const partnersPage = {
  title: '参与单位',
  intro: '邀请参与单位用自己的账号填写本单位的部分（参与单位与产学研合作、团队）。受邀单位能看到整份申报书，只能写自己的部分。',
  columns: { name: '单位', state: '状态', act: '操作' },
  list: '参与单位',
  confirmed: (at: string) => `${minuteTime(at)} 已确认`,
  open: '已邀请，待确认',
  remove: '取消邀请',
  removeOf: (name: string) => `取消邀请 ${name}`,
  removed: (name: string) => `已取消对${name}的邀请，它写的内容保留。`,
  empty: '还没有邀请参与单位。没有参与单位的，不用邀请，在申报书里写“无”。',
  label: '单位名称或统一社会信用代码',
  hint: '须是已在本系统登记的单位；没有登记的，由申报单位代为填写它的部分',
  missing: '请写单位名称或统一社会信用代码。',
  unknown: '本系统没有登记这个单位。请核对名称或代码；没有登记的，由申报单位代为填写它的部分。',
  invite: '邀请',
  inviting: '正在邀请',
  invited: (name: string) => `已邀请${name}，对方会收到通知。`,
  cannot: '申报书提交后不能再邀请或取消。',
} as const;

export const proposalVersions = {
  title: '项目申报书的版本',
  columns: { version: '版本', at: '提交时间', by: '提交人', digest: '内容摘要（SM3）', review: '高新区' },
  returned: (at: string) => `${minuteTime(at)} 退回`,
  taken: (at: string) => `${minuteTime(at)} 收下`,
  recalled: (at: string) => `${minuteTime(at)} 由申报单位收回`,
  waiting: '待收下',
  none: '还没有提交过',
  noneBody: '每次报送高新区冻结为一版，列在这里，不再改变。',
  toForm: '打开申报书',
} as const;
