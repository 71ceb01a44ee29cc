import type { ReactNode } from 'react';
import { shell } from '#web/messages/shell.ts';

/** Path, title with one line under it, actions at the right (one of them primary). */
export function PageHead({
  crumbs,
  title,
  meta,
  actions,
}: {
  readonly crumbs?: readonly ReactNode[];
  readonly title: ReactNode;
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="page-head">
      <div>
        {crumbs && (
          <nav aria-label={shell.path}>
            <ol className="crumbs">
              {crumbs.map((crumb, index) => (
                <li key={index}>{crumb}</li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {meta && <div className="page-meta">{meta}</div>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  );
}
