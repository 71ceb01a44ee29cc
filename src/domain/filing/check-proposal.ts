import { check } from '#domain/filing/check.ts';
import type { AttachedFile, Facts, PlanContent } from '#domain/filing/plan.ts';
import type { Answers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { parsePointer } from '#domain/values/pointer.ts';
import type { Problem } from '#domain/values/problem.ts';

/** A proposal (项目申报书) as it is submitted and frozen. */
export interface ProposalContent {
  readonly answers: Answers;
  /** `path` is the pointer within the proposal: `/summary/location`. */
  readonly attachments: readonly AttachedFile[];
}

/** Where a proposal stands: what its rules read of the plan around it. */
export interface ProposalPlace {
  readonly call: string;
  readonly zone: string;
  readonly city: string;
  /** 0-based index among the plan's projects. */
  readonly position: number;
}

/**
 * What submitting a proposal to its zone would meet: the problems of submitting a plan, as far as they lie in this proposal and can be
 * judged without the rest of the plan. Paths, notes and numbers are those of the plan. What the zone has yet to do with the proposal is
 * no problem of its applicant. Browser and server run this same code.
 */
export function checkProposal(
  edition: Edition,
  proposal: ProposalContent,
  place: ProposalPlace,
  facts: Pick<Facts, 'claims' | 'breaches'>,
): readonly Problem[] {
  const { call, zone, city, position } = place;
  const base = `/projects/${position}`;
  const before = Array.from({ length: position });
  const done = { state: 'taken', owner: true, company: '', recommendation: 'given' } as const;
  const plan: PlanContent = {
    edition: edition.id,
    call,
    zone,
    city,
    form: {},
    outline: {},
    commitment: {},
    projects: [...before.map(() => ({})), proposal.answers],
    attachments: proposal.attachments.map((file) => ({ ...file, path: `${base}${file.path}` })),
  };
  const known: Facts = { ...facts, proposals: [...before, 0].map(() => done), solicited: true, openAnswers: [] };
  return check(edition, plan, 'submit', known).filter((problem) => liesIn(problem.path, position));
}

function liesIn(pointer: string, position: number): boolean {
  const [document, index] = parsePointer(pointer) ?? [];
  return document === 'projects' && index === String(position);
}
