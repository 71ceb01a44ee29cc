import { z } from 'zod';
import { route } from '#http/contract/define.ts';
import {
  attachedFile,
  blockAnswers,
  blockState,
  digest,
  documentState,
  instant,
  json,
  problem,
  proposalState,
  recommendationState,
} from '#http/contract/shapes.ts';

const one = z.object({ project: z.string() });
const done = z.object({ done: z.literal(true) });
const reason = z.string().trim().min(1).max(500);

const proposalRow = z.object({
  id: z.string(),
  number: z.string(),
  plan: z.string(),
  zone: z.string(),
  /** Name of the project, or empty. */
  title: z.string(),
  /** Its applicant: the owning organisation's name, or what is filled in, or empty. */
  company: z.string(),
  /** How the asker stands to it. */
  as: z.enum(['owner', 'partner', 'local']),
  state: proposalState,
  /** Why the zone returned it last, while it is being drafted again; else null. */
  returned: z.string().nullable(),
  recommendation: recommendationState,
  savedAt: instant.nullable(),
  /** Newest submitted version; null where none was. */
  version: z.number().int().nullable(),
  submitBy: instant,
});

export const proposalVersionRow = z.object({
  n: z.number().int(),
  filedAt: instant,
  filedBy: z.string(),
  digest,
});

const recommendation = z.object({
  id: z.string(),
  state: recommendationState.exclude(['none']),
  authority: z.string(),
  /** The proposal's version that it is about. */
  version: z.number().int(),
  /** What the authority wrote: its opinion, or why it declined. */
  text: z.string().nullable(),
  askedAt: instant,
  answeredAt: instant.nullable(),
});

const proposalFile = z.object({
  id: z.string(),
  number: z.string(),
  /** 0-based place in the plan: problems speak of /projects/<position>/…; check it in the browser with checkProposal() of #domain/filing/check-proposal.ts. */
  position: z.number().int(),
  plan: z.string(),
  planNumber: z.string(),
  zone: z.string(),
  city: z.string(),
  call: z.string(),
  edition: digest,
  submitBy: instant,
  state: proposalState,
  /** Null: the zone fills it in itself, for a company without accounts. */
  owner: z.object({ name: z.string() }).nullable(),
  partners: z.array(z.object({ organisation: z.string(), name: z.string(), confirmedAt: instant.nullable() })),
  /** What this person may do with it now, by act. */
  may: z.array(z.string()),
  /** Keys of the blocks that this person may write now. */
  writable: z.array(z.string()),
  /** While the plan is being mended and names this proposal: by when, and what is wrong in which block. */
  mending: z.object({ deadline: instant, parts: z.array(z.object({ block: z.string(), text: z.string() })) }).nullable(),
  /** The living text; for a local authority the version that it was asked about. */
  blocks: documentState,
  /** `path` is the pointer within the proposal: /summary/location. */
  attachments: z.array(attachedFile),
  latest: proposalVersionRow.nullable(),
  /** What the zone did with its versions, and what the owner took back, newest first. `fields` are pointers within the proposal. */
  reviews: z.array(
    z.object({
      event: z.enum(['return', 'take', 'recall']),
      version: z.number().int(),
      reason: z.string().nullable(),
      fields: z.array(z.string()),
      by: z.string(),
      at: instant,
    }),
  ),
  recommendation: recommendation.nullable(),
  /** Facts that the server knows and the browser's check needs; empty for a local authority. */
  facts: z.object({ claims: z.record(z.string(), z.array(z.string())).exactOptional() }),
});

/** Proposals (项目申报书): written by their applicants, gathered by a zone. */
export const proposalRoutes = {
  proposals: route({
    method: 'GET',
    path: '/api/proposals',
    summary: 'The proposals that this person owns, is partner in, or is asked to recommend',
    act: 'proposal.list',
    reply: z.array(proposalRow),
  }),
  proposal: route({
    method: 'GET',
    path: '/api/proposals/:project',
    summary: 'A proposal with every block as it stands',
    act: 'proposal.read',
    params: one,
    reply: proposalFile,
  }),
  saveProposalBlock: route({
    method: 'PUT',
    path: '/api/proposals/:project/blocks/:block',
    summary: 'Save one block of a proposal; a stale base is refused with the text that stands (409 stale: detail.block)',
    act: 'proposal.edit',
    params: z.object({ project: z.string(), block: z.string() }),
    body: z.object({ base: z.number().int().nonnegative(), answers: blockAnswers }),
    reply: blockState,
    command: true,
  }),
  checkProposal: route({
    method: 'GET',
    path: '/api/proposals/:project/problems',
    summary: 'What submitting the proposal now would meet, judged by the server: the rules of this proposal alone',
    act: 'proposal.check',
    params: one,
    reply: z.array(problem),
  }),
  submitProposal: route({
    method: 'POST',
    path: '/api/proposals/:project/submit',
    summary: 'Submit to the zone: freezes a version. 422 problemsOpen (detail.problems) while something is unsettled',
    act: 'proposal.submit',
    params: one,
    body: z.object({}),
    reply: proposalVersionRow,
    command: true,
  }),
  recallProposal: route({
    method: 'POST',
    path: '/api/proposals/:project/recall',
    summary: 'The owner takes it back until the zone has taken it; versions stay',
    act: 'proposal.recall',
    params: one,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  returnProposal: route({
    method: 'POST',
    path: '/api/proposals/:project/return',
    summary: 'The zone returns it to be mended; `fields` are pointers within the proposal (/money/province)',
    act: 'proposal.return',
    params: one,
    body: z.object({ reason, fields: z.array(z.string().max(200)).max(100).optional() }),
    reply: done,
    command: true,
  }),
  takeProposal: route({
    method: 'POST',
    path: '/api/proposals/:project/take',
    summary: 'The zone takes the submitted proposal into its plan',
    act: 'proposal.take',
    params: one,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  removeProposal: route({
    method: 'POST',
    path: '/api/proposals/:project/remove',
    summary: 'The zone takes an owned project out of its plan, with the reason that its owner reads; restoreProject brings it back',
    act: 'proposal.remove',
    params: one,
    body: z.object({ reason }),
    reply: done,
    command: true,
  }),
  inviteProposalPartner: route({
    method: 'POST',
    path: '/api/proposals/:project/partners',
    summary: 'Let another organisation write the parts of partners: by its credit code, or its name as registered here. 404 where there is none',
    act: 'proposal.invite',
    params: one,
    body: z.object({ organisation: z.string().trim().min(1).max(80) }),
    reply: z.object({ organisation: z.string(), name: z.string() }),
    command: true,
  }),
  removePartner: route({
    method: 'DELETE',
    path: '/api/proposals/:project/partners/:organisation',
    summary: 'Take the right to write back from a partner; what it wrote stays',
    act: 'proposal.invite',
    params: z.object({ project: z.string(), organisation: z.string() }),
    reply: done,
    command: true,
  }),
  confirmPartner: route({
    method: 'POST',
    path: '/api/proposals/:project/confirm',
    summary: "A partner confirms its part as it stands; lapses when a partner's block is saved again",
    act: 'proposal.confirm',
    params: one,
    body: z.object({}),
    reply: done,
    command: true,
  }),
  askLocal: route({
    method: 'POST',
    path: '/api/proposals/:project/recommendation/ask',
    summary: 'The zone asks the authority where an outside applicant lies, about the newest version. `authority`: an id of localAuthorities',
    act: 'local.ask',
    params: one,
    body: z.object({ authority: z.string() }),
    reply: z.object({ id: z.string(), authority: z.string(), version: z.number().int() }),
    command: true,
  }),
  giveLocal: route({
    method: 'POST',
    path: '/api/proposals/:project/recommendation/give',
    summary: 'The authority recommends that version, with its opinion',
    act: 'local.give',
    params: one,
    body: z.object({ opinion: z.string().trim().min(1).max(1000) }),
    reply: done,
    command: true,
  }),
  declineLocal: route({
    method: 'POST',
    path: '/api/proposals/:project/recommendation/decline',
    summary: 'The authority does not recommend that version, with its reason',
    act: 'local.decline',
    params: one,
    body: z.object({ reason }),
    reply: done,
    command: true,
  }),
  localAuthorities: route({
    method: 'GET',
    path: '/api/local-authorities',
    summary: 'Authorities that can be asked to recommend an outside project: county and city bureaus',
    act: 'local.authorities',
    reply: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  localRequests: route({
    method: 'GET',
    path: '/api/local-requests',
    summary: 'Recommendations asked of this authority, open ones first',
    act: 'local.list',
    reply: z.array(
      recommendation.extend({
        project: z.string(),
        number: z.string(),
        zone: z.string(),
        title: z.string(),
        company: z.string(),
        /** Newest version of the proposal; an opinion is given only on it. */
        newest: z.number().int(),
        submitBy: instant,
      }),
    ),
  }),
  proposalVersions: route({
    method: 'GET',
    path: '/api/proposals/:project/versions',
    summary: 'Frozen versions, newest first; for a local authority those it was asked about',
    act: 'proposal.versions',
    params: one,
    reply: z.array(proposalVersionRow),
  }),
  proposalVersion: route({
    method: 'GET',
    path: '/api/proposals/:project/versions/:n',
    summary: 'A frozen version: answers by block, and its attachments',
    act: 'proposal.versions',
    params: z.object({ project: z.string(), n: z.coerce.number().int().positive() }),
    reply: z.object({
      row: proposalVersionRow,
      answers: z.record(z.string(), z.record(z.string(), json)),
      attachments: z.array(attachedFile),
    }),
  }),
} as const;
