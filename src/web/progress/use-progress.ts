import { useQuery } from '@tanstack/react-query';
import type { BlockAnswers } from '#domain/forms/definition.ts';
import { checkQuery, editionQuery, planQuery, type PlanFile } from '#web/api/queries.ts';
import { formProgress, percentFilled, type BlockProgress } from '#domain/filing/progress.ts';

/** `86%` for the navigation; undefined until known. */
export function useFormProgress(plan: string | undefined): string | undefined {
  const blocks = useFormBlocks(plan);
  return blocks && `${percentFilled(blocks)}%`;
}

/** Progress of the 申报表 by block, as last judged by the server. */
export function useFormBlocks(plan: string | undefined): readonly BlockProgress[] | undefined {
  const enabled = plan !== undefined;
  const { data: file } = useQuery({ ...planQuery(plan ?? ''), enabled });
  const { data: problems } = useQuery({ ...checkQuery(plan ?? ''), enabled, staleTime: 30_000 });
  const { data: edition } = useQuery(editionQuery(file?.edition));
  return file && problems && edition ? formProgress(edition, edition.forms.form, '/form', answersOf(file.documents.form), problems) : undefined;
}

export function answersOf(document: PlanFile['documents']['form']): Readonly<Record<string, BlockAnswers>> {
  return Object.fromEntries(Object.entries(document).map(([key, block]) => [key, block.answers]));
}
