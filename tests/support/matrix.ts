import type { Answer as Judged } from '#domain/access/may.ts';
import type { Actor, PlanSubject } from '#domain/access/relations.ts';
import type { RoleName } from './people.ts';
import { roles } from './people.ts';

/** How far a plan has come; the two drafting stages differ in whether a version was ever submitted. */
export const stages = {
  fresh: { state: 'drafting', submitted: false, recommended: false },
  recalled: { state: 'drafting', submitted: true, recommended: false },
  atCity: { state: 'atCity', submitted: true, recommended: false },
  atProvince: { state: 'atProvince', submitted: true, recommended: true },
} as const satisfies Readonly<Record<string, Pick<PlanSubject, 'state' | 'submitted' | 'recommended'>>>;

export type Stage = keyof typeof stages;

export const askers = ['public', ...Object.keys(roles)] as ('public' | RoleName)[];

/** The actor that a role is, where places stand for organisations. */
export function actorOf(role: 'public' | RoleName): Actor | null {
  if (role === 'public') return null;
  const { kind, place, rights } = roles[role];
  return { person: role, organisation: place, kind, rights };
}

/** The plan of one of the two zones, at a stage. */
export function planAt(stage: Stage, whose: 'zone' | 'otherZone'): PlanSubject {
  return { kind: 'plan', zone: whose, city: whose === 'zone' ? 'city' : 'otherCity', closed: false, applicants: [], conflicted: [], ...stages[stage] };
}

/** What an HTTP answer says of access; `yes` is everything that access did not stop. */
export function outcomeOf(status: number, code: string | undefined): Judged {
  if (status === 401 && code === 'notSignedIn') return 'signIn';
  if (status === 403) return 'no';
  if (status === 404) return 'hidden';
  return status === 409 && (code === 'notEditable' || code === 'wrongState') ? 'wrongState' : 'yes';
}

const marks: Readonly<Record<Judged, string>> = { yes: 'yes', wrongState: 'later', no: 'no', hidden: '·', signIn: 'sign in' };

const head = `# Who may do what

Written by \`UPDATE=1 vitest run tests/access-matrix.test.ts\` from what the server answered; the test fails while it is out of date.
Each cell is one person's answer for a plan of the zone \`zone\`: **yes**; **later**: not in this state of the plan; **no**: sees the plan, but this is not theirs to do;
**·**: answered exactly as if the plan did not exist; **sign in**. Where the state decides, four answers stand for a plan being drafted for the first time / recalled / at the city / at the province.
`;

/** The matrix as a document: a row for each route, a column for each person. */
export function matrixDocument(rows: readonly { readonly route: string; readonly act: string; readonly cells: readonly (readonly Judged[])[] }[]): string {
  const table = rows.map(({ route, act, cells }) => `| ${route} | ${act} | ${cells.map(cellText).join(' | ')} |`);
  return [head, `| route | act | ${askers.join(' | ')} |`, `|${'---|'.repeat(askers.length + 2)}`, ...table, ''].join('\n');
}

function cellText(cell: readonly Judged[]): string {
  return new Set(cell).size === 1 ? marks[cell[0]!] : cell.map((one) => marks[one]).join(' / ');
}
