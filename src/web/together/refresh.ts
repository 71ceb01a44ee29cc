import { useCallback } from 'react';
import { queryClient } from '#web/api/queries.ts';
import type { FormFile } from '#web/pages/form/form-file.ts';

/** Fetches the file of a form page anew: the plan's, or that of the one proposal. */
export function useRefresh(file: FormFile, document: string): () => Promise<void> {
  const { id, remember } = file;
  const ofProposal = remember !== undefined;
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: ofProposal ? ['proposal', document] : ['plan', id], exact: true }),
    [ofProposal, document, id],
  );
}
