import type { Edition } from '#domain/programme/edition.ts';
import { guide } from '#web/messages/guide.ts';
import { DutyItem } from './duty-item.tsx';
import { RuleTable } from './rule-table.tsx';
import type { GuideSection } from './sections.ts';

/** One clause: its duties, then the rules that stand on it. `rule` came with a problem: it and its duties are marked. */
export function ClauseSection({
  section: { clause, duties, rules },
  edition,
  rule,
  target,
}: {
  readonly section: GuideSection;
  readonly edition: Edition;
  readonly rule: string | undefined;
  readonly target: string;
}) {
  const carried = new Set(rule ? edition.rules.find((each) => each.id === rule)?.duties : []);
  return (
    <section id={clause.id} tabIndex={-1} className={`card guide-clause ${target === clause.id ? 'guide-target' : ''}`} aria-labelledby={`${clause.id}-title`}>
      <div className="card-head">
        <h2 id={`${clause.id}-title`}>
          {clause.cite}　{clause.title}
        </h2>
        <span className="more">{clause.id}</span>
      </div>
      {duties.length > 0 && (
        <ul className="duties">
          {duties.map((duty) => (
            <DutyItem key={duty.id} duty={duty} edition={edition} marked={target === duty.id || carried.has(duty.id)} />
          ))}
        </ul>
      )}
      {rules.length > 0 && <RuleTable rules={rules} edition={edition} marked={rule ?? target} label={`${clause.cite} ${guide.rules}`} />}
    </section>
  );
}
