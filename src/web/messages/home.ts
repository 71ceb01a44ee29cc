import { countText } from './formats.ts';

export const home = {
  open: '正在申报',
  closed: '已截止',
  published: (issuer: string, date: string) => `${issuer}　${date}发布`,
  noCallTitle: '目前没有开放的申报',
  noCall: '省科技厅发布年度申报后，这里会写明截止时间、谁可以申报和办理步骤。已有账号的，可以登录查看往年材料。',
  lead: (projects: number, cap: string) =>
    `高新区围绕“一区一战略产业”编制集群培育试点方案，向全省产业链企业征集不少于 ${projects} 个项目，经设区市科技局审查推荐后一并报送。立项项目由省与高新区共同资助，省资助每项原则上不超过 ${cap}。`,
  submitBy: '高新区网上报送截止',
  recommendBy: '市科技局推荐截止',
  filedBy: '网上报送截止',
  filedByNote: '高新区报送和市科技局推荐都要在此前完成',
  paperBy: '书面材料送达截止',
  paperByNote: '以受理窗口签收为准',
  past: '已截止',
  at: (deadline: string, note: string) => `${deadline}，${note}`,
  day: '天',
  hour: '小时',
  minute: '分',
  byServer: (now: string) => `按服务器时间计算：北京时间 ${now}。逾期不予受理。`,
  who: '谁可以申报',
  zones: (levels: string) => `${levels}高新区管委会`,
  zonesDo: '编制方案、提出申报',
  companies: '省内企业',
  companiesDo: '答复高新区的征集，填写项目申报书；区外企业另需所在地科技主管部门审核推荐',
  cities: '设区市科技局',
  citiesDo: (n: number) => `审查推荐，每市限推荐 ${n} 家高新区`,
  reading: (text: string, by: string) => `执行口径：${text}　由${by}确定。`,
  steps: '办理步骤',
  stepPublished: '发布指引',
  stepPrepare: '高新区编制方案、征集项目',
  stepSubmit: '高新区网上报送',
  stepRecommend: '市科技局推荐报送',
  stepPaper: '书面材料送达',
  until: (date: string) => `${date}前`,
  from: (date: string) => `${date}起`,
  guideTitle: '指南怎么规定',
  guideBody: '每一条要求、由谁办、怎样核对、有歧义时按什么口径执行，都逐条列出。',
  guideLink: '看申报指引逐条说明',
  paperTitle: '手里有纸质材料？',
  paperBody: '扫描页首二维码或输入查验码，可核对它是否与网上报送的版本一致。',
  accountTitle: '没有账号？',
  accountBody: '高新区、市科技局的账号由省科技厅开通，企业账号由所在高新区开通。忘记密码的，请找给你开通账号的单位重置。',
  demoTitle: '演示环境',
  demoBody: '名称和数字都是虚构的。演示账号的用户名和密码印在启动程序的终端里。',
} as const;

/** 省级以上 where the levels are the usual two, else as listed. */
export function levelsText(levels: readonly string[]): string {
  return levels.join('、');
}

export function wanYuan(fen: number): string {
  return `${countText(fen / 1_000_000)} 万元`;
}
