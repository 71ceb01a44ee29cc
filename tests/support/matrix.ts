import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Answer as Judged } from '#domain/access/may.ts';
import type { Actor, PlanSubject } from '#domain/access/relations.ts';
import type { Answer } from './client.ts';
import type { Role, RoleName } from './people.ts';
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
  const { kind, place, rights, adminRole }: Role = roles[role];
  return { person: role, organisation: place, kind, rights, adminRole: adminRole ?? null };
}

/** The plan of one of the two zones, at a stage. */
export function planAt(stage: Stage, whose: 'zone' | 'otherZone'): PlanSubject {
  return { kind: 'plan', zone: whose, city: whose === 'zone' ? 'city' : 'otherCity', closed: false, conflicted: [], ...stages[stage] };
}

/** What an HTTP answer says of access; `yes` is everything that access did not stop. */
export function outcomeOf(status: number, code: string | undefined): Judged {
  if (status === 401 && code === 'notSignedIn') return 'signIn';
  if (status === 403) return 'no';
  if (status === 404) return 'hidden';
  return status === 409 && (code === 'notEditable' || code === 'wrongState') ? 'wrongState' : 'yes';
}

/** The same of a whole answer. */
export function outcomeIn(answer: Answer): Judged {
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
  return outcomeOf(answer.status, isJson && answer.status >= 400 ? answer.json<{ code: string }>().code : undefined);
}

/** Everything that a client can see of an answer, but for the moment at which it was given. */
export function seenIn(answer: Answer): unknown {
  const headers = [...answer.headers].filter(([name]) => name !== 'date').toSorted(([a], [b]) => a.localeCompare(b));
  return { status: answer.status, headers, body: new TextDecoder().decode(answer.bytes) };
}

/** What a matrix asks of one thing: brought to its stage only where something may have changed since, and what is absent asked once a route and person. */
export class Standing {
  readonly #brought = new Set<string>();
  readonly #absent = new Map<string, unknown>();

  /** Has `stage` brought about by `bring`, unless it stands since and only reads were asked meanwhile. */
  async at(stage: string, bring: () => Promise<unknown>): Promise<void> {
    if (this.#brought.has(stage)) return;
    await bring();
    this.#brought.add(stage);
  }

  /** Something other than a read was asked: no stage may stand any longer. */
  asked(method: string): void {
    if (method !== 'GET') this.#brought.clear();
  }

  /** Another stage is up: what stood does not. */
  over(): void {
    this.#brought.clear();
  }

  /** What is seen where there is nothing: the same at every stage of what there is elsewhere. */
  async nothing(request: string, ask: () => Promise<Answer>): Promise<unknown> {
    if (!this.#absent.has(request)) this.#absent.set(request, seenIn(await ask()));
    return this.#absent.get(request);
  }
}

const marks: Readonly<Record<Judged, string>> = { yes: 'yes', wrongState: 'later', no: 'no', hidden: '·', signIn: 'sign in' };

export interface MatrixRow {
  readonly route: string;
  readonly act: string;
  /** By column; several answers where the subject's state decides. */
  readonly cells: readonly (readonly Judged[])[];
}

export interface Matrix {
  /** What the answers are about, and what several answers in a cell stand for. */
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRow[];
}

/** Where the matrix of a noun is published; `plan` is the first one. */
export function matrixFile(noun: string): URL {
  return new URL(noun === 'plan' ? '../../docs/access-matrix.md' : `../../docs/access/${noun}.md`, import.meta.url);
}

/** How a route stands in its matrix. */
export function routeCell({ method, path }: { readonly method: string; readonly path: string }): string {
  return `\`${method} ${path}\``;
}

/** A row for each route, from the answers observed under `<route> <column> <stage>`; what was never asked counts as hidden. */
export function observedRows<Name extends string>(
  routes: Readonly<Record<Name, { readonly method: string; readonly path: string; readonly act: string }>>,
  names: readonly Name[],
  columns: readonly string[],
  stagesOf: (name: Name) => readonly string[],
  observed: ReadonlyMap<string, Judged>,
): readonly MatrixRow[] {
  return names.map((name) => ({
    route: routeCell(routes[name]),
    act: routes[name].act,
    cells: columns.map((column) => stagesOf(name).map((stage) => observed.get(`${name} ${column} ${stage}`) ?? 'hidden')),
  }));
}

/** The matrix as a document: a row for each route, a column for each person. */
function matrixDocument({ head, columns, rows }: Matrix): string {
  const table = rows.map(({ route, act, cells }) => `| ${route} | ${act} | ${cells.map(cellText).join(' | ')} |`);
  return [head, `| route | act | ${columns.join(' | ')} |`, `|${'---|'.repeat(columns.length + 2)}`, ...table, ''].join('\n');
}

/** The matrix of a noun as it is now, and as it stands published; with UPDATE=1 it is published anew. */
export async function publishMatrix(noun: string, matrix: Matrix): Promise<{ readonly text: string; readonly published: string }> {
  const text = matrixDocument(matrix);
  const file = matrixFile(noun);
  if (process.env['UPDATE'] === '1') {
    await mkdir(new URL('./', file), { recursive: true });
    await writeFile(file, text);
  }
  return { text, published: await readFile(file, 'utf8') };
}

function cellText(cell: readonly Judged[]): string {
  return new Set(cell).size === 1 ? marks[cell[0]!] : cell.map((one) => marks[one]).join(' / ');
}
