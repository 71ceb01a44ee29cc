import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { localAuthoritiesQuery, refreshProposals, type ProposalFile } from '#web/api/proposal-queries.ts';
import { ProblemLine } from '#web/components/problem-line.tsx';
import { zoneSide } from '#web/messages/proposal.ts';
import { errorSentence } from '#web/messages/refusals.ts';
import { RecommendationMark } from '#web/pages/recommendation/recommendation-mark.tsx';

const words = zoneSide.local;

/** How the recommendation of an outside applicant's authority stands, and asking for one about the newest version. */
export function AskLocal({ file }: { readonly file: ProposalFile }) {
  const { recommendation, latest } = file;
  const state = recommendation?.state;
  const mayAsk = file.may.includes('local.ask') && latest !== null && state !== 'given' && state !== 'asked';
  return (
    <section className="card" aria-labelledby="ask-local">
      <div className="card-head">
        <h2 id="ask-local">{words.title}</h2>
        {state && <RecommendationMark state={state} />}
      </div>
      <div className="card-body stack">
        <p>{latest === null ? words.before : recommendation ? said(recommendation) : words.need}</p>
        {recommendation?.text && <p className="kept-lines soft">{recommendation.text}</p>}
        {file.owner === null && file.may.includes('proposal.submit') && state !== 'given' && state !== 'asked' && <Freeze project={file.id} />}
        {mayAsk && <AskForm project={file.id} again={recommendation !== null} />}
      </div>
    </section>
  );
}

function said({ state, authority, version, askedAt, answeredAt }: NonNullable<ProposalFile['recommendation']>): string {
  if (state === 'stale') return words.state.stale(authority, version);
  return words.state[state](authority, version, state === 'asked' ? askedAt : (answeredAt ?? askedAt));
}

/** What the zone fills in for a company without accounts is frozen as a version before an authority can be asked about it. */
function Freeze({ project }: { readonly project: string }) {
  const freeze = useMutation({
    mutationFn: () => call('submitProposal', { params: { project }, body: {}, key: freshKey() }),
    onSuccess: refreshProposals,
  });
  return (
    <div className="ask-local">
      <p className="soft">{words.freezeFirst}</p>
      <button type="button" className="button" aria-disabled={freeze.isPending} onClick={() => !freeze.isPending && freeze.mutate()}>
        {freeze.isPending ? words.freezing : words.freeze}
      </button>
      <div role="alert">{freeze.error && <ProblemLine>{errorSentence(freeze.error)}</ProblemLine>}</div>
    </div>
  );
}

function AskForm({ project, again }: { readonly project: string; readonly again: boolean }) {
  const id = useId();
  const { data: authorities = [] } = useQuery(localAuthoritiesQuery);
  const [authority, setAuthority] = useState('');
  const [missing, setMissing] = useState(false);
  const ask = useMutation({
    mutationFn: () => call('askLocal', { params: { project }, body: { authority }, key: freshKey() }),
    onSuccess: refreshProposals,
  });
  const press = (): void => {
    if (authority === '') return setMissing(true);
    if (!ask.isPending) ask.mutate();
  };
  return (
    <div className="ask-local">
      <label htmlFor={id}>{words.authority}</label>
      <div className="row">
        <select
          id={id}
          className="choice"
          value={authority}
          aria-invalid={missing}
          {...(missing ? { 'aria-describedby': `${id}-fault` } : {})}
          onChange={(event) => {
            setAuthority(event.target.value);
            setMissing(false);
          }}
        >
          <option value="">{words.choose}</option>
          {authorities.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <button type="button" className="button" aria-disabled={ask.isPending} onClick={press}>
          {ask.isPending ? words.asking : again ? words.askAgain : words.ask}
        </button>
      </div>
      <div role="alert">
        {missing && <ProblemLine id={`${id}-fault`}>{words.missing}</ProblemLine>}
        {ask.error && <ProblemLine>{errorSentence(ask.error)}</ProblemLine>}
      </div>
    </div>
  );
}
