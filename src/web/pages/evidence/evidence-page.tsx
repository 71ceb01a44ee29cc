import './evidence.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { type FileList, filesQuery } from '#web/api/file-queries.ts';
import { editionQuery, planQuery, type PlanFile } from '#web/api/queries.ts';
import { Icon } from '#web/components/icon.tsx';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHead } from '#web/components/page-head.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { workbenchCrumb } from '#web/components/workbench-crumb.tsx';
import { labelOf } from '#web/fields/field-input.tsx';
import { evidence as words } from '#web/messages/files.ts';
import { bytesOf, kindsOf, totalOf } from './file-limits.ts';
import { filesAt, ProofList } from './proof-list.tsx';
import { doneOf, freeProofs, outsideProofs, type Wanted, wantedProofs } from './wanted.ts';

/** Every proof that the plan asks for, with what is there; what may be added beside them. */
export function EvidencePage() {
  const { plan: id } = useParams({ from: '/signed-in/plans/$plan/evidence' });
  const { data: plan, error } = useQuery(planQuery(id));
  const { data: list, error: listError } = useQuery(filesQuery({ plan: id }));
  const { data: edition, error: editionError } = useQuery(editionQuery(plan?.edition));
  if (!plan || !list || !edition) return <Loading error={error ?? listError ?? editionError} />;
  return <Evidence plan={plan} list={list} edition={edition} />;
}

function Evidence({ plan, list, edition }: { readonly plan: PlanFile; readonly list: FileList; readonly edition: Edition }) {
  const editable = plan.may.includes('plan.edit');
  const [wanted, outside, free] = [wantedProofs(edition, plan), outsideProofs(edition, plan), freeProofs(edition)];
  const { done, of } = doneOf([...wanted, ...outside], new Set(list.files.map((file) => file.pointer)));
  const rows = (all: readonly Wanted[]): ReactNode =>
    all.map((one) => <ProofRow key={one.pointer} wanted={one} plan={plan} list={list} edition={edition} editable={editable && mayAttach(plan, one)} />);
  return (
    <>
      <PageHead
        crumbs={[workbenchCrumb, words.title]}
        title={words.title}
        meta={
          <>
            <span>{words.done(done, of)}</span>
            <span>{words.total(list.total, totalOf(edition))}</span>
            <span>{list.scanner ? words.scanner : words.noScanner}</span>
          </>
        }
      />
      <div className="stack evidence">
        {editable ? (
          <Notice tone="warn" icon="shield">
            <p>{words.secrecy}</p>
            <p className="small">{words.rule(kindsOf(edition), bytesOf(edition))}</p>
          </Notice>
        ) : (
          <Notice tone="plain" icon="lock">
            {words.locked}
          </Notice>
        )}
        <Group title={words.wanted} hint={words.wantedHint}>
          {rows(wanted)}
        </Group>
        <Group title={words.projects} hint={outside.length === 0 ? words.noProjects : words.projectsHint}>
          {rows(outside)}
        </Group>
        <Group title={words.tables} hint={words.tablesHint}>
          {rows(free)}
        </Group>
      </div>
    </>
  );
}

/** A company's own proposal is the company's to prove. */
function mayAttach(plan: PlanFile, { document, pointer }: Wanted): boolean {
  const block = pointer.split('/')[document === 'form' ? 2 : 3];
  if (plan.mending && !plan.mending.parts.some((part) => part.document === document && part.block === block)) return false;
  if (document === 'form') return true;
  return plan.facts.proposals?.[Number(pointer.split('/')[2])]?.owner !== true;
}

function Group({ title, hint, children }: { readonly title: string; readonly hint: string; readonly children: ReactNode }) {
  return (
    <section className="card">
      <div className="card-head">
        <h2>{title}</h2>
        <span className="more">{hint}</span>
      </div>
      <div className="card-body evidence-rows">{children}</div>
    </section>
  );
}

function ProofRow({
  wanted,
  plan,
  list,
  edition,
  editable,
}: {
  readonly wanted: Wanted;
  readonly plan: PlanFile;
  readonly list: FileList;
  readonly edition: Edition;
  readonly editable: boolean;
}) {
  const { field, document, path, pointer, need, project } = wanted;
  const label = project === undefined ? labelOf(field) : words.project(project.n, project.name);
  const count = filesAt(list.files, pointer).length;
  const of = document === 'form' ? { plan: plan.id } : { project: document };
  return (
    <div className="evidence-row" data-pointer={pointer}>
      <div className="evidence-what">
        <Link
          to={document === 'form' ? '/plans/$plan/form' : '/plans/$plan/projects/$project'}
          params={{ plan: plan.id, project: document }}
          search={{ at: pointer }}
        >
          {label}
        </Link>
        <ProofMark need={need} count={count} />
      </div>
      <ProofList place={{ of, document, path }} pointer={pointer} label={label} edition={edition} editable={editable} />
    </div>
  );
}

function ProofMark({ need, count }: { readonly need: Wanted['need']; readonly count: number }) {
  if (count > 0)
    return (
      <StateMark icon="done" tone="ok">
        {words.count(count)}
      </StateMark>
    );
  if (need === 'denied' || need === 'open')
    return (
      <span className="faint small row">
        <Icon name="none" size={14} />
        {need === 'denied' ? words.notAsked : words.unanswered}
      </span>
    );
  return (
    <StateMark icon="none" tone="faint">
      {words.none}
    </StateMark>
  );
}
