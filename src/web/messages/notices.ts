import type { MessageKind } from '#domain/messages/kinds.ts';

type Sentence = (params: Readonly<Record<string, string | number>>) => string;

/** What changed in an account, by the code that the server gives. */
const accountChange: Readonly<Record<string, string>> = { rights: '可以办的事有调整', tookOver: '接手了离岗同事的工作' };

/** Why paper was not taken, by the code that the server gives; for another cause, the desk's own words stand in the note. */
const notTaken: Readonly<Record<string, string>> = { late: '：已过书面材料截止时间', superseded: '：不是现行版本', notRecommended: '：还没有推荐' };

/** One sentence for each kind of message: who did what, and what it is about. Parameters are named in the comment of the caller. */
export const noticeSentence: Readonly<Record<MessageKind, Sentence>> = {
  'comment.added': ({ person, place }) => `${person}在“${place}”写了批注。`,
  'comment.answered': ({ person, place }) => `${person}答复了“${place}”的批注。`,
  'task.given': ({ person, task }) => `${person}请你办理：${task}。`,
  'task.done': ({ person, task }) => `${person}办完了：${task}。`,
  'solicitation.published': ({ zone, number }) => `${zone}发布了项目征集公告 ${number}。`,
  'answer.invited': ({ zone }) => `${zone}邀请贵单位申报集群试点项目。`,
  'answer.offered': ({ company, project }) => `${company}应征：${project}。`,
  'answer.accepted': ({ zone, project }) => `${zone}采纳了“${project}”，可以开始填写项目申报书。`,
  'answer.declined': ({ zone, project }) => `${zone}未采纳“${project}”，理由见应征记录。`,
  'answer.withdrawn': ({ company, project }) => `${company}撤回了“${project}”的应征。`,
  'proposal.submitted': ({ company, number }) => `${company}提交了项目申报书 ${number}。`,
  'proposal.returned': ({ zone, number }) => `${zone}退回了项目申报书 ${number}，请按意见修改。`,
  'proposal.taken': ({ zone, number }) => `${zone}收下了项目申报书 ${number}。`,
  'proposal.removed': ({ zone, number, reason }) => `${zone}把项目 ${number} 移出了试点方案，理由：${reason}。`,
  'partner.invited': ({ company, number }) => `${company}请贵单位填写项目申报书 ${number} 中本单位的部分。`,
  'local.asked': ({ zone, company }) => `${zone}提请贵局审核推荐 ${company} 的项目。`,
  'local.given': ({ authority, number }) => `${authority}已出具项目 ${number} 的审核推荐意见。`,
  'local.declined': ({ authority, number }) => `${authority}未推荐项目 ${number}，理由见推荐记录。`,
  'local.stale': ({ number }) => `项目 ${number} 有了新版本，原审核推荐意见不再适用，需重新出具。`,
  'call.published': ({ title }) => `${title}已发布。`,
  'call.extended': ({ title, until }) => `${title}：截止时间改为 ${until}。`,
  'call.supplemented': ({ title }) => `${title}发布了补充通知，请看对本单位材料的影响。`,
  'question.answered': ({ question }) => `省科技厅答复了提问：${question}`,
  'plan.submitted': ({ zone, number }) => `${zone}报送了试点方案 ${number}。`,
  'plan.recalled': ({ zone, number }) => `${zone}撤回了试点方案 ${number}。`,
  'plan.lapsed': ({ number }) => `试点方案 ${number} 到截止时间没有报送或推荐，已自动终止。填写的内容和已报送的版本都保留。`,
  'mending.resubmitted': ({ zone, number }) => `${zone}报送了试点方案 ${number} 的补正版本，请核对后确认。`,
  'mending.confirmed': ({ city, number }) => `${city}已确认试点方案 ${number} 的补正版本，可以换交书面材料。`,
  'plan.returned': ({ city, number, notes, reason }) =>
    `${city}退回了试点方案 ${number}${Number(notes) > 0 ? `，附 ${notes} 条批注` : ''}，请修改后在截止前重新报送：${reason}`,
  'plan.notChosen': ({ city, number, reason }) => `${city}本年度未推荐试点方案 ${number}，理由：${reason}`,
  'plan.recommended': ({ city, zone, number }) => `${city}推荐了${zone}的试点方案 ${number}，下一步是向受理服务中心交书面材料。`,
  'plan.unrecommended': ({ city, number, reason }) => `${city}撤回了对试点方案 ${number} 的推荐，理由：${reason}`,
  'workbook.answered': ({ company }) => `${company}交回了填报表，请核对后收入。`,
  'file.refused': ({ name }) => `附件“${name}”未能收下，请看原因。`,
  'scan.read': ({ number, faults }) =>
    Number(faults) < 0
      ? `试点方案 ${number} 的盖章扫描件有文件读不出来，请看原因后重传。`
      : Number(faults) === 0
        ? `试点方案 ${number} 的盖章扫描件已核对，各页齐全，与报送版一致。`
        : `试点方案 ${number} 的盖章扫描件已核对，有 ${faults} 处需要处理。`,
  'reminder.asked': ({ zone, what, number }) => `${zone}催办：${owed(String(what), String(number), 0)}。`,
  'reminder.deadline': ({ hours, what, number, open, of }) =>
    `${of === 'mending' ? '距补正截止' : '距网上报送截止'}还有 ${timeLeft(Number(hours))}：${owed(String(what), String(number), Number(open))}。`,
  'account.changed': ({ what }) => `你的账号有变化：${accountChange[String(what)] ?? what}。`,
  'organisation.requested': ({ company }) => `${company}申请开通账号，请核对后开通。`,
  'paper.received': ({ number, receipt, missing }) =>
    `受理服务中心签收了试点方案 ${number} 的书面材料（${receipt}）${Number(missing) > 0 ? `，还欠 ${missing} 份，请补齐` : ''}。`,
  'paper.refused': ({ number, cause }) => `试点方案 ${number} 的书面材料未能签收${notTaken[String(cause)] ?? ''}，详见告知单。`,
  'intake.mend': ({ number, until }) => `试点方案 ${number} 需要补正，请在 ${until} 前按指出的内容办理。`,
  'intake.proposed': ({ number, zone }) => `受理服务中心对${zone}的试点方案 ${number} 拟了受理意见，请审签。`,
  'intake.sentBack': ({ number }) => `省科技厅退回了试点方案 ${number} 的受理意见，请重新核办。`,
  'intake.admitted': ({ number }) => `试点方案 ${number} 已受理。`,
  'intake.refused': ({ number, reason }) => `试点方案 ${number} 不予受理，理由：${reason}。`,
  'intake.refusedLate': ({ number, deadline }) => `试点方案 ${number} 的书面材料到截止时间 ${deadline} 没有递交，不予受理。`,
  'intake.struck': ({ number, project, reason }) => `项目 ${project} 从试点方案 ${number} 中剔除，理由：${reason}。`,
};

function timeLeft(hours: number): string {
  return hours > 48 ? `${Math.round(hours / 24)} 天` : `${hours} 小时`;
}

function owed(what: string, number: string, open: number): string {
  if (what === 'proposal') return `项目申报书 ${number} 还没有提交高新区`;
  if (what === 'confirm') return `试点方案 ${number} 的补正版本还没有确认`;
  if (what === 'paper') return `试点方案 ${number} 补正后的书面材料还没有签收`;
  if (what === 'mending') return open > 0 ? `试点方案 ${number} 的补正还有 ${open} 项没有解决` : `试点方案 ${number} 的补正还没有报送`;
  if (what === 'local') return `项目 ${number} 的审核推荐意见还没有出具`;
  return open > 0 ? `试点方案 ${number} 还有 ${open} 项没有解决` : `试点方案 ${number} 已没有未解决的问题，还没有报送`;
}

/** A message as a mail: the subject is its sentence, and the link leads to the place. */
export function mailText(name: string, sentence: string, link: string): { readonly subject: string; readonly text: string } {
  return {
    subject: `【集群】${sentence}`,
    text: `${name}：\n\n${sentence}\n\n查看：${link}\n\n这封邮件由系统发出，请不要回复。不想再收到这类邮件的，可在“消息—提醒方式”里关闭；与办理期限有关的提醒不能关闭。\n`,
  };
}
