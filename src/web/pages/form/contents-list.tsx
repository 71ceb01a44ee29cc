import { useSyncExternalStore } from 'react';
import type { BlockDef } from '#domain/forms/definition.ts';
import { SegmentBar } from '#web/components/segment-bar.tsx';
import { BlockIcon } from '#web/components/state-mark.tsx';
import { formPage } from '#web/messages/form.ts';
import { blockStateWord } from '#web/messages/states.ts';
import { Here } from '#web/together/marks.tsx';
import { percentFilled, type BlockProgress } from '#domain/filing/progress.ts';
import { blockId } from './block-card.tsx';
import { useForm } from './form-context.ts';

export function useProgress(): readonly BlockProgress[] {
  const { review } = useForm();
  return useSyncExternalStore(review.subscribe, review.progress);
}

export function goToBlock(key: string): void {
  const element = document.getElementById(blockId(key));
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}

/** Blocks with their states; on a phone a select. `counts` replaces a block's own count: 10/12 projects. */
export function ContentsList({ active, counts }: { readonly active: string; readonly counts: Readonly<Record<string, string>> }) {
  const { store } = useForm();
  const progress = useProgress();
  const done = progress.filter((block) => block.state === 'done').length;
  const countOf = (block: BlockProgress): string =>
    counts[block.key] ??
    ownCount(
      block,
      store.form.blocks.find((one) => one.key === block.key),
      (field) => store.value(block.key, field),
    );
  return (
    <nav className="contents" aria-label={formPage.contents(store.form.title)}>
      <p className="contents-head">
        <b>{formPage.percent(percentFilled(progress))}</b> <span className="faint">{formPage.blocks(done, progress.length)}</span>
      </p>
      <SegmentBar states={progress.map((block) => block.state)} of={store.form.title} />
      <label className="contents-select phone-only">
        <span className="unseen">{formPage.goTo}</span>
        <select className="control" value={active} onChange={(event) => goToBlock(event.target.value)}>
          {progress.map((block) => (
            <option key={block.key} value={block.key}>
              {`${block.title}　${blockStateWord(block.state, block.problems)}`}
            </option>
          ))}
        </select>
      </label>
      <ol className="contents-list">
        {progress.map((block) => (
          <li key={block.key} className={`contents-${block.state}`}>
            <a
              href={`#${blockId(block.key)}`}
              aria-current={block.key === active ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault();
                goToBlock(block.key);
              }}
            >
              <BlockIcon state={block.state} count={block.problems} />
              <span>{block.title}</span>
              <Here block={block.key} />
              <span className="contents-count">{countOf(block)}</span>
            </a>
          </li>
        ))}
      </ol>
      <ul className="contents-keys">
        {formPage.keys.map(([first, second, what]) => (
          <li key={what + second}>
            <kbd>{first}</kbd> <kbd>{second}</kbd> {what}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ownCount(block: BlockProgress, definition: BlockDef | undefined, value: (field: string) => unknown): string {
  if (block.state === 'problems') return blockStateWord('problems', block.problems);
  if (block.state === 'justify') return formPage.justify;
  if (block.state === 'confirm') return formPage.confirm;
  if (block.state !== 'filling') return '';
  const tables = definition?.fields.filter((field) => field.kind === 'table') ?? [];
  const [only] = tables;
  if (only && tables.length === 1) {
    const rows = value(only.key);
    return Array.isArray(rows) ? formPage.rows(rows.length) : '';
  }
  return block.needed >= block.missing ? formPage.of(block.needed - block.missing, block.needed) : '';
}
