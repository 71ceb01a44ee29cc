import { Icon } from '#web/components/icon.tsx';
import { comments, history, presence, tasks } from '#web/messages/together.ts';
import { Avatars } from './avatars.tsx';
import { countAll, countAt, countIn, useShared } from './together-context.ts';
import { placeName } from './place-name.ts';

/** Page head: who else is in the document, and all its comments. */
export function TogetherHead() {
  const shared = useShared();
  if (!shared?.now) return null;
  const { people } = shared.now;
  const count = new Set(people.map((one) => one.person)).size;
  return (
    <span className="together-head">
      <Avatars people={people} />
      {count > 0 && <span className="small soft nowrap desk-only">{presence.editing(count + 1)}</span>}
      <button type="button" className="button" onClick={() => shared.open({ kind: 'comments' })}>
        <Icon name="talk" />
        {comments.count(countAll(shared.now))}
      </button>
    </span>
  );
}

/** Contents list: who is in the block. */
export function Here({ block }: { readonly block: string }) {
  const shared = useShared();
  return <Avatars people={(shared?.now?.people ?? []).filter((one) => one.block === block)} />;
}

/** Block head: who is in it, its comments, its history, and giving it to somebody. */
export function BlockTools({ block }: { readonly block: string }) {
  const shared = useShared();
  if (!shared?.now) return null;
  const place = placeName(shared, block, '');
  const open = countIn(shared.now, block);
  return (
    <span className="block-tools">
      <Here block={block} />
      <button type="button" className="text-button" onClick={() => shared.open({ kind: 'comments', block })}>
        {comments.count(open)}
        <span className="unseen">{comments.at(place)}</span>
      </button>
      <button type="button" className="text-button" onClick={() => shared.open({ kind: 'task', block, path: '', title: '' })}>
        {tasks.give}
        <span className="unseen">{comments.at(place)}</span>
      </button>
      <button type="button" className="text-button" onClick={() => shared.open({ kind: 'history', block })}>
        {history.word}
        <span className="unseen">{comments.at(place)}</span>
      </button>
    </span>
  );
}

/** A field's mark: the number of open threads, or on hover and focus the way to write one. `path` is the pointer inside the block. */
export function CommentMark({ block, path }: { readonly block: string; readonly path: string }) {
  const shared = useShared();
  if (!shared?.now) return null;
  const n = countAt(shared.now, block, path);
  return (
    <button
      type="button"
      className={n > 0 ? 'comment-mark comment-mark-open' : 'comment-mark'}
      title={comments.word}
      onClick={() => shared.open({ kind: 'comments', block, path })}
    >
      <Icon name="talk" size={14} />
      <span className="unseen">{comments.word}</span>
      {n > 0 && <span>{n}</span>}
      <span className="unseen">{comments.at(placeName(shared, block, path))}</span>
    </button>
  );
}

/** A problem's line: hand it to somebody, with the sentence as what is to be done. */
export function GiveProblem({ pointer, message }: { readonly pointer: string; readonly message: string }) {
  const shared = useShared();
  if (!shared?.now || !pointer.startsWith(`${shared.store.pointer}/`)) return null;
  const [block = '', ...rest] = pointer.slice(shared.store.pointer.length + 1).split('/');
  const path = rest.map((token) => `/${token}`).join('');
  return (
    <button type="button" className="text-button" onClick={() => shared.open({ kind: 'task', block, path, title: message.slice(0, 200) })}>
      {tasks.give}
      <span className="unseen">{tasks.thisProblem}</span>
    </button>
  );
}
