import { Input } from 'antd';
import { useState } from 'react';
import { FileInput } from '#web/components/file-input.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { digestGroups } from '#web/messages/formats.ts';
import { verify } from '#web/messages/verify.ts';

interface Measured {
  readonly name: string;
  readonly digest: string;
}

/**
 * SM3 of a file on this computer, compared with the digest on its receipt. The public answer to a code holds the content's
 * digest only, so the receipt is what a file can be compared with; nothing is uploaded.
 */
export function FileDigest() {
  const [measured, setMeasured] = useState<Measured>();
  const [busy, setBusy] = useState(false);
  const [expected, setExpected] = useState('');
  async function measure(file: File) {
    setBusy(true);
    const { sm3 } = await import('#domain/values/sm3.ts');
    setMeasured({ name: file.name, digest: sm3(new Uint8Array(await file.arrayBuffer())) });
    setBusy(false);
  }
  const wanted = expected.replaceAll(/\s/g, '').toLowerCase();
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
        <div className="field">
          <label htmlFor="receipt-digest">{verify.receiptDigest}</label>
          <Input
            id="receipt-digest"
            className="mono"
            value={expected}
            onChange={(event) => setExpected(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <div role="status">
          {busy && <p className="faint">{verify.reading}</p>}
          {measured && !busy && (
            <>
              <p className="small soft">{verify.fileDigest(measured.name)}</p>
              <p className="mono verify-digest">{digestGroups(measured.digest)}</p>
              {wanted !== '' && (
                <StateMark icon={wanted === measured.digest ? 'done' : 'cross'} tone={wanted === measured.digest ? 'ok' : 'error'}>
                  {wanted === measured.digest ? verify.same : verify.different}
                </StateMark>
              )}
            </>
          )}
        </div>
      </div>
    </section>
  );
}
