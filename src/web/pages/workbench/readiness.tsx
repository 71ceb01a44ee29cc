import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import type { PlanFile } from '#web/api/queries.ts';
import { toServerTime } from '#web/api/server-clock.ts';
import { Icon, type IconName } from '#web/components/icon.tsx';
import { SegmentBar, SegmentLegend } from '#web/components/segment-bar.tsx';
import { emptyCell } from '#web/messages/components.ts';
import { clockTime } from '#web/messages/formats.ts';
import type { BlockStateName } from '#web/messages/states.ts';
import { workbench } from '#web/messages/workbench.ts';
import { percentFilled } from '#domain/filing/progress.ts';
import { projectLooks } from '#web/messages/project-look.ts';
import { doneOf, outsideProofs, wantedProofs } from '#web/pages/evidence/wanted.ts';
import { commitmentBlocks, formBlocks, outlineStates } from '#web/progress/document-states.ts';
import { countReady, lookedAt, segmentOf, tally } from '#web/progress/project-look.ts';
import { sixOnes } from '#web/progress/six-ones.ts';

/** How far each document is, as last judged by the server at `at` (this computer's clock). */
export function Readiness({
  plan,
  problems,
  edition,
  at,
}: {
  readonly plan: PlanFile;
  readonly problems: readonly Problem[];
  readonly edition: Edition;
  readonly at: number;
}) {
  const form = formBlocks(edition, plan, problems);
  const outline = outlineStates(edition, problems);
  const projects = lookedAt(edition, plan, problems);
  const states = projects.map((project) => segmentOf(project.look));
  const commitment = commitmentBlocks(edition, plan, problems);
  const ones = sixOnes(edition, plan, problems);
  const onesAt = edition.forms.form.blocks.find((block) => block.screen === 'yesNo')?.key;
  const formStates = form.map((block) => block.state);
  const commitmentStates = commitment.map((block) => block.state);
  return (
    <section className="card" aria-labelledby="readiness">
      <div className="card-head">
        <h2 id="readiness">{workbench.readiness}</h2>
        <span className="more">{workbench.asOf(clockTime(toServerTime(at)))}</span>
      </div>
      <ul className="readiness">
        <Line icon="form" name={workbench.form} states={formStates} value={`${percentFilled(form)}%`} text={workbench.blocks(form.length, formStates)}>
          <Link to="/plans/$plan/form" params={{ plan: plan.id }}>
            {workbench.openIt}
            <span className="unseen">{workbench.form}</span>
          </Link>
        </Line>
        <Line icon="text" name={workbench.outline} states={outline} value={share(outline)} text={workbench.sections(outline)}>
          <Link to="/plans/$plan/outline" params={{ plan: plan.id }}>
            {workbench.openIt}
            <span className="unseen">{workbench.outline}</span>
          </Link>
        </Line>
        <Line
          icon="list"
          name={workbench.projects}
          states={padded(states, edition.parameters.minProjects)}
          value={`${countReady(projects)}/${edition.parameters.minProjects}`}
          text={projects.length === 0 ? workbench.noProjects : projectLooks.tally(tally(projects.map(({ look }) => look)).map(([{ word }, n]) => [word, n]))}
        >
          <Link to="/plans/$plan/projects" params={{ plan: plan.id }}>
            {workbench.openIt}
            <span className="unseen">{workbench.projects}</span>
          </Link>
        </Line>
        <Line
          icon="star"
          name={workbench.sixOnes}
          states={ones.map((one) => one.state)}
          value={`${ones.filter((one) => one.state === 'done').length}/${ones.length}`}
          text={workbench.sixOnesText(ones.filter((one) => one.state !== 'done'))}
        >
          <Link to="/plans/$plan/form" params={{ plan: plan.id }} search={onesAt === undefined ? {} : { at: `/form/${onesAt}` }}>
            {workbench.openIt}
            <span className="unseen">{workbench.sixOnes}</span>
          </Link>
        </Line>
        <Line
          icon="shield"
          name={workbench.commitment}
          states={commitmentStates}
          value={`${percentFilled(commitment)}%`}
          text={workbench.blocks(commitment.length, commitmentStates)}
        >
          <Link to="/plans/$plan/commitment" params={{ plan: plan.id }}>
            {workbench.openIt}
            <span className="unseen">{workbench.commitment}</span>
          </Link>
        </Line>
        <Evidence plan={plan} edition={edition} />
      </ul>
      <div className="card-foot">
        <SegmentLegend />
      </div>
    </section>
  );
}

/** Proofs that what is answered asks for, and which of them are there. */
function Evidence({ plan, edition }: { readonly plan: PlanFile; readonly edition: Edition }) {
  const wanted = [...wantedProofs(edition, plan), ...outsideProofs(edition, plan)].filter((one) => one.need === 'asked');
  const attached = new Set(plan.attachments.map((attachment) => attachment.path));
  const { done, of } = doneOf(wanted, attached);
  const wanting = wanted.filter((one) => !attached.has(one.pointer)).map(({ field, project }) => workbench.evidenceOf(field.short ?? field.label, project?.n));
  return (
    <Line
      icon="clip"
      name={workbench.evidence}
      states={of === 0 ? ['empty'] : wanted.map((one) => (attached.has(one.pointer) ? 'done' : 'empty'))}
      value={of === 0 ? emptyCell : `${done}/${of}`}
      text={of === 0 ? workbench.noEvidence : wanting.length === 0 ? workbench.allEvidence : workbench.evidenceWanting(wanting)}
    >
      <Link to="/plans/$plan/evidence" params={{ plan: plan.id }}>
        {workbench.openIt}
        <span className="unseen">{workbench.evidence}</span>
      </Link>
    </Line>
  );
}

function Line({
  icon,
  name,
  states,
  value,
  text,
  children,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly states: readonly BlockStateName[];
  readonly value: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <li>
      <span className="readiness-name">
        <Icon name={icon} />
        {name}
      </span>
      <SegmentBar states={states} of={name} />
      <span className="readiness-value">{value}</span>
      <span className="readiness-text">{text}</span>
      <span className="readiness-open">{children}</span>
    </li>
  );
}

function share(states: readonly BlockStateName[]): string {
  return `${states.filter((state) => state === 'done').length}/${states.length}`;
}

/** Projects still wanting stand as empty segments. */
function padded(states: readonly BlockStateName[], least: number): readonly BlockStateName[] {
  return states.length >= least ? states : [...states, ...Array.from({ length: least - states.length }, () => 'empty' as const)];
}
