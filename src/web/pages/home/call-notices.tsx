import { useQuery } from '@tanstack/react-query';
import { callDocumentUrl, callPageQuery, type CallPage } from '#web/api/call-queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { calls, changeText, decisionWord, extensionText } from '#web/messages/calls.ts';
import { sizeText } from '#web/messages/files.ts';
import { dateText, dayText } from '#web/messages/formats.ts';
import { home } from '#web/messages/home.ts';
import { Questions } from './questions.tsx';

/** What was added to the call since: extensions, supplements, documents, questions and answers. */
export function CallNotices() {
  const { data } = useQuery(callPageQuery);
  if (!data) return null;
  return (
    <>
      {data.notices.length > 0 && <Notices notices={data.notices} />}
      {data.documents.length > 0 && <Documents documents={data.documents} />}
      <Questions questions={data.questions} />
    </>
  );
}

function Notices({ notices }: { readonly notices: CallPage['notices'] }) {
  return (
    <section aria-labelledby="notices">
      <h2 id="notices" className="home-part">
        {home.notices}
      </h2>
      <ul className="home-lines">
        {notices.map((one) => (
          <li key={one.id}>
            <p>
              <b>{decisionWord[one.kind]}</b>　{one.kind === 'extend' && `${one.zone ?? calls.forAll}　`}
              <span className="small soft">{dateText(one.inForceAt ?? one.at)}</span>
            </p>
            {one.kind === 'extend' && <p>{extensionText(one)}</p>}
            {one.text !== null && <p className="home-text">{one.text}</p>}
            {one.changes.map((change) => (
              <p key={changeText(change)}>{changeText(change)}</p>
            ))}
            <p className="small soft">{home.because(one.reason)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Documents({ documents }: { readonly documents: CallPage['documents'] }) {
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className="home-part">
        {home.documents}
      </h2>
      <ul className="home-documents">
        {documents.map((one) => (
          <li key={one.id}>
            <Icon name="file" />
            <a href={callDocumentUrl(one.id)} target="_blank" rel="noreferrer" className="wrap-anywhere">
              {one.name}
            </a>
            <span className="small soft">
              {sizeText(one.size)}，{dayText(one.addedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
