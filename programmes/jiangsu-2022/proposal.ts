import type { FormDef } from '#domain/forms/definition.ts';

import { content } from './proposal-content.ts';
import { money } from './proposal-money.ts';
import { summary } from './proposal-summary.ts';
import { work } from './proposal-work.ts';

/**
 * 项目申报书 (form J). Its first three blocks are the project block of the 申报表, entered here once;
 * the money block also asks for what the funding rules of G3.5 read and the printed form lacks (A04, A05).
 */
export const proposal: FormDef = {
  key: 'proposal',
  title: '省科技成果转化专项资金项目申报书',
  blocks: [...summary, ...money, ...content, ...work],
};
