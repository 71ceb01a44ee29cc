import type { RefusalCode } from '#domain/values/refusal.ts';
import { NetworkLoss, RefusalError } from '#web/api/refusal-error.ts';
import { badFileSentence } from './files.ts';

/** One sentence for each way a request can be refused: what happened, and what to do. */
export const refusalSentence: Record<RefusalCode, string> = {
  notSignedIn: '登录已过期。页面上的内容还在，重新登录后继续。',
  wrongCredentials: '用户名或密码不对，请检查大小写后再试。',
  tooManyAttempts: '连续多次输入有误，登录已暂停，请几分钟后再试。',
  tooOften: '查得太快，这一分钟里不能再查。请过一分钟再试。',
  locked: lockedFor(15),
  accountSuspended: '你的账号或所在单位已停用，不能登录。请联系本单位管理人员的同事或开通账号的单位。',
  wrongCode: '验证码不对或已经用过。请等下一个验证码再试，或者用一个备用码。',
  mustChangePassword: '现在的密码是一次性的，请先改成自己的密码。',
  mustSetSecondFactor: '你的账号须启用两步验证，设置好才能办事。',
  unfitPassword: '新密码不合要求：至少 10 个字符，不能与现在的密码相同，也不能包含用户名。',
  taken: '这个用户名、单位名称或统一社会信用代码已有人使用，请核对后换一个。',
  notFound: '没有找到这份材料，或者你的账号看不到它。',
  notAllowed: '你的账号没有办这件事的权限，请找本单位有报送权限的人。',
  badRequest: '提交的内容格式不对，没有保存。请刷新页面后再试。',
  stale: '这一块刚被别人保存过。两份内容都在，请选一份或合并。',
  notEditable: '材料已经报送，现在不能修改。需要修改的，请先撤回。',
  wrongState: '材料的状态已经变了，这一步现在办不了。请刷新页面看最新状态。',
  tooLate: '已过截止时间，没有办成。已填的内容都保留，可以查看和下载。',
  secondPerson: '这一步要由另一个人来办：同一件事不能由一个人先后经手。',
  unsigned: '这一稿还没有签完，请按次序会签后再办。',
  wrongInstants: '时间先后不对：网上报送、推荐、书面材料的截止要依次不早于前一个，书面截止要晚于网上截止；延期要晚于原截止。',
  problemsOpen: '还有未解决的问题，未能报送。',
  slotTaken: '本市今年已推荐了另一家高新区，没有办成。改荐须先撤回原推荐（指南三第2条）。',
  slotsHeld: '有设区市推荐的高新区已经多于新的限额，不能调低。请等该市撤回推荐，或者不调这个数。',
  badDocumentNumber: '文号写得不对，没有办成。文号由机关代字、四位年份和顺序号组成，如：泰科函〔2022〕8号；序号不加“第”，前面不补 0。请对照文件改好再办。',
  notChecked: '这一版还没有审查通过。请先办完审查，再推荐。',
  opinionsMissing: '试点方案和申报表的推荐审核意见还没有签齐。请签好两份意见再推荐（指南四第1条）。',
  partsNotNamed: '有补正范围以外的改动。请把列出的内容恢复为报送时的样子，再报送。',
  notTheFiledVersion: '书面材料不是网上报送的那一版，不能签收。请换交现行版本（指南四第2条）。',
  notConfirmed: '市科技局还没有确认补正后的版本，暂不能签收。',
  mendedOften: '这份材料的补正次数已经用完，不能再退回补正。',
  itemsOpen: '形式审查还有没办完或不符合的项目，不能受理。请逐项核完。',
  tooFewProjects: '剔除后试点项目就不够数了，不能剔除。',
  keyReused: '这一步已经办过了。请刷新页面看结果。',
  unknownEdition: '找不到这份材料所用的指南版本，请联系省科技厅。',
  unrenderable: '有的字符无法印在成稿上，请换成常用字后再试。',
  badFile: '这个文件不能收下，请换一个文件再传。',
  notAWorkbook: '这不是从本页导出的 Excel 文件，或者带有密码、宏，没有读入。请重新导出一份再填。',
  tooLarge: '内容太大，没有保存。请删减后再试。',
  busy: '服务器正忙，没有办成。内容还在，请稍后再试。',
};

/** What to tell a person about anything that went wrong. */
export function errorSentence(error: unknown): string {
  if (error instanceof RefusalError && error.code === 'unrenderable' && Array.isArray(error.detail['characters']))
    return `“${error.detail['characters'].join('”“')}”无法印在成稿上，请换成常用字后再试。`;
  if (error instanceof RefusalError && error.code === 'notEditable' && error.detail['why'] === 'mending')
    return '正在补正：只能改受理服务中心指出的各块，这里没有保存。';
  if (error instanceof RefusalError && error.code === 'slotsHeld' && Array.isArray(error.detail['cities']))
    return `${error.detail['cities'].join('、')}推荐的高新区已经多于新的限额，不能调低。请等该市撤回推荐，或者不调这个数。`;
  if (error instanceof RefusalError && error.code === 'unrenderable') return unrenderableSentence(error.detail['reason']);
  if (error instanceof RefusalError && error.code === 'badFile') return badFileSentence(error.detail);
  if (error instanceof RefusalError && error.code === 'locked' && typeof error.detail['seconds'] === 'number')
    return lockedFor(Math.ceil(error.detail['seconds'] / 60));
  if (error instanceof RefusalError) return refusalSentence[error.code] ?? '没有办成，请刷新页面后再试。';
  if (error instanceof NetworkLoss) return '网络断开，没有连上服务器。请检查网络后再试。';
  return '程序出了错，没有办成。请刷新页面；仍不行的，请联系技术支持。';
}

function lockedFor(minutes: number): string {
  return `连续 5 次输错，这个用户名已锁定，${minutes} 分钟后自动解开。急用的，请本单位管理人员的同事或开通账号的单位解锁。`;
}

/** `picture`: an image of the text whose file is not there; `killed`: drawing ran out of time or memory; another is a fault of ours. */
function unrenderableSentence(reason: unknown): string {
  if (reason === 'picture') return '正文里有一张图片的文件找不到了，成稿没有做成。请在方案正文里删去显示不出的图片，重新插入后再试。';
  if (reason === 'killed') return '成稿没有做成：内容或图片太大，超出了时间或内存的限度。请压缩图片、删减后再试。';
  if (typeof reason === 'string') return '成稿没有排出来，填写的内容都在。请稍后再试；仍不行的，请联系技术支持。';
  return refusalSentence.unrenderable;
}
