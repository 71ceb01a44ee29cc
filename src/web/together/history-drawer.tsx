import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { historyQuery, type Save } from '#web/api/together-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { minuteTime } from '#web/messages/formats.ts';
import { comments, history as words } from '#web/messages/together.ts';
import { Differences } from './differences.tsx';
import { placeName } from './place-name.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import { SidePanel } from './side-panel.tsx';
import type { Shared } from './together-context.ts';

/** Every save of a block: compare any two, restore one. */
export function HistoryDrawer({ shared, block, onClose }: { readonly shared: Shared; readonly block: string; readonly onClose: () => void }) {
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(historyQuery(shared, block));
  const saves = data?.pages.flatMap((page) => page.saves);
  const [restoring, setRestoring] = useState<number>();
  const [restored, setRestored] = useState<number>();
  const newest = saves?.[0]?.n;
  return (
    <SidePanel title={words.of(placeName(shared, block))} wide onClose={onClose}>
      {restored !== undefined && (
        <Notice tone="ok" live>
          {words.restored(restored)}
        </Notice>
      )}
      {!saves ? (
        <Loading error={error} />
      ) : saves.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <>
          <ol className="saves">
            {saves.map((save) => (
              <li key={save.n}>
                <span>
                  <b>{words.version(save.n)}</b> {save.n === newest && <span className="tag">{words.now}</span>}
                  <span className="tiny faint save-meta">{`${save.by}　${minuteTime(save.at)}　${words.changes(save.changes, shared.document === 'outline')}`}</span>
                </span>
                {save.n !== newest && shared.store.writes(block) && (
                  <button type="button" className="text-button" onClick={() => setRestoring(save.n)}>
                    {words.restore}
                    <span className="unseen">{comments.at(words.version(save.n))}</span>
                  </button>
                )}
              </li>
            ))}
          </ol>
          {hasNextPage && (
            <button type="button" className="button" onClick={() => void fetchNextPage()}>
              {words.more}
            </button>
          )}
          {saves.length > 1 && <Compare key={newest} shared={shared} block={block} saves={saves} />}
        </>
      )}
      {restoring !== undefined && newest !== undefined && (
        <RestoreDialog
          shared={shared}
          block={block}
          n={restoring}
          base={newest}
          onClose={() => setRestoring(undefined)}
          onDone={() => {
            setRestored(restoring);
            setRestoring(undefined);
          }}
        />
      )}
    </SidePanel>
  );
}

function Compare({ shared, block, saves }: { readonly shared: Shared; readonly block: string; readonly saves: readonly Save[] }) {
  const [from, setFrom] = useState(saves[1]?.n);
  const [to, setTo] = useState(saves[0]?.n);
  return (
    <section aria-label={words.compare} className="stack">
      <h3>{words.compare}</h3>
      <div className="compare-choice">
        <Choice label={words.from} value={from} saves={saves} onChange={setFrom} />
        <Choice label={words.to} value={to} saves={saves} onChange={setTo} />
      </div>
      <Differences shared={shared} block={block} from={from} to={to} />
    </section>
  );
}

function Choice({
  label,
  value,
  saves,
  onChange,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly saves: readonly Save[];
  readonly onChange: (n: number) => void;
}) {
  const id = useId();
  return (
    <div className="compare-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="choice" value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {saves.map((save) => (
          <option key={save.n} value={save.n}>
            {`${words.version(save.n)}　${save.by}　${minuteTime(save.at)}`}
          </option>
        ))}
      </select>
    </div>
  );
}
