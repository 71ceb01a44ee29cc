import type { Editor } from '@tiptap/core';
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { countMatches, replaceAll } from '#domain/narrative/find.ts';
import { normaliseNarrative } from '#domain/narrative/normal.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { findText as words } from '#web/messages/outline.ts';
import { useForm } from '#web/pages/form/form-context.ts';

type Scope = 'here' | 'all';

interface Replaced {
  readonly count: number;
  /** Texts of the other sections as they were and as they became. */
  readonly others: readonly { readonly key: string; readonly was: JsonObject; readonly became: JsonObject }[];
  readonly here: boolean;
}

/** Finds and replaces words in this section or in all; what was replaced can be taken back as a whole. */
export function FindPanel({
  editor,
  section,
  onGo,
  onClose,
}: {
  readonly editor: Editor | undefined;
  readonly section: string;
  readonly onGo: (section: string) => void;
  readonly onClose: () => void;
}) {
  const { store } = useForm();
  const [what, setWhat] = useState(remembered.what);
  const [by, setBy] = useState(remembered.by);
  const [scope, setScope] = useState<Scope>(remembered.scope);
  const [at, setAt] = useState(0);
  const [replaced, setReplaced] = useState<Replaced>();
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    remembered = { what, by, scope };
  }, [what, by, scope]);
  useEffect(() => field.current?.select(), []);
  const keys = store.form.blocks.map((block) => block.key);
  const counts = useSyncExternalStore(store.subscribe, () => keys.map((key) => countIn(store.answers(key), what)).join(' '))
    .split(' ')
    .map(Number);
  const here = counts[keys.indexOf(section)] ?? 0;
  const all = counts.reduce((sum, count) => sum + count, 0);
  const count = scope === 'here' ? here : all;

  const step = async (direction: 1 | -1): Promise<void> => {
    if (what === '' || !editor) return;
    const other = scope === 'all' && here === 0 ? keys.find((_, index) => (counts[index] ?? 0) > 0) : undefined;
    if (other) return onGo(other);
    const { goTo, placesOf } = await import('#web/narrative/editor/find.ts');
    const places = placesOf(editor, what);
    const { from, to } = editor.state.selection;
    const beyond = direction === 1 ? places.every((place) => place.from < to) : places.every((place) => place.to > from);
    if (scope === 'all' && beyond) {
      const order =
        direction === 1 ? [...keys.slice(keys.indexOf(section) + 1), ...keys] : [...keys.slice(0, keys.indexOf(section)).toReversed(), ...keys.toReversed()];
      const next = order.find((key) => key !== section && (counts[keys.indexOf(key)] ?? 0) > 0);
      if (next) return onGo(next);
    }
    setAt(goTo(editor, what, direction));
  };
  const replace = async (): Promise<void> => {
    if (!editor || what === '') return;
    const { goTo, replaceOne } = await import('#web/narrative/editor/find.ts');
    if (replaceOne(editor, what, by)) setSaid(words.replaced(1));
    else setAt(goTo(editor, what, 1));
  };
  const replaceEverything = async (): Promise<void> => {
    if (!editor || what === '') return;
    const { replaceEvery } = await import('#web/narrative/editor/find.ts');
    const own = replaceEvery(editor, what, by);
    const free = keys.filter((key) => key !== section && scope === 'all' && countIn(store.answers(key), what) > 0);
    const others = free
      .filter((key) => !store.state(key).clash)
      .map((key) => ({ key, was: store.answers(key), became: normaliseNarrative(replaceAll(store.answers(key), what, by)) }));
    const sum = own + others.reduce((total, { was }) => total + countIn(was, what), 0);
    for (const { key, became } of others) store.write(key, became);
    setReplaced({ count: sum, others, here: own > 0 });
    setSaid(`${words.replaced(sum)}${others.length < free.length ? words.busy : ''}`);
  };
  const undo = (): void => {
    if (!replaced) return;
    if (replaced.here) editor?.commands.undo();
    // What was written since is not overwritten.
    for (const { key, was, became } of replaced.others) if (store.answers(key) === became) store.write(key, was);
    setReplaced(undefined);
    setSaid(words.undone);
  };
  const close = (): void => {
    onClose();
    editor?.commands.focus();
  };
  return (
    <search className="find" aria-label={words.title}>
      <label htmlFor={`${id}-what`}>{words.what}</label>
      <input
        ref={field}
        id={`${id}-what`}
        className="control"
        value={what}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a key or a button to be typed into
        autoFocus
        onChange={(event) => {
          setWhat(event.target.value);
          setAt(0);
          setSaid('');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') return close();
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void step(event.shiftKey ? -1 : 1);
        }}
      />
      <label htmlFor={`${id}-by`}>{words.by}</label>
      <input id={`${id}-by`} className="control" value={by} onChange={(event) => setBy(event.target.value)} />
      <label htmlFor={`${id}-scope`}>{words.scope}</label>
      <select id={`${id}-scope`} className="choice" value={scope} onChange={(event) => setScope(event.target.value === 'all' ? 'all' : 'here')}>
        <option value="here">{words.here}</option>
        <option value="all">{words.all}</option>
      </select>
      <div className="find-acts">
        <button type="button" className="button button-small" disabled={count === 0} onClick={() => void step(-1)}>
          {words.previous}
        </button>
        <button type="button" className="button button-small" disabled={count === 0} onClick={() => void step(1)}>
          {words.next}
        </button>
        <button type="button" className="button button-small" disabled={here === 0} onClick={() => void replace()}>
          {words.replace}
        </button>
        <button type="button" className="button button-small" disabled={count === 0} onClick={() => void replaceEverything()}>
          {words.replaceAll}
        </button>
        {replaced && replaced.count > 0 && (
          <button type="button" className="button button-small" onClick={undo}>
            {words.undo}
          </button>
        )}
        <button type="button" className="button button-small" onClick={close}>
          {words.close}
        </button>
        <span role="status" className="small soft">
          {said || foundText(what, count, scope, at, counts.filter((each) => each > 0).length)}
        </span>
      </div>
    </search>
  );
}

function foundText(what: string, count: number, scope: Scope, at: number, sections: number): string {
  if (what === '') return '';
  if (count === 0) return words.none;
  if (scope === 'all') return words.sections(count, sections);
  return at > 0 && at <= count ? words.at(at, count) : words.count(count);
}

/** The panel keeps its words while the person goes from section to section. */
let remembered: { readonly what: string; readonly by: string; readonly scope: Scope } = { what: '', by: '', scope: 'here' };

const known = new WeakMap<object, { readonly what: string; readonly count: number }>();

/** Counted once a text and word: a text is never changed in place. */
function countIn(section: JsonObject, what: string): number {
  const before = known.get(section);
  if (before?.what === what) return before.count;
  const count = countMatches(section, what);
  known.set(section, { what, count });
  return count;
}
