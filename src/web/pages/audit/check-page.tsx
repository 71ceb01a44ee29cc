import '#web/components/phone-rows.css';
import './audit.css';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { PublishedHeads } from '#web/audit/published-heads.tsx';
import type { WholeVerdict } from '#web/api/audit-queries.ts';
import { call } from '#web/api/call.ts';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { auditCheck as words, stateWords, thingWord } from '#web/messages/audit-case.ts';
import { emptyCell } from '#web/messages/components.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Verifies the whole chain now, and every state against it. */
export function AuditCheckPage() {
  const checking = useMutation({ mutationFn: () => call('verifyAudit', { body: {} }) });
  const verdict = checking.data;
  return (
    <>
      <PageHead title={words.title} meta={words.lead} />
      <div className="stack">
        <div className="row">
          <Button type="primary" aria-disabled={checking.isPending} onClick={() => !checking.isPending && checking.mutate()}>
            {checking.isPending ? words.going : words.go}
          </Button>
          <span className="soft">{words.onRecord}</span>
        </div>
        {checking.error && (
          <Notice tone="error" live>
            {errorSentence(checking.error)}
          </Notice>
        )}
        {verdict && !checking.isPending && <ChainVerdict verdict={verdict} />}
        {verdict && !checking.isPending && <Replayed verdict={verdict} />}
        <PublishedHeads />
      </div>
    </>
  );
}

function ChainVerdict({ verdict: { chain } }: { readonly verdict: WholeVerdict }) {
  if (chain.ok)
    return (
      <Notice tone="ok" live>
        <p>{words.whole(chain.entries)}</p>
        <p className="mono audit-hash audit-what">
          {words.head} {chain.entries}:{chain.head}
        </p>
      </Notice>
    );
  return (
    <Notice
      tone="error"
      live
      action={
        chain.entryId !== null && (
          <Link to="/audit/entries/$entry" params={{ entry: String(chain.entryId) }}>
            {words.openEntry}
          </Link>
        )
      }
    >
      <p className="strong">
        {words.broken(chain.seq)}
        {words.faults[chain.fault]}
      </p>
      <p>{words.brokenBody}</p>
    </Notice>
  );
}

function Replayed({ verdict: { replayed, mismatches } }: { readonly verdict: WholeVerdict }) {
  const { mismatchColumns: columns } = words;
  if (mismatches.length === 0) return <Notice tone="ok">{words.replayed(replayed)}</Notice>;
  return (
    <section className="card" aria-labelledby="mismatches">
      <div className="card-head">
        <h2 id="mismatches">{words.mismatches(mismatches.length)}</h2>
      </div>
      <TableFrame label={words.mismatches(mismatches.length)}>
        <table className="table phone-rows" aria-labelledby="mismatches">
          <thead>
            <tr>
              <th scope="col">{columns.thing}</th>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.stored}</th>
              <th scope="col">{columns.replayed}</th>
              <th scope="col">{columns.broken}</th>
            </tr>
          </thead>
          <tbody>
            {mismatches.map(({ thing, name, stored, replayed: found, broken }) => (
              <tr key={`${thing} ${name}`}>
                <td>{thingWord[thing]}</td>
                <td className="mono">{name}</td>
                <td data-label={columns.stored}>{stateWords[thing][stored] ?? stored}</td>
                <td data-label={columns.replayed}>{found === null ? words.unknown : (stateWords[thing][found] ?? found)}</td>
                <td data-label={columns.broken}>{broken ?? emptyCell}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
