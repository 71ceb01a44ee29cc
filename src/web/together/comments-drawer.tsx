import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { threadsQuery, type ThreadsAt } from '#web/api/together-queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { comments as words } from '#web/messages/together.ts';
import { CommentBox } from './comment-box.tsx';
import { placeName } from './place-name.ts';
import { SidePanel } from './side-panel.tsx';
import { ThreadView } from './thread-view.tsx';
import type { Aside, Shared } from './together-context.ts';

/** Comments of a field, a block or the whole document, with a box to write one at the place from which it was opened. */
export function CommentsDrawer({
  shared,
  at,
  onClose,
}: {
  readonly shared: Shared;
  readonly at: Aside & { readonly kind: 'comments' };
  readonly onClose: () => void;
}) {
  const [whole, setWhole] = useState(at.block === undefined);
  const [openOnly, setOpenOnly] = useState(true);
  const { block, path } = at;
  const filter: ThreadsAt = whole ? {} : { ...(block === undefined ? {} : { block }), ...(path === undefined ? {} : { path }) };
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(threadsQuery(shared, filter, openOnly));
  const threads = data?.pages.flatMap((page) => page.threads);
  const place = placeName(shared, block, path);
  return (
    <SidePanel title={whole ? words.title : words.titleAt(place)} onClose={onClose}>
      {block !== undefined && !whole && <CommentBox shared={shared} block={block} path={path ?? ''} />}
      <div className="thread-filters">
        <div role="group" aria-label={words.which} className="thread-choice">
          <button type="button" className="button button-small" aria-pressed={openOnly} onClick={() => setOpenOnly(true)}>
            {words.unresolved}
          </button>
          <button type="button" className="button button-small" aria-pressed={!openOnly} onClick={() => setOpenOnly(false)}>
            {words.every}
          </button>
        </div>
        {!whole && (
          <button type="button" className="text-button" onClick={() => setWhole(true)}>
            {words.whole}
          </button>
        )}
      </div>
      {!threads ? (
        <Loading error={error} />
      ) : threads.length === 0 ? (
        <p className="soft">{openOnly ? words.noneOpen : words.none}</p>
      ) : (
        <ul className="threads">
          {threads.map((thread) => (
            <ThreadView key={thread.id} shared={shared} thread={thread} onGo={onClose} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          {words.more}
        </button>
      )}
    </SidePanel>
  );
}
