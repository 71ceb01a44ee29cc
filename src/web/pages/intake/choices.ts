import type { IntakeFile } from '#web/api/intake-queries.ts';

export type Choice = 'receive' | 'admit' | 'mend' | 'strike' | 'refuse';

/** What this person may do with the file as it stands. */
export function choicesOf(file: IntakeFile): readonly Choice[] {
  const { state, may } = file;
  if (state === 'admitted' || state === 'refused' || file.results.some((one) => one.decision === null)) return [];
  const proposes = may.includes('intake.propose');
  return [
    ...(may.includes('intake.receive') && (state !== 'mending' || file.confirmed) ? (['receive'] as const) : []),
    ...(state === 'checking' && proposes ? (['admit'] as const) : []),
    ...(state === 'checking' && may.includes('intake.mend') && file.mendingsLeft > 0 ? (['mend'] as const) : []),
    ...(state === 'checking' && proposes && file.enoughProjects ? (['strike'] as const) : []),
    ...((state === 'checking' || state === 'mending') && proposes ? (['refuse'] as const) : []),
  ];
}
