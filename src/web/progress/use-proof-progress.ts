import { useQuery } from '@tanstack/react-query';
import { editionQuery, planQuery } from '#web/api/queries.ts';
import { doneOf, outsideProofs, wantedProofs } from '#web/pages/evidence/wanted.ts';

/** `5/6` for the navigation: proofs that are there, of those asked for; undefined until known. */
export function useProofProgress(plan: string | undefined): string | undefined {
  const { data: file } = useQuery({ ...planQuery(plan ?? ''), enabled: plan !== undefined });
  const { data: edition } = useQuery(editionQuery(file?.edition));
  if (!file || !edition) return undefined;
  const wanted = [...wantedProofs(edition, file), ...outsideProofs(edition, file)];
  const { done, of } = doneOf(wanted, new Set(file.attachments.map((attachment) => attachment.path)));
  return of === 0 ? undefined : `${done}/${of}`;
}
