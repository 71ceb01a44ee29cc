import type { ClauseDef, Duty, Edition, RuleDef } from '#domain/programme/edition.ts';
import { dutyText } from '#web/messages/guide.ts';

export interface GuideSection {
  readonly clause: ClauseDef;
  readonly duties: readonly Duty[];
  readonly rules: readonly RuleDef[];
}

/** Clauses in the edition's order with their duties and rules; with a search text, only what holds it. */
export function sectionsOf(edition: Edition, wanted: string): readonly GuideSection[] {
  const needle = wanted.toLowerCase();
  return edition.clauses
    .map((clause) => {
      const whole = needle === '' || holds(needle, `${clause.id} ${clause.cite} ${clause.title}`);
      return {
        clause,
        duties: edition.duties.filter((duty) => duty.clause === clause.id && (whole || holds(needle, dutyText(duty)))),
        rules: edition.rules.filter((rule) => rule.clause === clause.id && (whole || holds(needle, `${rule.id} ${rule.title} ${rule.sentence}`))),
      };
    })
    .filter((section) => section.duties.length + section.rules.length > 0);
}

function holds(needle: string, text: string): boolean {
  return text.toLowerCase().includes(needle);
}
