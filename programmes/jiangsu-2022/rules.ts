import type { RuleDef } from '#domain/programme/edition.ts';
import { duties } from './duties.ts';
import { deliveryRules } from './rules-delivery.ts';
import { filingRules } from './rules-filing.ts';
import { formRules } from './rules-form.ts';
import { narrativeRules } from './rules-narrative.ts';
import { projectRules } from './rules-projects.ts';
import { reviewRules } from './rules-review.ts';
import { supportRules } from './rules-support.ts';

/** All 69 rules; a letter after the number marks a part that has a severity or clause of its own. Which duties each carries out stands with the duties. */
export const rules: readonly RuleDef[] = [...filingRules, ...supportRules, ...formRules, ...narrativeRules, ...projectRules, ...reviewRules, ...deliveryRules]
  .map((rule) => {
    const carried = duties.filter((duty) => duty.carriedBy.some((link) => 'rule' in link && link.rule === rule.id)).map((duty) => duty.id);
    return carried.length === 0 ? rule : { ...rule, duties: carried };
  })
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));
