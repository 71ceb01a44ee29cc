import { pdf } from '#web/messages/components.ts';
import { Icon } from './icon.tsx';

/** A PDF of the server, opened in a tab of its own: the paper is looked at there, never drawn by the page. */
export function PdfLink({ href, children, plain = false }: { readonly href: string; readonly children: string; readonly plain?: boolean }) {
  return (
    <a className={plain ? 'pdf-link' : 'button'} href={href} target="_blank" rel="noopener">
      <Icon name="file" />
      {children}
      <span className="unseen">{pdf.newTab}</span>
    </a>
  );
}
