import './diff.css';
import type { Edition } from '#domain/programme/edition.ts';
import { TableHead } from '#web/components/table-head.tsx';
import { versions as words } from '#web/messages/versions.ts';
import { placeOf } from '#web/progress/place.ts';

/** One difference as people read it. */
export type DiffLine =
  | { readonly pointer: string; readonly row?: string; readonly kind: 'changed'; readonly before: string; readonly after: string }
  | { readonly pointer: string; readonly kind: 'added' | 'removed'; readonly text: string }
  | { readonly pointer: string; readonly kind: 'moved' };

/** Differences by place: what stood there, what stands there now. Struck and underlined, and said in words. */
export function Diff({ lines, edition }: { readonly lines: readonly DiffLine[]; readonly edition: Edition }) {
  return (
    <table className="table diff" aria-label={words.compare}>
      <TableHead columns={[words.place, words.from, words.to]} />
      <tbody>
        {lines.map((line, index) => (
          <tr key={`${line.pointer} ${index}`}>
            <td>
              <PlaceName line={line} edition={edition} />
            </td>
            <Sides line={line} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlaceName({ line, edition }: { readonly line: DiffLine; readonly edition: Edition }) {
  const place = placeOf(edition, line.pointer);
  return (
    <>
      {place.field ?? place.block}
      {'row' in line && line.row && <span className="faint">　{line.row}</span>}
      {place.field && <span className="diff-block">{place.block}</span>}
    </>
  );
}

function Sides({ line }: { readonly line: DiffLine }) {
  switch (line.kind) {
    case 'changed':
      return (
        <>
          <td>{line.before === words.noValue ? <span className="faint">{line.before}</span> : <del>{line.before}</del>}</td>
          <td>{line.after === words.noValue ? <span className="faint">{line.after}</span> : <ins>{line.after}</ins>}</td>
        </>
      );
    case 'added':
      return (
        <>
          <td className="faint">{words.added}</td>
          <td>
            <ins>{line.text}</ins>
          </td>
        </>
      );
    case 'removed':
      return (
        <>
          <td>
            <del>{line.text}</del>
          </td>
          <td className="faint">{words.removed}</td>
        </>
      );
    case 'moved':
      return (
        <td colSpan={2} className="faint">
          {words.moved}
        </td>
      );
  }
}
