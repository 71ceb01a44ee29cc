import { useState, type MouseEvent } from 'react';
import { askFile } from '#web/api/call.ts';
import { pdf } from '#web/messages/components.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { Icon } from './icon.tsx';
import { ProblemLine } from './problem-line.tsx';

type Asking = { readonly step: 'rest' | 'asking' | 'blocked' } | { readonly step: 'refused'; readonly sentence: string };

/**
 * A PDF of the server, opened in a tab of its own: the paper is looked at there, never drawn by the page. The server is asked first,
 * so that what it refuses is said here; a tab that the browser would not open is left to one more press.
 */
export function PdfLink({ href, children, plain = false }: { readonly href: string; readonly children: string; readonly plain?: boolean }) {
  const [asking, setAsking] = useState<Asking>({ step: 'rest' });

  async function open(event: MouseEvent) {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (asking.step === 'blocked') return setAsking({ step: 'rest' });
    event.preventDefault();
    if (asking.step === 'asking') return;
    setAsking({ step: 'asking' });
    try {
      await askFile(href);
      const tab = window.open(href, '_blank');
      if (tab) tab.opener = null;
      setAsking({ step: tab ? 'rest' : 'blocked' });
    } catch (error) {
      setAsking({ step: 'refused', sentence: errorSentence(error) });
    }
  }

  return (
    <span className="pdf-open">
      <a className={plain ? 'pdf-link' : 'button'} href={href} target="_blank" rel="noopener" onClick={(event) => void open(event)}>
        <Icon name="file" />
        {asking.step === 'asking' ? pdf.asking : asking.step === 'blocked' ? pdf.ready : children}
        <span className="unseen">{pdf.newTab}</span>
      </a>
      <span role="alert" className={asking.step === 'refused' ? 'pdf-fault' : undefined}>
        {asking.step === 'refused' && <ProblemLine>{asking.sentence}</ProblemLine>}
      </span>
    </span>
  );
}
