import './intake.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { intakeQuery } from '#web/api/intake-queries.ts';
import { PageHead } from '#web/components/page-head.tsx';
import { intakeTitles } from '#web/messages/intake-titles.ts';
import { lists } from '#web/messages/intake.ts';
import { secondTime } from '#web/messages/formats.ts';
import { ToCompare } from './compare-card.tsx';
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
              <span>{file.plan.cluster}</span>
              <IntakeMark state={file.state} />
              <span>{lists.version(file.version.n)}</span>
              <span>{secondTime(file.version.filedAt)}</span>
            </>
          )
        }
        actions={file && <ToCompare />}
      />
      <FileView plan={plan} code="" />
    </>
  );
}
