import { isInside, isOutside } from '#domain/filing/project-money.ts';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { isWithin } from '#domain/values/pointer.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import type { PlanFile } from '#web/api/queries.ts';

/** One project as the list shows it. Money in minor units; undefined while unfilled. */
export interface ProjectLine {
  /** As people count, from 1: the place in the plan. */
  readonly position: number;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly applicant: string;
  readonly leader: string;
  readonly place: 'inside' | 'outside' | undefined;
  readonly segment: string;
  readonly groups: readonly string[];
  readonly province: number | undefined;
  readonly zone: number | undefined;
  readonly newTotal: number | undefined;
  /** The local authority's opinion is attached by the zone, for a company without accounts. */
  readonly opinionAttached: boolean;
  /** Musts that its text breaks. That it is not taken yet is told of the project as a whole: the state says it. */
  readonly broken: readonly Problem[];
}

type PlanProjects = Pick<PlanFile, 'projects' | 'attachments'>;

/** The plan's projects in order, each with what is broken in it. */
export function projectLines(edition: Edition, plan: PlanProjects, problems: readonly Problem[]): readonly ProjectLine[] {
  const location = edition.forms.proposal.blocks.find((block) => block.key === 'summary')?.fields.find((field) => field.key === 'location');
  const musts = problems.filter((problem) => problem.severity === 'must' && !isSettled(problem));
  const attached = new Set(plan.attachments.map((attachment) => attachment.path));
  return plan.projects.map((project, index) => {
    const answers = (block: string): BlockAnswers => project.blocks[block]?.answers ?? {};
    const [summary, money, team] = [answers('summary'), answers('money'), answers('team')];
    const at = summary['location'] ?? undefined;
    const groups = summary['groups'];
    return {
      position: index + 1,
      id: project.id,
      number: project.number,
      name: textOf(summary, 'name'),
      applicant: textOf(summary, 'applicant'),
      leader: textOf(team, 'name'),
      place: location === undefined ? undefined : isInside(location, at) ? 'inside' : isOutside(location, at) ? 'outside' : undefined,
      segment: textOf(summary, 'segment'),
      groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
      province: amountOf(money, 'province'),
      zone: amountOf(money, 'zone'),
      newTotal: amountOf(money, 'newTotal'),
      opinionAttached: project.owner === null && attached.has(`/projects/${index}/summary/location`),
      broken: musts.filter((problem) => isWithin(problem.path, `/projects/${index}`) && problem.path !== `/projects/${index}`),
    };
  });
}

/** What the head says of all projects, whatever the filter shows. */
export interface Totals {
  readonly province: number;
  readonly zone: number;
  readonly newTotal: number;
}

/** Sums over these lines; an amount that is not filled counts nothing. */
export function totalsOf(lines: readonly ProjectLine[]): Totals {
  const sum = (key: keyof Totals): number => lines.reduce((total, line) => total + (line[key] ?? 0), 0);
  return { province: sum('province'), zone: sum('zone'), newTotal: sum('newTotal') };
}

/** By how much the zone's money of inside projects falls short of what the match asks: the worst project first. */
export function shortOfZone(edition: Edition, lines: readonly ProjectLine[]): readonly { readonly position: number; readonly short: number }[] {
  const { zone: ofZone, province: ofProvince } = edition.parameters.matchRatio;
  return lines
    .filter((line) => line.place === 'inside' && line.province !== undefined && line.zone !== undefined)
    .map((line) => ({ position: line.position, short: Math.ceil(((line.province ?? 0) * ofZone) / ofProvince) - (line.zone ?? 0) }))
    .filter(({ short }) => short > 0)
    .toSorted((a, b) => b.short - a.short);
}

function textOf(answers: BlockAnswers, key: string): string {
  const value = answers[key];
  return typeof value === 'string' ? value.trim() : '';
}

function amountOf(answers: BlockAnswers, key: string): number | undefined {
  const value = answers[key];
  return typeof value === 'number' ? value : undefined;
}
