import './city.css';
import './content.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { type Candidates, candidatesQuery, type CityCheck, cityCheckQuery } from '#web/api/city-queries.ts';
import { asProblems, editionQuery, planQuery, type PlanFile, versionQuery } from '#web/api/queries.ts';
import type { DiffLine } from '#web/components/diff.tsx';
import { Loading } from '#web/components/loading.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ProblemText } from '#web/components/problem-text.tsx';
import { StateMark } from '#web/components/state-mark.tsx';
import { city, cityCheck as words } from '#web/messages/city.ts';
import { mending } from '#web/messages/mending.ts';
import { workbench } from '#web/messages/workbench.ts';
import { comparePlans } from '#web/pages/versions/compare-plans.ts';
import { clusterOf } from '#web/progress/cluster.ts';
import { CheckActs } from './check-acts.tsx';
import { CheckMark } from './check-mark.tsx';
import { ContentPane } from './content-pane.tsx';
import { NotesContext } from './notes-context.ts';
import { PaperPane } from './paper-pane.tsx';
import { QuotaBanner } from './quota-banner.tsx';
import { SidePane } from './side-pane.tsx';
import { useUnsentNotes } from './unsent-notes.ts';

const panes = ['content', 'paper', 'notes'] as const;

/** One zone's plan as its city checks it: what was filed beside how it is printed beside what the bureau says of it. */
export function CityCheckPage() {
  const { plan: id } = useParams({ from: '/signed-in/plans/$plan/city' });
  const { data: check, error } = useQuery(cityCheckQuery(id));
  const { data: file, error: fileError } = useQuery(planQuery(id));
  const { data: of, error: listError } = useQuery(candidatesQuery);
  const { data: edition } = useQuery(editionQuery(check?.plan.edition));
  if (!check || !file || !of || !edition) return <Loading error={error ?? fileError ?? listError} />;
  // Another version is another file to look at.
  return <Checked key={check.version.n} check={check} file={file} of={of} edition={edition} />;
}

interface Opened {
  readonly check: CityCheck;
  readonly file: PlanFile;
  readonly of: Candidates;
  readonly edition: Edition;
}

function Checked({ check, file, of, edition }: Opened) {
  const [pane, setPane] = useState<(typeof panes)[number]>('content');
  const [told, setTold] = useState<string>();
  const changed = useChanges(check, edition);
  const changes = changed ?? none;
  const problems = asProblems(check.problems);
  const open = problems.filter((problem) => !isSettled(problem) && !isToldElsewhere(problem));
  const compared = useMemo(() => ({ changes, exceptions: asProblems(check.exceptions) }), [changes, check.exceptions]);
  const canNote = check.may.includes('city.note') && (check.check === null || check.check.state === 'open');
  const { id } = check.plan;
  const { textAt, type, writing, write } = useUnsentNotes(id);
  const notes = useMemo(
    () => ({ plan: id, notes: check.notes, canNote, writing, write, textAt, type }),
    [id, check.notes, canNote, writing, write, textAt, type],
  );
  return (
    <NotesContext value={notes}>
      <div className="city-desk">
        <Head check={check} file={file} changes={changed?.length}>
          <CheckActs check={check} problems={problems} of={of} edition={edition} paperBy={file.paperBy} submitBy={file.submitBy} onDone={setTold} />
        </Head>
        {told === undefined ? (
          <StateNotice check={check} />
        ) : (
          <Notice tone="ok" live focused>
            {told}
          </Notice>
        )}
        <QuotaBanner of={of} edition={edition} at={id} />
        {open.length > 0 && (
          <section className="city-problems" aria-label={words.problemsTitle}>
            {open.map((problem) => (
              <ProblemText key={`${problem.rule} ${problem.path} ${problem.message}`} problem={problem} edition={edition} />
            ))}
          </section>
        )}
        <div className="city-panes-choice" role="group" aria-label={words.paneChoice}>
          {panes.map((one) => (
            <button key={one} type="button" className="button" aria-pressed={pane === one} onClick={() => setPane(one)}>
              {words.panes[one]}
            </button>
          ))}
        </div>
        <div className={`city-panes city-show-${pane}`}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse */}
          <section className="city-content" aria-label={words.panes.content} tabIndex={0}>
            <ContentPane edition={edition} file={file} compared={compared} open={open.length} seenBefore={check.before !== null} />
          </section>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse */}
          <section className="city-paper" aria-label={words.panes.paper} tabIndex={0}>
            <PaperPane plan={id} n={check.version.n} pages={check.version.pages} />
          </section>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse */}
          <section className="city-side" aria-label={words.panes.notes} tabIndex={0}>
            <SidePane check={check} edition={edition} file={file} />
          </section>
        </div>
      </div>
    </NotesContext>
  );
}

/** Opinions to sign and a slot that is taken have places of their own on the page. */
function isToldElsewhere(problem: Problem): boolean {
  return problem.rule === 'R03' || (problem.rule === 'R08' && problem.path === '');
}

const none: readonly DiffLine[] = [];

/** What changed since the version that the city saw before; undefined until both versions are here, so that nobody reads “0 changes” meanwhile. */
function useChanges(check: CityCheck, edition: Edition): readonly DiffLine[] | undefined {
  const { plan, version, before } = check;
  const { data: now } = useQuery({ ...versionQuery(plan.id, version.n), enabled: before !== null });
  const { data: then } = useQuery({ ...versionQuery(plan.id, before ?? 0), enabled: before !== null });
  return useMemo(() => (before === null ? none : now && then ? comparePlans(edition, then.content, now.content) : undefined), [before, edition, now, then]);
}

function Head({
  check,
  file,
  changes,
  children,
}: {
  readonly check: CityCheck;
  readonly file: PlanFile;
  readonly changes: number | undefined;
  readonly children: React.ReactNode;
}) {
  const { plan, version, before } = check;
  const recommended = check.recommendations.some((one) => one.state === 'active');
  return (
    <div className="city-head">
      <div className="city-title">
        <ol className="crumbs">
          <li>
            <Link to="/city">{city.title}</Link>
          </li>
          <li>{plan.zone}</li>
        </ol>
        <div className="city-title-line">
          <h1>{clusterOf(file) || workbench.unnamed}</h1>
          <StateMark icon="send" tone="go">
            {words.filedAt(version.filedAt, version.n)}
          </StateMark>
          <CheckMark plan={{ check: check.check?.state ?? null, state: plan.state, recommended }} />
          {(before === null || changes !== undefined) && (
            <span className="small soft">{before === null || changes === undefined ? words.firstSeen : words.changed(before, changes)}</span>
          )}
        </div>
      </div>
      {children}
    </div>
  );
}

function StateNotice({ check }: { readonly check: CityCheck }) {
  const { plan, intake, recommendations } = check;
  const standing = recommendations.find((one) => one.state === 'active');
  if (plan.state === 'drafting') return <Notice tone="plain">{words.stateNotice.drafting}</Notice>;
  if (plan.state === 'ended') return <Notice tone="plain">{words.stateNotice.ended}</Notice>;
  if (standing === undefined) return null;
  if (plan.state === 'mending')
    return (
      <Notice
        tone="warn"
        icon="back"
        action={
          <Link className="button" to="/plans/$plan/mending" params={{ plan: plan.id }}>
            {mending.toPage}
          </Link>
        }
      >
        {words.stateNotice.mending(standing.documentNumber)}
      </Notice>
    );
  return (
    <Notice tone="ok" icon="star">
      {intake?.paper === true ? words.stateNotice.atIntake(standing.documentNumber) : words.stateNotice.awaitingPaper(standing.documentNumber)}
    </Notice>
  );
}
