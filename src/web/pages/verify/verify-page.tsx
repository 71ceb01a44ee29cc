import './verify.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { PublishedHeads } from '#web/audit/published-heads.tsx';
import { verifyQuery } from '#web/api/queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { errorSentence } from '#web/messages/refusals.ts';
import { verify } from '#web/messages/verify.ts';
import { ScanButton, scannedPath } from '#web/scan/scan-button.tsx';
import { FileDigest } from './file-digest.tsx';
import { Meanings, VerifyResult } from './verify-result.tsx';

/** Whether a paper in somebody's hand is the filed version: by the code at the foot of a page, typed or scanned. */
export function VerifyPage() {
  const { code: typed, _splat } = useParams({ strict: false });
  const code = typed ?? (_splat ? `V/${_splat}` : '');
  const { data, error, isFetching } = useQuery(verifyQuery(code));
  return (
    <div className="public verify">
      <h1>{verify.title}</h1>
      <p className="verify-lead">{verify.lead}</p>
      <CodeForm key={code} code={typed ?? ''} busy={isFetching} />
      <div role="status" className="stack">
        {code !== '' && isFetching && !data && <p className="faint">{verify.going}</p>}
        {error && <Notice tone="error">{errorSentence(error)}</Notice>}
        {data && <VerifyResult result={data} />}
      </div>
      <Meanings />
      <FileDigest />
      <PublishedHeads />
    </div>
  );
}

function CodeForm({ code, busy }: { readonly code: string; readonly busy: boolean }) {
  const navigate = useNavigate();
  const [text, setText] = useState(code);
  const [fault, setFault] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    const wanted = text.replaceAll(/\s/g, '').toUpperCase();
    setFault(wanted === '' ? verify.missing : '');
    if (wanted !== '') open(wanted);
  }
  /** A scanned code has the address that its QR leads to; a typed one its own. */
  function open(wanted: string) {
    const path = scannedPath(wanted);
    void navigate(path === undefined ? { to: '/verify/$code', params: { code: wanted } } : { to: '/V/$', params: { _splat: path } });
  }
  return (
    <form onSubmit={submit} noValidate>
      <label htmlFor="code">{verify.code}</label>
      <div className="verify-input">
        <Input
          id="code"
          size="large"
          className="mono"
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={fault === '' ? 'code-hint' : 'code-fault code-hint'}
          aria-invalid={fault !== ''}
        />
        <ScanButton onCode={open} onFault={setFault} />
        <Button type="primary" size="large" htmlType="submit" aria-disabled={busy}>
          {verify.go}
        </Button>
      </div>
      <div role="alert">{fault !== '' && <ProblemLine id="code-fault">{fault}</ProblemLine>}</div>
      <p id="code-hint" className="hint">
        {verify.codeHint}
      </p>
      <p className="hint">
        <Icon name="scan" size={14} /> {verify.scanHint}
      </p>
    </form>
  );
}
