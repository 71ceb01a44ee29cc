import { HeadsText, PublishedHeads } from '#web/audit/published-heads.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { auditTitles } from '#web/messages/audit-titles.ts';

/** Every published head, on a page of its own that an outsider can point to. */
export function HeadsPage() {
  return (
    <>
      <PageHead title={auditTitles.heads} actions={<HeadsText className="button" />} />
      <PublishedHeads all />
    </>
  );
}
