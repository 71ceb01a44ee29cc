import { queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';
import { fillPath, paths } from './paths.ts';
import { queryClient } from './queries.ts';

export type Candidates = Reply<'candidates'>;
export type Candidate = NonNullable<Candidates['candidates'][number]['plan']>;
export type CityCheck = Reply<'cityCheck'>;
export type CheckNote = CityCheck['notes'][number];
export type NoteThread = CityCheck['threads'][number];
export type Opinion = CityCheck['opinions'][number];
export type PaperName = 'form' | 'plan' | 'commitment';

export const candidatesQuery = queryOptions({ queryKey: ['candidates'], queryFn: ({ signal }) => call('candidates', { signal }) });

export function cityCheckQuery(plan: string) {
  return queryOptions({ queryKey: ['city-check', plan], queryFn: ({ signal }) => call('cityCheck', { params: { plan }, signal }) });
}

/** Everything that shows how far the city is asks anew. */
export async function refreshCity(): Promise<void> {
  const touched = new Set<unknown>(['candidates', 'city-check', 'plan', 'plans']);
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => touched.has(queryKey[0]) });
}

export function paperUrl(plan: string, n: number, paper: PaperName): string {
  return paper === 'form' ? fillPath(paths.versionPdf[1], { plan, n }) : fillPath(paths.versionDocumentPdf[1], { plan, n, kind: `${paper}.pdf` });
}

export function letterUrl(plan: string): string {
  return fillPath(paths.letterPdf[1], { plan });
}

/** The letter as it would be under this 文号. */
export function letterDraftUrl(plan: string, number: string): string {
  const url = fillPath(paths.previewLetter[1], { plan });
  return number.trim() === '' ? url : `${url}?${new URLSearchParams({ number: number.trim() })}`;
}
