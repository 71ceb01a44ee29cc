import { fill } from '#domain/filing/predicates/wording.ts';
import { changedRules, editionChanges } from '#domain/programme/edition-changes.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { Clause } from '#web/components/clause.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { calls as words } from '#web/messages/calls.ts';

/** Every rule with its numbers filled in, as the draft has them; what differs from the edition is marked. */
export function RulePreview({ before, edition }: { readonly before: Edition; readonly edition: Edition }) {
  const changed = changedRules(editionChanges(before, edition));
  return (
    <section className="card" aria-labelledby="preview">
      <div className="card-head">
        <h2 id="preview">{words.preview}</h2>
        <span className="small soft">{words.previewLead}</span>
      </div>
      <TableFrame label={words.preview}>
        <table className="table call-rules">
          <thead>
            <tr>
              <th>{words.previewColumns.rule}</th>
              <th>{words.previewColumns.text}</th>
              <th>{words.previewColumns.clause}</th>
            </tr>
          </thead>
          <tbody>
            {edition.rules.map((rule) => (
              <tr key={rule.id}>
                <td>{rule.id}</td>
                <td>
                  {fill(rule.title, {}, edition)}
                  {rule.off === true && <span className="tag">{words.off}</span>}
                  {changed.has(rule.id) && <span className="tag tag-go">{words.changed}</span>}
                </td>
                <td>
                  <Clause edition={edition} clause={rule.clause} rule={rule.id} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
