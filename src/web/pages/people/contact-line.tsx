import { useMutation } from '@tanstack/react-query';
import { call } from '#web/api/call.ts';
import type { OrganisationFile } from '#web/api/account-queries.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { look as words } from '#web/messages/audit-case.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Who to reach, the number masked until somebody asks for it: that is on record. */
export function ContactLine({ organisation, contact }: { readonly organisation: string; readonly contact: NonNullable<OrganisationFile['contact']> }) {
  const showing = useMutation({ mutationFn: () => call('lookAtPhone', { params: { organisation }, body: {} }) });
  return (
    <div className="card-body row">
      <span>
        {contact.name}　<span role="status">{showing.data?.phone ?? contact.phone}</span>
      </span>
      {showing.data === undefined && (
        <>
          <button
            type="button"
            className="button"
            aria-label={words.showOf(contact.name)}
            aria-disabled={showing.isPending}
            onClick={() => !showing.isPending && showing.mutate()}
          >
            {words.show}
          </button>
          <span className="hint">{words.hint}</span>
        </>
      )}
      <div role="alert">{showing.error && <ProblemLine>{errorSentence(showing.error)}</ProblemLine>}</div>
    </div>
  );
}
