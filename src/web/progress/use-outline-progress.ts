import { useQuery } from '@tanstack/react-query';
import { checkQuery, editionQuery, planQuery } from '#web/api/queries.ts';
import { outlineStates } from './document-states.ts';

/** `9/12` sections for the navigation; undefined until known. */
export function useOutlineProgress(plan: string | undefined): string | undefined {
  const enabled = plan !== undefined;
  const { data: file } = useQuery({ ...planQuery(plan ?? ''), enabled });
  const { data: problems } = useQuery({ ...checkQuery(plan ?? ''), enabled, staleTime: 30_000 });
  const { data: edition } = useQuery(editionQuery(file?.edition));
  if (!problems || !edition) return undefined;
  const states = outlineStates(edition, problems);
  return `${states.filter((state) => state === 'done').length}/${states.length}`;
}
