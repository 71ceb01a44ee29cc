import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { refreshProposals } from '#web/api/proposal-queries.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { projectsPage as words } from '#web/messages/projects.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** An empty project that the zone fills in for a company without accounts; opens it at once. */
export function AddProject({ plan }: { readonly plan: string }) {
  const navigate = useNavigate();
  const add = useMutation({
    mutationFn: () => call('addProject', { params: { plan }, body: {}, key: freshKey() }),
    onSuccess: async ({ id }) => {
      await refreshProposals();
      await navigate({ to: '/plans/$plan/projects/$project', params: { plan, project: id } });
    },
  });
  return (
    <span className="add-project">
      <button type="button" className="button" aria-disabled={add.isPending} onClick={() => !add.isPending && add.mutate()}>
        {add.isPending ? words.adding : words.add}
      </button>
      <span role="alert">{add.error && <ProblemLine>{errorSentence(add.error)}</ProblemLine>}</span>
    </span>
  );
}
