import { useState } from 'react';
import { compare as words } from '#web/messages/papers.ts';

/** One page as the server draws it; says so while it comes, and where it does not. */
export function PagePicture({ src, alt, closer }: { readonly src: string; readonly alt: string; readonly closer: boolean }) {
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading');
  const [tries, setTries] = useState(0);
  if (state === 'failed') {
    return (
      <div className="compare-empty" role="alert">
        <p>{words.failed}</p>
        <button
          type="button"
          className="button"
          onClick={() => {
            setTries(tries + 1);
            setState('loading');
          }}
        >
          {words.again}
        </button>
      </div>
    );
  }
  return (
    <>
      {state === 'loading' && <p className="compare-wait faint small">{words.loading}</p>}
      <img
        key={tries}
        className={closer ? 'compare-closer' : 'compare-whole'}
        src={tries === 0 ? src : `${src}&try=${tries}`}
        alt={alt}
        onLoad={() => setState('there')}
        onError={() => setState('failed')}
      />
    </>
  );
}
