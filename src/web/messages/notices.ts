import type { MessageKind } from '#domain/messages/kinds.ts';

type Sentence = (params: Readonly<Record<string, string | number>>) => string;

/** What changed in an account, by the code that the server gives. */
const accountChange: Readonly<Record<string, string>> = { rights: '可以办的事有调整', tookOver: '接手了离岗同事的工作' };

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
  'workbook.answered': ({ company }) => `${company}交回了填报表，请核对后收入。`,
  'file.refused': ({ name }) => `附件“${name}”未能收下，请看原因。`,
  'reminder.asked': ({ zone, what, number }) => `${zone}催办：${owed(String(what), String(number), 0)}。`,
  'reminder.deadline': ({ hours, what, number, open }) =>
    `距网上报送截止还有 ${timeLeft(Number(hours))}：${owed(String(what), String(number), Number(open))}。`,
  'account.changed': ({ what }) => `你的账号有变化：${accountChange[String(what)] ?? what}。`,
  'organisation.requested': ({ company }) => `${company}申请开通账号，请核对后开通。`,
};

function timeLeft(hours: number): string {
  return hours > 48 ? `${Math.round(hours / 24)} 天` : `${hours} 小时`;
}

function owed(what: string, number: string, open: number): string {
  if (what === 'proposal') return `项目申报书 ${number} 还没有提交高新区`;
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
