import type { Hold } from '#db/plan-facts.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import type { Db } from '#db/pool.ts';
import { findProposalFacts } from '#db/proposal-facts.ts';
import type { Act } from '#domain/access/acts.ts';
import { blockAt, formOf, outlineKeys } from '#domain/programme/look-up.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { parsePointer } from '#domain/values/pointer.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorisePlan, authoriseProposal } from './authorise.ts';
import { pinnedEdition } from './editions.ts';
import { proposalLink } from './links.ts';
import type { Session } from './session.ts';

/** A document as routes name it: `document` is form, commitment, outline or the id of one of the plan's projects. */
export interface DocumentName {
  readonly plan: string;
  readonly document: string;
}

/** A living document that people work on together, once the asker may do what they ask there. */
export interface WorkingDocument {
  readonly session: Session;
  readonly planId: string;
  readonly document: string;
  /** Number that people know: the plan's, or the proposal's. */
  readonly number: string;
  /** Organisation of the zone, and of whoever writes the document; the same but for a company's proposal. */
  readonly zoneId: string;
  readonly ownerId: string;
  readonly edition: Edition;
}

const ofPlan: ReadonlySet<string> = new Set(['form', 'commitment', 'outline']);

/** Refuses whoever may not; another plan's project, and a document that does not exist, are absent. */
export async function workingDocument(
  db: Db,
  asker: Session | null,
  act: Act,
  { plan: planId, document }: DocumentName,
  hold?: Hold,
): Promise<WorkingDocument> {
  if (ofPlan.has(document)) {
    const { plan, session } = authorisePlan(asker, act, await findPlanFacts(db, planId, hold));
    const edition = await pinnedEdition(db, plan.editionDigest);
    return { session, planId: plan.id, document, number: plan.number, zoneId: plan.zoneId, ownerId: plan.zoneId, edition };
  }
  const found = await findProposalFacts(db, document, hold);
  const { proposal, session } = authoriseProposal(asker, act, found?.planId === planId ? found : undefined);
  const { id, number, zoneId } = proposal;
  const edition = await pinnedEdition(db, proposal.editionDigest);
  return { session, planId: proposal.planId, document: id, number, zoneId, ownerId: proposal.ownerId ?? zoneId, edition };
}

/** Refuses a block that the document does not have, or what is no pointer inside one; answers its title. */
export function titleOfBlock({ edition, document }: Pick<WorkingDocument, 'edition' | 'document'>, block: string, path = ''): string {
  const title =
    document === 'outline'
      ? headingOf(edition, block)
      : blockAt(formOf(edition, document === 'form' || document === 'commitment' ? document : 'proposal'), block)?.title;
  if (title === undefined || parsePointer(path) === undefined) throw new Refusal('notFound');
  return title;
}

function headingOf(edition: Edition, key: string): string | undefined {
  if (!outlineKeys(edition).includes(key)) return undefined;
  return edition.outline.flatMap((chapter) => [chapter, ...chapter.sections]).find((heading) => heading.key === key)?.title;
}

/** The page at which people of an organisation find a place of the document. */
export function linkTo({ planId, document, zoneId }: Pick<WorkingDocument, 'planId' | 'document' | 'zoneId'>, organisation: string): string {
  if (ofPlan.has(document)) return `/plans/${planId}/${document}`;
  return organisation === zoneId ? `/plans/${planId}/projects/${document}` : proposalLink(document);
}
