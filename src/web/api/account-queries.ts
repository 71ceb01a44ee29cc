import { queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';

export type OwnAccount = Reply<'account'>;
export type OrganisationRow = Reply<'organisations'>[number];
export type OrganisationFile = Reply<'organisation'>;
export type PersonOfOrganisation = OrganisationFile['people'][number];

export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: ({ signal }) => call('account', { signal }) });

/** Where one is signed in; always asked anew. */
export const ownSessionsQuery = queryOptions({ queryKey: ['account', 'sessions'], staleTime: 0, queryFn: ({ signal }) => call('ownSessions', { signal }) });

export function organisationsQuery(search: string) {
  return queryOptions({ queryKey: ['organisations', search], queryFn: ({ signal }) => call('organisations', { query: { search }, signal }) });
}

/** An organisation with its people; `own` is one's own. */
export function organisationQuery(organisation: string) {
  return queryOptions({ queryKey: ['organisation', organisation], queryFn: ({ signal }) => call('organisation', { params: { organisation }, signal }) });
}

export const placesQuery = queryOptions({ queryKey: ['places'], staleTime: 300_000, queryFn: ({ signal }) => call('placesToAsk', { signal }) });
