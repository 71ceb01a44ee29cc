import './intake.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { intakeQuery } from '#web/api/intake-queries.ts';
import { versionPdfUrl } from '#web/api/paths.ts';
import { PageHead } from '#web/components/page-head.tsx';
import { PdfLink } from '#web/components/pdf-link.tsx';
import { desk, intakeTitles, lists } from '#web/messages/intake.ts';
import { secondTime } from '#web/messages/formats.ts';
import { FileView } from './file-view.tsx';
import { IntakeMark } from './intake-mark.tsx';

/** 形式审查 of one file, from the list. */
export function FilePage() {
  const { plan = '' } = useParams({ strict: false });
  const { data: file } = useQuery(intakeQuery(plan));
  return (
    <>
      <PageHead
        crumbs={[
          <Link key="list" to="/intake/checks">
            {intakeTitles.checks}
          </Link>,
          file?.plan.number,
        ]}
        title={file?.plan.zone ?? intakeTitles.checks}
        meta={
          file && (
            <>
              {file.plan.cluster}　<IntakeMark state={file.state} />　{lists.version(file.version.n)}　{secondTime(file.version.filedAt)}
            </>
          )
        }
        actions={file && <PdfLink href={versionPdfUrl(plan, file.version.n)}>{desk.filed}</PdfLink>}
      />
      <FileView plan={plan} code="" />
    </>
  );
}
