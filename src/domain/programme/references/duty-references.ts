import type { Duty, DutyLink, Edition } from '../edition.ts';
import { blockAt, formOf, outlineKeys } from '../look-up.ts';
import { isStep } from '../steps.ts';
import type { Report } from './fault-list.ts';
import { reportTwice } from './fault-list.ts';

/** A duty stands under a clause and is carried by things that exist, or says why it needs none. */
export function checkDuties(edition: Edition, report: Report): void {
  reportTwice(
    edition.duties.map((duty) => duty.id),
    (index) => `/duties/${index}/id`,
    'duty',
    report,
  );
  for (const [index, duty] of edition.duties.entries()) checkDuty(edition, duty, `/duties/${index}`, report);
}

function checkDuty(edition: Edition, duty: Duty, at: string, report: Report): void {
  if (!edition.clauses.some((clause) => clause.id === duty.clause)) report(`${at}/clause`, `there is no clause "${duty.clause}"`);
  if (duty.carriedBy.length === 0 && duty.none === undefined) report(`${at}/carriedBy`, `duty ${duty.id} is carried by nothing and does not say why`);
  if (duty.carriedBy.length > 0 && duty.none !== undefined) report(`${at}/none`, `duty ${duty.id} is carried by something and says that nothing is needed`);
  for (const [index, link] of duty.carriedBy.entries()) {
    const missing = missingEnd(edition, duty, link);
    if (missing !== undefined) report(`${at}/carriedBy/${index}`, missing);
  }
}

function missingEnd(edition: Edition, duty: Duty, link: DutyLink): string | undefined {
  if ('rule' in link) {
    const rule = edition.rules.find((candidate) => candidate.id === link.rule);
    if (rule === undefined) return `there is no rule "${link.rule}"`;
    return rule.duties?.includes(duty.id) ? undefined : `rule "${link.rule}" does not name duty ${duty.id}`;
  }
  if ('field' in link) return hasField(edition, link.field) ? undefined : `there is no field "${link.field}"`;
  if ('step' in link) return isStep(link.step) ? undefined : `there is no step "${link.step}"`;
  if ('parameter' in link) return link.parameter in edition.parameters ? undefined : `there is no parameter "${link.parameter}"`;
  return undefined;
}

/** `form/cluster`, `form/cluster/field`, `form/chain/rows/patent`, `proposal/…`, `commitment/…`, `outline/3-1`. */
function hasField(edition: Edition, path: string): boolean {
  const [form = '', blockKey = '', fieldKey, columnKey, ...rest] = path.split('/');
  if (rest.length > 0) return false;
  if (form === 'outline') return fieldKey === undefined && outlineKeys(edition).includes(blockKey);
  if (form !== 'form' && form !== 'proposal' && form !== 'commitment') return false;
  const block = blockAt(formOf(edition, form), blockKey);
  if (block === undefined || fieldKey === undefined) return block !== undefined;
  const field = block.fields.find((candidate) => candidate.key === fieldKey);
  if (field === undefined || columnKey === undefined) return field !== undefined;
  return field.kind === 'table' && field.columns.some((column) => column.key === columnKey);
}
