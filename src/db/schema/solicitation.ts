// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { JsonObject } from '#domain/values/json.ts';
import type { SolicitationTerms } from '#domain/filing/solicitation-terms.ts';
import type { ProposalContent } from '#domain/filing/check-proposal.ts';

export interface Answer {
  id: Generated<string>;
  solicitationId: string;
  companyId: string | null;
  companyName: string;
  companyCode: string | null;
  state: 'invited' | 'offered' | 'accepted' | 'declined' | 'withdrawn';
  title: Generated<string>;
  summary: Generated<string>;
  asked: number | null;
  inside: boolean | null;
  reason: string | null;
  token: string | null;
  projectId: string | null;
  invitedAt: string | null;
  offeredAt: string | null;
  decidedAt: string | null;
  madeAt: Generated<string>;
}

export interface AnswerEvent {
  answerId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  event: ColumnType<'invite' | 'take' | 'offer' | 'accept' | 'decline' | 'withdraw', 'invite' | 'take' | 'offer' | 'accept' | 'decline' | 'withdraw', never>;
  content: ColumnType<JsonObject, string, never>;
  byPerson: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface LocalRecommendation {
  id: Generated<string>;
  projectId: string;
  version: number;
  authorityId: string;
  state: 'asked' | 'given' | 'declined' | 'stale';
  opinion: string | null;
  askedAt: string;
  answeredAt: string | null;
}

export interface LocalRecommendationEvent {
  recommendationId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  event: ColumnType<'ask' | 'give' | 'decline' | 'stale', 'ask' | 'give' | 'decline' | 'stale', never>;
  opinion: ColumnType<string | null, string | null | undefined, never>;
  byPerson: ColumnType<string | null, string | null | undefined, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface PlanVersionProject {
  planId: ColumnType<string, string, never>;
  planVersion: ColumnType<number, number, never>;
  position: ColumnType<number, number, never>;
  projectId: ColumnType<string, string, never>;
  proposalVersion: ColumnType<number | null, number | null | undefined, never>;
}

export interface ProjectPartner {
  projectId: string;
  organisationId: string;
  invitedAt: Generated<string>;
  confirmedAt: string | null;
}

export interface ProposalReview {
  id: ColumnType<string, string | undefined, never>;
  projectId: ColumnType<string, string, never>;
  version: ColumnType<number, number, never>;
  event: ColumnType<'return' | 'take' | 'recall', 'return' | 'take' | 'recall', never>;
  reason: ColumnType<string | null, string | null | undefined, never>;
  fields: ColumnType<readonly string[], string, never>;
  byPerson: ColumnType<string, string, never>;
  at: ColumnType<string, string | undefined, never>;
}

export interface ProposalVersion {
  projectId: ColumnType<string, string, never>;
  n: ColumnType<number, number, never>;
  content: ColumnType<ProposalContent, string, never>;
  editionDigest: ColumnType<string, string, never>;
  contentDigest: ColumnType<string, string, never>;
  filedAt: ColumnType<string, string, never>;
  filedBy: ColumnType<string, string, never>;
}

export interface Solicitation {
  id: Generated<string>;
  callId: string;
  zoneId: string;
  number: string | null;
  state: 'draft' | 'published' | 'closed';
  terms: ColumnType<SolicitationTerms, string, string>;
  publishedAt: string | null;
  closedAt: string | null;
  createdAt: Generated<string>;
}
