import type { Edition } from '../edition.ts';
import { fieldAt, splitPath } from '../look-up.ts';
import type { Report } from './fault-list.ts';

const known = ['zone', 'city', 'day'];
/** What the papers of the intake centre fill in. */
const ofReceipt = [
  'number',
  'n',
  'zone',
  'cluster',
  'plan',
  'papers',
  'version',
  'digest',
  'at',
  'handedInBy',
  'carrier',
  'remark',
  'clerk',
  'centre',
  'audit',
];
const ofFiling = ['number', 'plan', 'call', 'version', 'at', 'code', 'digest', 'auditSeq', 'audit', 'address', 'planCopies', 'formCopies', 'letterCopies'];
const ofRefusal = ['zone', 'plan', 'code', 'cause', 'at', 'handedInBy', 'carrier', 'remark', 'clerk', 'centre', 'current', 'deadline'];
const ofRegister = ['day', 'files', 'receipts', 'plan', 'form', 'letter', 'refusals'];
const ofLetter = ['number', 'bureau', 'projects', 'asked', 'planCopies', 'formCopies', 'letterCopies'];

/** What the accompanying documents name exists: answers, columns, seals, and every `{placeholder}`. */
export function checkDocuments(edition: Edition, report: Report): void {
  const { fills, plan, commitment, letter, proposal, intake, receipt, foot, day } = edition.papers;
  for (const [key, { from }] of Object.entries(fills)) {
    const { form, path } = splitPath(from);
    if (fieldAt(edition, form, path) === undefined) report(`/papers/fills/${key}/from`, `there is no field "${from}"`);
  }
  const every = [...known, ...Object.keys(fills)];
  const check = (at: string, allowed: readonly string[], value: unknown): void => checkTemplates(`/papers/${at}`, allowed, value, report);
  check('foot', ['page', 'pages'], foot);
  check('day', ['year', 'month', 'day'], day);
  check('plan/title', every, plan.title);
  check('plan/cover', every, plan.cover);
  check('plan/heading', every, plan.heading);
  check('plan/chapter', ['number', 'title'], plan.chapter);
  check('plan/section', ['number', 'title'], plan.section);
  check('commitment/item', ['n', 'text'], commitment.item);
  check('commitment/sign', every, commitment.sign);
  check('letter', [...every, ...ofLetter], letter);
  check('intake/receipt', ofReceipt, intake.receipt);
  check('intake/refusal', ofRefusal, intake.refusal);
  check('intake/register', ofRegister, intake.register);
  check('intake/copies', ['plan', 'form', 'letter'], intake.copies);
  check('intake/version', ['n'], intake.version);
  check('receipt', [...every, ...ofFiling], receipt);
  check('proposal/heading', ['number', 'title'], proposal.heading);
  for (const [index, column] of letter.table.columns.entries()) {
    const at = `/papers/letter/table/columns/${index}/field`;
    const field = column.field === undefined ? undefined : fieldAt(edition, 'proposal', column.field);
    if (column.field !== undefined && field === undefined) report(at, `the proposal has no field "${column.field}"`);
    if (column.sum && field?.kind !== 'money') report(at, `"${String(column.field)}" is no money that could be added up`);
  }
  for (const [index, line] of proposal.cover.entries()) {
    if ('field' in line && fieldAt(edition, 'proposal', line.field) === undefined)
      report(`/papers/proposal/cover/${index}/field`, `the proposal has no field "${line.field}"`);
  }
  // The blocks, the caps, the attachments and the signatures each have a number.
  const needed = edition.forms.proposal.blocks.length + 3;
  if (proposal.numbers.length < needed) report('/papers/proposal/numbers', `${needed} headings need a number, ${proposal.numbers.length} have one`);
  for (const [index, seal] of plan.seals.entries()) {
    if (!edition.seals.some(({ signer }) => signer === seal.signer)) report(`/papers/plan/seals/${index}/signer`, `there is no seal of "${seal.signer}"`);
  }
}

function checkTemplates(at: string, allowed: readonly string[], value: unknown, report: Report): void {
  if (typeof value === 'string') {
    for (const [found, key = ''] of value.matchAll(/\{(\w+)\}/g)) if (!allowed.includes(key)) report(at, `"${found}" is filled in by nothing`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) checkTemplates(`${at}/${key}`, allowed, item, report);
  }
}
