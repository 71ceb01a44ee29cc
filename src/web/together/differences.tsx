import { useQuery } from '@tanstack/react-query';
import { saveQuery } from '#web/api/together-queries.ts';
import { Diff } from '#web/components/diff.tsx';
import { Loading } from '#web/components/loading.tsx';
import { TableFrame } from '#web/components/table-frame.tsx';
import { history as words } from '#web/messages/together.ts';
import { compareSaves } from './compare-saves.ts';
import type { Shared } from './together-context.ts';

/** What leads from one save to the other. */
export function Differences({
  shared: { plan, document, edition, store },
  block,
  from,
  to,
  say = words.differences,
}: {
  readonly shared: Shared;
  readonly block: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** The sentence over the list. */
  readonly say?: (n: number) => string;
}) {
  const { data: before, error } = useQuery(saveQuery({ plan, document }, block, from));
  const { data: after, error: afterError } = useQuery(saveQuery({ plan, document }, block, to));
  if (!before || !after) return <Loading error={error ?? afterError} />;
  const lines = compareSaves({ edition, form: store.form, document, pointer: store.pointer, block }, before.answers, after.answers);
  return (
    <>
      <p className="soft" role="status">
        {lines.length === 0 && say === words.differences ? words.same : say(lines.length)}
      </p>
      {lines.length > 0 && (
        <TableFrame label={words.compare}>
          <Diff lines={lines} edition={edition} />
        </TableFrame>
      )}
    </>
  );
}
