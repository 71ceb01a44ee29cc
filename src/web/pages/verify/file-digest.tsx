import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { verifyFileQuery } from '#web/api/verify-queries.ts';
import { FileInput } from '#web/components/file-input.tsx';
import { Notice } from '#web/components/notice.tsx';
import { digestGroups } from '#web/messages/formats.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { verify } from '#web/messages/verify.ts';
import { VerifyResult } from './verify-result.tsx';

interface Measured {
  readonly name: string;
  readonly digest: string;
}

/** Whether a PDF on this computer is a filed paper: its SM3 is computed here and only that is asked about; the file is not uploaded. */
export function FileDigest() {
  const [measured, setMeasured] = useState<Measured>();
  const [busy, setBusy] = useState(false);
  const { data, error, isFetching } = useQuery(verifyFileQuery(measured?.digest));
  async function measure(file: File) {
    setBusy(true);
    const { sm3 } = await import('#domain/values/sm3.ts');
    setMeasured({ name: file.name, digest: sm3(new Uint8Array(await file.arrayBuffer())) });
    setBusy(false);
  }
  return (
    <section className="card verify-file" aria-labelledby="file-digest">
      <div className="card-head">
        <h2 id="file-digest">{verify.fileTitle}</h2>
      </div>
      <div className="card-body">
        <p className="soft">{verify.fileBody}</p>
        <div className="field">
          <FileInput label={verify.file} accept="application/pdf" onChoose={(file) => void measure(file)} />
        </div>
        <div role="status" className="stack">
          {(busy || isFetching) && <p className="faint">{verify.reading}</p>}
          {measured && !busy && (
            <div>
              <p className="small soft wrap-anywhere">{verify.fileDigest(measured.name)}</p>
              <p className="mono verify-digest">{digestGroups(measured.digest)}</p>
            </div>
          )}
          {error && <Notice tone="error">{errorSentence(error)}</Notice>}
          {data && !busy && <VerifyResult result={data} asked="file" />}
        </div>
      </div>
    </section>
  );
}
