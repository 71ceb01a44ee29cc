import type { Edition, RuleDef } from '#domain/programme/edition.ts';
import { SeverityMark } from '#web/components/state-mark.tsx';
import { TableHead } from '#web/components/table-head.tsx';
import { guide, parameterName, parameterValue, withParameters } from '#web/messages/guide.ts';
import { momentsText } from '#web/messages/states.ts';
import { Here } from './duty-item.tsx';

/** Rules with number, severity, moment and the values of the parameters they read. Coloured only while broken, so plain here. */
export function RuleTable({
  rules,
  edition,
  marked,
  label,
}: {
  readonly rules: readonly RuleDef[];
  readonly edition: Edition;
  readonly marked: string;
  readonly label: string;
}) {
  return (
    <table className="table rule-table" aria-label={label}>
      <TableHead
        columns={[guide.ruleColumns.id, guide.ruleColumns.severity, guide.ruleColumns.title, guide.ruleColumns.moments, guide.ruleColumns.parameters]}
      />
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id} id={rule.id} tabIndex={-1} className={rule.id === marked ? 'guide-marked' : ''}>
            <th scope="row">{rule.id}</th>
            <td className="rule-severity">
              <SeverityMark severity={rule.severity} />
              {rule.off && <span className="tag">{guide.off}</span>}
            </td>
            <td>
              {withParameters(rule.title, edition)}
              {rule.id === marked && <Here />}
              {rule.look && <span className="rule-look">{guide.lookAt(withParameters(rule.look, edition))}</span>}
            </td>
            <td className="rule-moments">{momentsText(rule.moments)}</td>
            <td>
              {(rule.parameters ?? []).map((name) => (
                <span key={name} className="rule-parameter">
                  {parameterName(name)} {parameterValue(name, edition.parameters[name])}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
