import { useMutation } from '@tanstack/react-query';
import { call, type Reply } from '#web/api/call.ts';
import { refreshCalls } from '#web/api/call-queries.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { calls as words } from '#web/messages/calls.ts';
import { errorSentence } from '#web/messages/refusals.ts';

/** Who signs at which level; ticked by whoever manages the province's people. */
export function Signers({ data }: { readonly data: Reply<'calls'> }) {
  const set = useMutation({
    mutationFn: ({ username, levels }: { username: string; levels: string[] }) => call('setCallSigner', { params: { person: username }, body: { levels } }),
    onSuccess: refreshCalls,
  });
  return (
    <section className="card" aria-labelledby="signers">
      <div className="card-head">
        <h2 id="signers">{words.signersTitle}</h2>
        <span className="small soft">{words.signersLead}</span>
      </div>
      <div className="card-body stack">
        {data.signers.map(({ username, name, levels }) => (
          <fieldset key={username} className="signer">
            <legend>{name}</legend>
            {data.levels.map(({ key, title }) => (
              <label key={key} className="call-tick">
                <input
                  type="checkbox"
                  checked={levels.includes(key)}
                  disabled={!data.maySetSigners || set.isPending}
                  onChange={(event) => set.mutate({ username, levels: event.target.checked ? [...levels, key] : levels.filter((one) => one !== key) })}
                />
                {title}
              </label>
            ))}
          </fieldset>
        ))}
        <div role="alert">{set.error && <ProblemLine>{errorSentence(set.error)}</ProblemLine>}</div>
      </div>
    </section>
  );
}
