import type { ProposalRow } from '#web/api/proposal-queries.ts';
import type { AnswerRow } from '#web/api/solicitation-queries.ts';
import { companyDesk as words } from '#web/messages/solicitation.ts';

/** The one thing that a company should do now, and where. */
export interface NextThing {
  readonly tone: 'warn' | 'plain' | 'ok';
  readonly text: string;
  readonly verb?: string;
  readonly to?:
    | { readonly to: '/proposals/$project'; readonly params: { readonly project: string } }
    | { readonly to: '/solicitations/$solicitation'; readonly params: { readonly solicitation: string } }
    | { readonly to: '/solicitations' };
}

/** What came back first, then what is to be written, an invitation, calls that are open; else it waits for others. */
export function nextOf(
  proposals: readonly Pick<ProposalRow, 'id' | 'title' | 'state' | 'returned'>[],
  answers: readonly Pick<AnswerRow, 'state' | 'solicitation'>[],
  open: number,
): NextThing {
  const returned = proposals.find((one) => one.state === 'drafting' && one.returned !== null);
  if (returned) return { tone: 'warn', text: words.next.mend(returned.title || words.unnamed), verb: words.go.mend, to: at(returned.id) };
  const writing = proposals.find((one) => one.state === 'drafting');
  if (writing) return { tone: 'plain', text: words.next.write(writing.title || words.unnamed), verb: words.go.write, to: at(writing.id) };
  const invited = answers.find((one) => one.state === 'invited');
  if (invited) {
    const to = { to: '/solicitations/$solicitation', params: { solicitation: invited.solicitation.id } } as const;
    return { tone: 'plain', text: words.next.answer, verb: words.go.answer, to };
  }
  if (proposals.length > 0 || answers.some((one) => one.state === 'offered')) return { tone: 'ok', text: words.next.wait };
  if (open > 0) return { tone: 'plain', text: words.next.open(open), verb: words.go.open, to: { to: '/solicitations' } };
  return { tone: 'plain', text: words.next.none };
}

function at(project: string): NonNullable<NextThing['to']> {
  return { to: '/proposals/$project', params: { project } };
}
