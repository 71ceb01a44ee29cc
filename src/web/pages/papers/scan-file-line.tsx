import type { DragEvent } from 'react';
import type { ScanView } from '#web/api/scan-queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { sizeText } from '#web/messages/files.ts';
import { papers as words } from '#web/messages/papers.ts';

const dragged = 'text/x-scan-file';

/** A file of the scan: dragged or moved by buttons to its place among the others, or taken out. */
export function ScanFileLine({
  file,
  index,
  ids,
  editable,
  onOrder,
  onRemove,
}: {
  readonly file: ScanView['files'][number];
  readonly index: number;
  readonly ids: readonly string[];
  readonly editable: boolean;
  readonly onOrder: (ids: readonly string[]) => void;
  readonly onRemove: () => void;
}) {
  const moveTo = (id: string, to: number): void => {
    const rest = ids.filter((one) => one !== id);
    onOrder([...rest.slice(0, to), id, ...rest.slice(to)]);
  };
  const dragging = editable
    ? {
        draggable: true,
        onDragStart: (event: DragEvent) => event.dataTransfer.setData(dragged, file.id),
        onDragOver: (event: DragEvent) => {
          if (event.dataTransfer.types.includes(dragged)) event.preventDefault();
        },
        onDrop: (event: DragEvent) => {
          const id = event.dataTransfer.getData(dragged);
          if (!ids.includes(id) || id === file.id) return;
          event.preventDefault();
          moveTo(id, index);
        },
      }
    : {};
  const facts = [sizeText(file.size), ...(file.pages === null ? [] : [words.pagesOf(file.pages)]), ...(file.loose ? [words.late] : [])];
  return (
    <li className="scan-file" {...dragging}>
      <span className="scan-place faint">{index + 1}</span>
      <Icon name="file" />
      <span className="scan-name">
        <span className="wrap-anywhere">{file.name}</span>
        <span className="faint small">{facts.join(' · ')}</span>
      </span>
      {editable && (
        <span className="scan-moves">
          <button
            type="button"
            className="button button-plain"
            disabled={index === 0}
            aria-label={words.upOf(file.name)}
            onClick={() => moveTo(file.id, index - 1)}
          >
            {words.up}
          </button>
          <button
            type="button"
            className="button button-plain"
            disabled={index === ids.length - 1}
            aria-label={words.downOf(file.name)}
            onClick={() => moveTo(file.id, index + 1)}
          >
            {words.down}
          </button>
          <button type="button" className="button button-plain" aria-label={words.removeOf(file.name)} onClick={onRemove}>
            {words.remove}
          </button>
        </span>
      )}
    </li>
  );
}
