import type { Edition } from '#domain/programme/edition.ts';
import { clauses } from './clauses.ts';
import { codeLists } from './code-lists.ts';
import { commitment } from './commitment.ts';
import { duties } from './duties.ts';
import { form } from './form.ts';
import { formalItems } from './formal-items.ts';
import { opinions } from './opinions.ts';
import { outline } from './outline.ts';
import { papers } from './papers.ts';
import { instants, parameters } from './parameters.ts';
import { projectEntries } from './project-entries.ts';
import { proposal } from './proposal.ts';
import { listHeaders } from './list-headers.ts';
import { listed, signOff } from './province.ts';
import { rules } from './rules.ts';
import { seals } from './seals.ts';
import { zones } from './zones.ts';

/** The 2022 call of Jiangsu, as written: years stand as `{Y}` until `loadEdition` puts them in. */
export const edition = {
  id: 'jiangsu-2022',
  title: '{Y}年度江苏省创新型产业集群培育试点',
  year: 2022,
  fund: '省科技成果转化专项资金',
  guide: { title: '创新型产业集群培育试点项目申报指引', issuer: '江苏省科学技术厅', issued: '2022-01-20' },
  parameters,
  units: { wanYuan: '万元', yiYuan: '亿元', wanDollar: '万美元' },
  instants,
  clauses,
  duties,
  rules,
  forms: { form, proposal },
  papers,
  outline,
  projectEntries,
  commitment,
  opinions,
  seals,
  formalItems,
  signOff,
  listed,
  listHeaders,
  codeLists,
  zones,
} satisfies Edition;
