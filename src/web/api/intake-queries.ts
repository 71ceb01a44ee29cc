import { queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';
import { fillPath, paths } from './paths.ts';
import { queryClient } from './queries.ts';

export type IntakeFile = Reply<'intake'>;
export type IntakeRow = Reply<'intakes'>['files'][number];
export type DeskAnswer = NonNullable<Reply<'lookUp'>['answer']>;
export type Copies = IntakeFile['copies']['needed'];

export const deskQuery = queryOptions({ queryKey: ['intake', 'desk'], staleTime: 0, queryFn: ({ signal }) => call('desk', { signal }) });

export const intakesQuery = queryOptions({ queryKey: ['intake', 'files'], queryFn: ({ signal }) => call('intakes', { signal }) });

export function intakeQuery(plan: string) {
  return queryOptions({ queryKey: ['intake', 'file', plan], staleTime: 0, queryFn: ({ signal }) => call('intake', { params: { plan }, signal }) });
}

export function registerQuery(day: string | undefined) {
  return queryOptions({
    queryKey: ['intake', 'register', day],
    staleTime: 0,
    queryFn: ({ signal }) => call('dayRegister', { query: day === undefined ? {} : { day }, signal }),
  });
}

export function paperReceiptUrl(plan: string, n: number): string {
  return fillPath(paths.paperReceipt[1], { plan, n });
}

export function refusalNoteUrl(refusal: string): string {
  return fillPath(paths.refusalNote[1], { refusal });
}

export function registerPdfUrl(day: string): string {
  return `${paths.dayRegisterPdf[1]}?day=${encodeURIComponent(day)}`;
}

/** Everything that the centre shows. */
export async function refreshIntake(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['intake'] });
}
