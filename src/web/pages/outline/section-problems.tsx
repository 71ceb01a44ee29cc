import type { PlanFile } from '#web/api/queries.ts';
import { PlaceLink } from '#web/components/place-link.tsx';
import { outlinePage } from '#web/messages/outline.ts';
import { useForm, useProblems } from '#web/pages/form/form-context.ts';
import { ProblemItem } from '#web/pages/form/problem-item.tsx';

/** What is wrong with this section, each with the way to the other side that could be mended as well. */
export function SectionProblems({ section, file }: { readonly section: string; readonly file: PlanFile }) {
  const { store } = useForm();
  const problems = useProblems(`${store.pointer}/${section}`, 'within');
  if (problems.length === 0) return null;
  return (
    <div className="block-problems" role="group" aria-label={outlinePage.problems}>
      {problems.map((problem) => (
        <div key={`${problem.rule} ${problem.message}`}>
          <ProblemItem problem={problem} />
          {problem.also?.map((pointer) => (
            <p key={pointer} className="small outline-other">
              <PlaceLink plan={file} pointer={pointer}>
                {outlinePage.toFormField}
              </PlaceLink>
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
