import { checkProposal } from '#domain/filing/check-proposal.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { isOutside } from '#domain/filing/project-money.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Problem } from '#domain/values/problem.ts';
import { rememberProposalBlock, type ProposalFile } from '#web/api/proposal-queries.ts';
import type { DocumentAt } from '#web/pages/form/open-documents.ts';
import type { FormFile } from '#web/pages/form/form-file.ts';

/** Pointer of the proposal in its plan, which the check's problems speak of. */
export function pointerOf(file: Pick<ProposalFile, 'position'>): string {
  return `/projects/${file.position}`;
}

/** A proposal as the form page opens it: a plan of which nothing but this project is known. */
export function formFileOf(edition: Edition, file: ProposalFile): FormFile {
  const pointer = pointerOf(file);
  const before = Array.from({ length: file.position }, (_, index) => ({ ...unknown, id: `before ${index}` }));
  return {
    id: file.plan,
    call: file.call,
    edition: file.edition,
    zone: file.zone,
    city: file.city,
    submitBy: file.submitBy,
    may: file.may,
    writable: file.writable,
    mending: file.mending && { ...file.mending, parts: file.mending.parts.map((part) => ({ ...part, document: file.id })) },
    documents: { form: {}, commitment: {}, outline: {} },
    projects: [...before, { ...unknown, id: file.id, number: file.number, blocks: file.blocks }],
    attachments: file.attachments.map((one) => ({ ...one, path: `${pointer}${one.path}` })),
    facts: file.facts,
    judge: (plan) => judgeIn(edition, file, plan),
    remember: (block, state) => rememberProposalBlock(file.id, block, state),
  };
}

/** The server's own judgement of the text on screen. */
function judgeIn(edition: Edition, file: ProposalFile, plan: PlanContent): readonly Problem[] {
  const answers = plan.projects[file.position] ?? {};
  return checkProposal(edition, { answers, attachments: file.attachments }, file, file.facts.claims ? { claims: file.facts.claims } : {});
}

const unknown = { number: '', blocks: {} };

/** The one document in it. */
export function documentIn(edition: Edition, file: ProposalFile): DocumentAt {
  return { document: file.id, pointer: pointerOf(file), form: edition.forms.proposal, blocks: file.blocks };
}

/** Why the zone returned it, while it is being mended; undefined once it is submitted again. */
export function openReturn(file: ProposalFile): ProposalFile['reviews'][number] | undefined {
  const [last] = file.reviews;
  return file.state === 'drafting' && last?.event === 'return' ? last : undefined;
}

/** The project's name as written so far, or empty. */
export function nameOf(file: Pick<ProposalFile, 'blocks'>): string {
  const name = file.blocks['summary']?.answers['name'];
  return typeof name === 'string' ? name.trim() : '';
}

/** The applicant: the owning organisation, or as the text names it, or empty. */
export function applicantOf(file: Pick<ProposalFile, 'blocks' | 'owner'>): string {
  const written = file.blocks['summary']?.answers['applicant'];
  return file.owner?.name ?? (typeof written === 'string' ? written.trim() : '');
}

/** Whether the applicant says that it lies outside the zone. */
export function isOutsideZone(edition: Edition, file: Pick<ProposalFile, 'blocks'>): boolean {
  const location = edition.forms.proposal.blocks.find((block) => block.key === 'summary')?.fields.find((field) => field.key === 'location');
  const at = file.blocks['summary']?.answers['location'] ?? undefined;
  return location !== undefined && isOutside(location, at);
}
