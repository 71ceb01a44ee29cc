import { readTogether, setPresence } from '#db/presence.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';
import type { DocumentName } from './working-document.ts';
import { titleOfBlock, workingDocument } from './working-document.ts';

/** Who is in which block, how many threads are open where, and the newest version of each block. */
export async function together(deps: Deps, asker: Session | null, at: DocumentName) {
  const found = await workingDocument(deps.db, asker, 'talk.read', at);
  const { people, comments, versions } = await readTogether(deps.db, found, found.session);
  return { people: [...people], comments: { ...comments }, versions: { ...versions } };
}

/** A heartbeat: this tab of this person is in this block, or with an empty one has left. No command: nothing is decided by it, and no audit row is written. */
export async function tellPresence(
  deps: Deps,
  asker: Session | null,
  at: DocumentName,
  here: { readonly tab: string; readonly block: string },
): Promise<{ done: true }> {
  const found = await workingDocument(deps.db, asker, 'talk.present', at);
  if (here.block !== '') titleOfBlock(found, here.block);
  const { planId, document, session } = found;
  await setPresence(deps.db, { planId, document, person: session.person, organisationId: session.organisation, ...here });
  return { done: true };
}
