import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type Reply } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { refreshProposals, type ProposalFile } from '#web/api/proposal-queries.ts';
import type { Problem } from '#domain/values/problem.ts';

export type Filed = Reply<'submitProposal'>;

/** Words and places that the return dialog begins with. */
export interface Suggestion {
  readonly reason: string;
  /** Pointers within the proposal. */
  readonly fields: readonly string[];
}

export interface ProposalActs {
  /** The dialog that is open. */
  readonly asking: 'submit' | 'return' | undefined;
  readonly suggestion: Suggestion;
  readonly ask: (which: 'submit' | 'return', suggestion?: Suggestion) => void;
  readonly stop: () => void;
  /** What stood in the way when 报送 was pressed; undefined once it is pressed again or dismissed. */
  readonly blocked: readonly Problem[] | undefined;
  readonly block: (problems: readonly Problem[] | undefined) => void;
  /** What was just done here, told on the page. */
  readonly done: 'recalled' | 'took' | 'gaveBack' | undefined;
  readonly filed: Filed | undefined;
  readonly submitted: (filed: Filed) => void;
  readonly returned: () => void;
  readonly recall: () => void;
  readonly take: () => void;
  readonly pending: boolean;
  readonly error: Error | null;
}

/** What can be done to a proposal from its page, and what came of it. */
export function useProposalActs(file: Pick<ProposalFile, 'id'>): ProposalActs {
  const [asking, setAsking] = useState<'submit' | 'return'>();
  const [suggestion, setSuggestion] = useState(nothing);
  const [blocked, setBlocked] = useState<readonly Problem[]>();
  const [done, setDone] = useState<ProposalActs['done']>();
  const [filed, setFiled] = useState<Filed>();
  const params = { project: file.id };
  const act = useMutation({
    mutationFn: (what: 'recalled' | 'took') => call(what === 'recalled' ? 'recallProposal' : 'takeProposal', { params, body: {}, key: freshKey() }),
    onSuccess: async (_, what) => {
      setFiled(undefined);
      setDone(what);
      await refreshProposals();
    },
  });
  return {
    asking,
    suggestion,
    ask: (which, with_ = nothing) => {
      setSuggestion(with_);
      setBlocked(undefined);
      setAsking(which);
    },
    stop: () => setAsking(undefined),
    blocked,
    block: setBlocked,
    done,
    filed,
    submitted: (receipt) => {
      setAsking(undefined);
      setDone(undefined);
      setFiled(receipt);
    },
    returned: () => {
      setAsking(undefined);
      setDone('gaveBack');
    },
    recall: () => !act.isPending && act.mutate('recalled'),
    take: () => !act.isPending && act.mutate('took'),
    pending: act.isPending,
    error: act.error,
  };
}

const nothing: Suggestion = { reason: '', fields: [] };
