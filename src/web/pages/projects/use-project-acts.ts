import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '#web/api/call.ts';
import { freshKey } from '#web/api/fresh-key.ts';
import { refreshProposals } from '#web/api/proposal-queries.ts';

export interface ActedOn {
  readonly id: string;
  readonly name: string;
  /** Name of the owning company; undefined where the zone fills it in itself. */
  readonly company: string | undefined;
}

/** What was just done, told in place for as long as it can be undone. */
export type Done = { readonly kind: 'took' | 'restored'; readonly project: ActedOn } | { readonly kind: 'removed'; readonly project: ActedOn };

export interface ProjectActs {
  readonly done: Done | undefined;
  readonly error: Error | null;
  /** The owned project whose removal waits for its reason. */
  readonly removing: ActedOn | undefined;
  readonly take: (project: ActedOn) => void;
  /** At once for a project of the zone's own; with a dialog where a company reads why. */
  readonly remove: (project: ActedOn) => void;
  readonly removed: (project: ActedOn) => Promise<void>;
  readonly keep: () => void;
  readonly undo: () => void;
}

/** Milliseconds for which a removal can be undone in place. */
const undoable = 10_000;

/** The list's own acts: taking, removing, putting back. One at a time; the second click of a double click does nothing. */
export function useProjectActs(plan: string): ProjectActs {
  const [done, setDone] = useState<Done>();
  const [removing, setRemoving] = useState<ActedOn>();
  const busy = useRef(false);
  const act = useMutation({
    mutationFn: async ({ ask, after }: { readonly ask: () => Promise<unknown>; readonly after: Done }) => {
      await ask();
      await refreshProposals();
      setDone(after);
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  useEffect(() => {
    if (done?.kind !== 'removed') return undefined;
    const timer = setTimeout(() => setDone(undefined), undoable);
    return () => clearTimeout(timer);
  }, [done]);

  const start = (ask: () => Promise<unknown>, after: Done): void => {
    if (busy.current) return;
    busy.current = true;
    setDone(undefined);
    act.mutate({ ask, after });
  };
  return {
    done,
    error: act.error,
    removing,
    take: (project) => start(() => call('takeProposal', { params: { project: project.id }, body: {}, key: freshKey() }), { kind: 'took', project }),
    remove: (project) => {
      if (project.company !== undefined) return setRemoving(project);
      start(() => call('removeProject', { params: { plan, project: project.id }, key: freshKey() }), { kind: 'removed', project });
    },
    removed: async (project) => {
      setRemoving(undefined);
      await refreshProposals();
      setDone({ kind: 'removed', project });
    },
    keep: () => setRemoving(undefined),
    undo: () => {
      const project = done?.project;
      if (!project) return;
      start(() => call('restoreProject', { params: { plan, project: project.id }, body: {}, key: freshKey() }), { kind: 'restored', project });
    },
  };
}
