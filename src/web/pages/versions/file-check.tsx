import { useState } from 'react';
import type { VersionRow } from '#web/api/queries.ts';
import { FileInput } from '#web/components/file-input.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { digestGroups } from '#web/messages/formats.ts';
import { versions as words } from '#web/messages/versions.ts';

/** Tells whether a PDF on this computer is the frozen paper of one of the versions. Nothing is uploaded. */
export function FileCheck({ versions }: { readonly versions: readonly VersionRow[] }) {
  const [digest, setDigest] = useState<string>();
  async function measure(file: File) {
    const { sm3 } = await import('#domain/values/sm3.ts');
    setDigest(sm3(new Uint8Array(await file.arrayBuffer())));
  }
  const found = versions.find((version) => version.pdfDigest === digest || version.documents.some((document) => document.digest === digest));
  return (
    <section className="card" aria-labelledby="file-check">
      <div className="card-head">
        <h2 id="file-check">{words.fileTitle}</h2>
      </div>
      <div className="card-body">
        <div className="field">
          <FileInput label={words.file} accept="application/pdf" describedBy="version-file-hint" onChoose={(file) => void measure(file)} />
          <p id="version-file-hint" className="hint">
            {words.fileBody}
          </p>
        </div>
        <div role="status">
          {digest && (
            <>
              <StateMark icon={found ? 'done' : 'cross'} tone={found ? 'ok' : 'error'}>
                {found ? words.fileSame(found.n) : words.fileUnknown}
              </StateMark>
              <p className="mono faint small wrap-anywhere">{digestGroups(digest)}</p>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
