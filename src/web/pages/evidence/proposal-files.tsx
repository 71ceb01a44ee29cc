import './evidence.css';
import { useQuery } from '@tanstack/react-query';
import type { Edition } from '#domain/programme/edition.ts';
import { filesQuery } from '#web/api/file-queries.ts';
import { evidence as words } from '#web/messages/files.ts';
import { bytesOf, kindsOf } from './file-limits.ts';
import { ProofList } from './proof-list.tsx';

/** The files of a whole proposal, as a section of its page; `position` is its place among the plan's projects, from 0. */
export function ProposalFiles({
  project,
  position,
  edition,
  editable,
}: {
  readonly project: string;
  readonly position: number;
  readonly edition: Edition;
  readonly editable: boolean;
}) {
  const of = { project };
  const { data } = useQuery(filesQuery(of));
  const pointer = `/projects/${position}`;
  const isEmpty = data !== undefined && !data.files.some((file) => file.pointer === pointer);
  return (
    <section className="card" aria-labelledby={`files-${project}`}>
      <div className="card-head">
        <h2 id={`files-${project}`}>{words.section}</h2>
        <span className="more">{words.sectionHint}</span>
      </div>
      <div className="card-body evidence-rows">
        {editable && (
          <p className="small soft">
            {words.secrecy} {words.rule(kindsOf(edition), bytesOf(edition))}。{data?.scanner === false && `${words.noScanner}。`}
          </p>
        )}
        {isEmpty && !editable && <p className="faint">{words.empty}</p>}
        <ProofList place={{ of, document: project, path: '' }} pointer={pointer} label={words.whole} edition={edition} editable={editable} />
      </div>
    </section>
  );
}
