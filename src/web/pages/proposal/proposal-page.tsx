import '#web/fields/fields.css';
import '#web/fields/grid/grid.css';
import '#web/pages/form/form.css';
import './proposal.css';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { proposalQuery, type ProposalFile } from '#web/api/proposal-queries.ts';
import { editionQuery, meQuery, type Person } from '#web/api/queries.ts';
import { Loading } from '#web/components/loading.tsx';
import { thisTab } from '#web/drafts/tab.ts';
import { ProposalFiles } from '#web/pages/evidence/proposal-files.tsx';
import { FormPage } from '#web/pages/form/form-page.tsx';
import { mayEdit } from '#web/pages/form/form-file.ts';
import { FormWorkspace, type FormFrame } from '#web/pages/form/form-workspace.tsx';
import { AskLocal } from './ask-local.tsx';
import { OwnerHead } from './owner-head.tsx';
import { OwnerNotices } from './owner-notices.tsx';
import { documentIn, formFileOf, isOutsideZone, pointerOf } from './proposal-file.ts';
import { ProposalTools } from './proposal-tools.tsx';
import { useProposalActs } from './use-proposal-acts.ts';
import { OwnerWays, ZoneWays } from './money-ways.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { ZoneHead } from './zone-head.tsx';
import { ZoneNotices } from './zone-notices.tsx';

/** A 项目申报书 as its applicant writes it, with its partners. */
export function ProposalPage() {
  const { project } = useParams({ strict: false });
  return <OpenedProposal project={project ?? ''}>{(opened) => <OwnerProposal {...opened} />}</OpenedProposal>;
}

/** The same for the zone, which reads, takes or returns it; what it fills in itself it writes as a part of its plan. */
export function ZoneProposalPage() {
  const { project } = useParams({ strict: false });
  return (
    <OpenedProposal project={project ?? ''}>
      {(opened) => (isPartOfPlan(opened.file) ? <FormPage notice={outsideNotice(opened)} /> : <ZoneProposal {...opened} />)}
    </OpenedProposal>
  );
}

/** What the zone writes itself is checked with the whole plan, until a version of it is frozen for a local authority. */
function isPartOfPlan({ owner, state }: ProposalFile): boolean {
  return owner === null && (state === 'drafting' || state === 'locked');
}

function outsideNotice({ file, edition }: Opened): React.ReactNode {
  return isOutsideZone(edition, file) && <AskLocal file={file} />;
}

export interface Opened {
  readonly file: ProposalFile;
  readonly edition: Edition;
  readonly me: Person;
  readonly tab: string;
}

/** Fetches what every view of a proposal needs. */
export function OpenedProposal({ project, children }: { readonly project: string; readonly children: (opened: Opened) => React.ReactNode }) {
  const { data: file, error } = useQuery(proposalQuery(project));
  const { data: edition, error: editionError } = useQuery(editionQuery(file?.edition));
  const { data: me } = useQuery(meQuery);
  const [tab, setTab] = useState<string>();
  useEffect(() => void thisTab().then(setTab), []);
  if (!file || !edition || !me || tab === undefined) return <Loading error={error ?? editionError} />;
  return children({ file, edition, me, tab });
}

/** The proposal's text in the form page, framed by whoever looks at it. */
export function ProposalText({ opened: { file, edition, me, tab }, frame }: { readonly opened: Opened; readonly frame: FormFrame }) {
  const { at } = useSearch({ strict: false });
  const form = useMemo(() => formFileOf(edition, file), [edition, file]);
  const document = useMemo(() => documentIn(edition, file), [edition, file]);
  return (
    <FormWorkspace
      key={`${file.id} ${pointerOf(file)} ${mayEdit(form)}`}
      file={form}
      edition={edition}
      user={me.username}
      tab={tab}
      at={document}
      jumpTo={typeof at === 'string' ? at : undefined}
      frame={frame}
    />
  );
}

/** The proposal's own attachments; whoever may write it adds to them. */
export function Files({ opened: { file, edition } }: { readonly opened: Opened }) {
  return <ProposalFiles project={file.id} position={file.position} edition={edition} editable={mayEdit(formFileOf(edition, file))} />;
}

function OwnerProposal(opened: Opened) {
  const { file, edition } = opened;
  const acts = useProposalActs(file);
  return (
    <ProposalText
      opened={opened}
      frame={{
        head: <OwnerHead file={file} acts={acts} />,
        notice: (
          <>
            <OwnerNotices file={file} edition={edition} acts={acts} />
            <ProposalTools file={file} />
            {acts.asking === 'submit' && <SubmitDialog file={file} edition={edition} acts={acts} />}
          </>
        ),
        money: <OwnerWays />,
        end: <Files opened={opened} />,
      }}
    />
  );
}

function ZoneProposal(opened: Opened) {
  const { file, edition } = opened;
  const acts = useProposalActs(file);
  return (
    <ProposalText
      opened={opened}
      frame={{
        head: <ZoneHead file={file} acts={acts} />,
        notice: (
          <>
            <ZoneNotices file={file} edition={edition} acts={acts} />
            <ProposalTools file={file} />
            {acts.asking === 'return' && <ReturnDialog file={file} edition={edition} acts={acts} />}
          </>
        ),
        money: file.may.includes('proposal.return') ? <ZoneWays acts={acts} /> : undefined,
        end: <Files opened={opened} />,
      }}
    />
  );
}
