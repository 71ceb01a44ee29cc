import './narrative.css';
import { Fragment, type ReactNode } from 'react';
import { isArray, isObject } from '#domain/forms/answers.ts';
import type { Figure } from '#domain/narrative/references.ts';
import { childrenOf } from '#domain/narrative/text.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';
import { TableFrame } from '#web/components/table-frame.tsx';
import { narrativeView as words } from '#web/messages/outline.ts';

interface Shown {
  readonly figure: (path: string) => Figure;
  readonly imageUrl: (file: string) => string;
}

/** A section as people read it, without the editor. What it does not know it leaves out. */
export function NarrativeView({ section, figure, imageUrl }: Shown & { readonly section: Json | undefined }) {
  if (!isObject(section)) return null;
  return (
    <div className="narrative">
      <Nodes of={childrenOf(section)} shown={{ figure, imageUrl }} />
    </div>
  );
}

function Nodes({ of, shown }: { readonly of: readonly Json[]; readonly shown: Shown }) {
  return of.map((node, index) => <Fragment key={index}>{isObject(node) && drawn(node, shown)}</Fragment>);
}

function drawn(node: JsonObject, shown: Shown): ReactNode {
  const attrs = isObject(node['attrs']) ? node['attrs'] : {};
  const inner = <Nodes of={childrenOf(node)} shown={shown} />;
  switch (node['type']) {
    case 'text':
      return marked(node, String(node['text'] ?? ''));
    case 'paragraph':
      return <p {...(typeof attrs['role'] === 'string' ? { 'data-role': attrs['role'] } : {})}>{inner}</p>;
    case 'heading':
      return <h4>{inner}</h4>;
    case 'orderedList':
      return <ol start={numberOf(attrs['start'], 1)}>{inner}</ol>;
    case 'bulletList':
      return <ul>{inner}</ul>;
    case 'listItem':
      return <li>{inner}</li>;
    case 'table':
      return (
        <TableFrame label={words.table}>
          <table>
            <tbody>{inner}</tbody>
          </table>
        </TableFrame>
      );
    case 'tableRow':
      return <tr>{inner}</tr>;
    case 'tableHeader':
      return <th {...spans(attrs)}>{inner}</th>;
    case 'tableCell':
      return <td {...spans(attrs)}>{inner}</td>;
    case 'hardBreak':
      return <br />;
    case 'image':
      return (
        <img
          className="narrative-image"
          src={shown.imageUrl(String(attrs['file'] ?? ''))}
          alt={String(attrs['alt'] ?? '')}
          style={{ width: `${numberOf(attrs['width'], 100)}%` }}
        />
      );
    case 'reference':
      return marked(node, <FigureChip figure={shown.figure(String(attrs['path'] ?? ''))} />);
    default:
      return null;
  }
}

function FigureChip({ figure }: { readonly figure: Figure }) {
  return <span className={`figure-chip figure-${figure.state}`}>{figure.text}</span>;
}

function marked(node: JsonObject, content: ReactNode): ReactNode {
  const { marks } = node;
  return (isArray(marks) ? marks : []).reduce<ReactNode>((inner, mark) => {
    const type = isObject(mark) ? mark['type'] : undefined;
    if (type === 'bold') return <strong>{inner}</strong>;
    if (type === 'superscript') return <sup>{inner}</sup>;
    return type === 'subscript' ? <sub>{inner}</sub> : inner;
  }, content);
}

function spans(attrs: JsonObject): { readonly colSpan: number; readonly rowSpan: number } {
  return { colSpan: numberOf(attrs['colspan'], 1), rowSpan: numberOf(attrs['rowspan'], 1) };
}

function numberOf(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
