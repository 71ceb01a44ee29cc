import type { Reply } from '#web/api/call.ts';
import { Icon, type IconName } from '#web/components/icon.tsx';
import { Notice } from '#web/components/notice.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { digestGroups, secondTime } from '#web/messages/formats.ts';
import { verify } from '#web/messages/verify.ts';

type Result = Reply<'verify'>;
type Known = Exclude<Result, { readonly status: 'unknown' }>;

/** What the server says of a code. */
export function VerifyResult({ result, asked = 'code' }: { readonly result: Result; readonly asked?: 'code' | 'file' }) {
  const byFile = asked === 'file';
  if (result.status === 'unknown') {
    return (
      <Frame tone="error" icon="question" title={byFile ? verify.fileUnknown : verify.unknown} checkedAt={result.checkedAt}>
        <p className="verify-text">{byFile ? verify.fileUnknownBody : verify.unknownBody}</p>
      </Frame>
    );
  }
  if (result.status === 'valid') {
    return (
      <>
        <Frame tone="ok" icon="done" title={byFile ? verify.fileValid : verify.valid} checkedAt={result.checkedAt}>
          <Facts result={result} />
        </Frame>
        {!byFile && <PaperNotice digest={result.digest} />}
      </>
    );
  }
  return (
    <>
      <Frame tone="warn" icon="sheets" title={result.current ? verify.superseded : verify.recalled} checkedAt={result.checkedAt}>
        <p className="verify-text">{result.current ? verify.supersededBody : verify.recalledBody}</p>
        <Facts result={result} />
      </Frame>
      {!byFile && <PaperNotice digest={result.digest} />}
    </>
  );
}

function Frame({
  tone,
  icon,
  title,
  checkedAt,
  children,
}: {
  readonly tone: 'ok' | 'warn' | 'error';
  readonly icon: IconName;
  readonly title: string;
  readonly checkedAt: string;
  readonly children: React.ReactNode;
}) {
  return (
    <section className={`verify-result verify-${tone}`}>
      <div className="verify-head">
        <Icon name={icon} size={40} />
        <div>
          <h2>{title}</h2>
          <p className="small soft">{verify.checkedAt(secondTime(checkedAt))}</p>
        </div>
      </div>
      {children}
    </section>
  );
}

function Facts({ result }: { readonly result: Known }) {
  return (
    <dl className="verify-facts">
      <dt>{verify.zone}</dt>
      <dd>{result.zone}</dd>
      <dt>{verify.document}</dt>
      <dd>
        {result.papers.map(({ kind, title, pages }) => (
          <div key={kind}>{verify.documentOf(title, result.version, pages)}</div>
        ))}
      </dd>
      <dt>{verify.filedAt}</dt>
      <dd>{secondTime(result.filedAt)}</dd>
      {result.status === 'superseded' && result.current && (
        <>
          <dt>{verify.currentVersion}</dt>
          <dd className="strong">{verify.currentOf(result.current.version, secondTime(result.current.filedAt))}</dd>
        </>
      )}
      <dt>{verify.digest}</dt>
      <dd className="mono">{digestGroups(result.digest)}</dd>
    </dl>
  );
}

function PaperNotice({ digest }: { readonly digest: string }) {
  const [before, first, between, last, after] = verify.paper(digest.slice(0, 4), digest.slice(-4));
  return (
    <Notice tone="plain" icon="file">
      {verify.only}
      {before}
      <b className="mono">{first}</b>
      {between}
      <b className="mono">{last}</b>
      {after}
      {verify.fileLead[0]}
      <a href="#file-digest">{verify.fileLead[1]}</a>
      {verify.fileLead[2]}
    </Notice>
  );
}

/** The three answers that this page can give. */
export function Meanings() {
  return (
    <ul className="verify-meanings">
      <li>
        <StateMark icon="done" tone="ok">
          {verify.words.valid}
        </StateMark>
        <p className="small soft">{verify.meanings.valid}</p>
      </li>
      <li>
        <StateMark icon="sheets" tone="warn">
          {verify.words.superseded}
        </StateMark>
        <p className="small soft">{verify.meanings.superseded}</p>
      </li>
      <li>
        <StateMark icon="question" tone="error">
          {verify.words.unknown}
        </StateMark>
        <p className="small soft">{verify.meanings.unknown}</p>
      </li>
    </ul>
  );
}
