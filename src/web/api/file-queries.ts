import { queryOptions } from '@tanstack/react-query';
import { call, type Reply } from './call.ts';
import { fillPath, paths } from './paths.ts';
import { queryClient } from './queries.ts';

export type FileRow = Reply<'files'>['files'][number];
export type FileList = Reply<'files'>;

/** Whose files: the plan's own, or a proposal's. */
export type FilesOf = { readonly plan: string } | { readonly project: string };

/** Where a file goes: a document of these, and a pointer inside it. */
export interface FilePlace {
  readonly of: FilesOf;
  readonly document: string;
  readonly path: string;
}

export function filesQuery(of: FilesOf) {
  return queryOptions({
    queryKey: ['files', of],
    queryFn: ({ signal }): Promise<FileList> => ('plan' in of ? call('files', { params: of, signal }) : call('proposalFiles', { params: of, signal })),
  });
}

export function fileUrl(file: string): string {
  return fillPath(paths.file[1], { file });
}

/** Address to which a file is sent. */
export function uploadUrl({ of, document, path }: FilePlace, name: string): string {
  const to = 'plan' in of ? fillPath(paths.uploadFile[1], { plan: of.plan, document }) : fillPath(paths.uploadProposalFile[1], of);
  return `${to}?${new URLSearchParams({ path, name })}`;
}

export function renameFile(of: FilesOf, file: string, name: string): Promise<FileRow> {
  const body = { name };
  return 'plan' in of ? call('renameFile', { params: { ...of, file }, body }) : call('renameProposalFile', { params: { ...of, file }, body });
}

export async function removeFile(of: FilesOf, file: string): Promise<void> {
  await ('plan' in of ? call('removeFile', { params: { ...of, file } }) : call('removeProposalFile', { params: { ...of, file } }));
}

export async function restoreFile(of: FilesOf, file: string): Promise<void> {
  const body = {};
  await ('plan' in of ? call('restoreFile', { params: { ...of, file }, body }) : call('restoreProposalFile', { params: { ...of, file }, body }));
}

/** Everything that shows files, or is judged by them, is asked anew. */
export async function refreshFiles(): Promise<void> {
  const touched = new Set(['files', 'plan', 'proposal', 'check']);
  await queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => typeof name === 'string' && touched.has(name) });
}
