import type { BlockAnswers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { saveable } from './plan-documents.ts';
import { proposalAt } from './proposal-places.ts';

export interface Offered {
  readonly title: string;
  readonly companyName: string;
  readonly companyCode: string | null;
  readonly inside: boolean | null;
}

/** What an offer says of the proposal's first block, as far as the edition asks for it and it has the shape asked for. */
export function offeredSummary(edition: Edition, { title, companyName, companyCode, inside }: Offered): BlockAnswers {
  const definition = saveable(edition, 'project', proposalAt.block);
  if (definition === undefined) return {};
  const fields = edition.forms.proposal.blocks.find((block) => block.key === proposalAt.block)?.fields ?? [];
  const location = fields.find((field) => field.key === proposalAt.location);
  const side = location?.kind === 'choice' && inside !== null ? location.options[inside ? 0 : 1] : undefined;
  const said = [
    [proposalAt.title, title],
    [proposalAt.applicant, companyName],
    [proposalAt.code, companyCode],
    [proposalAt.location, side],
  ] as const;
  const known = said.flatMap(([key, value]) => (typeof value === 'string' && fields.some((field) => field.key === key) ? [[key, value] as const] : []));
  return definition.stored(Object.fromEntries(known.filter(([key, value]) => definition.faults({ [key]: value }).length === 0)));
}
