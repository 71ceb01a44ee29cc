import { literal, type Statement } from './replay.ts';

/** What differs from one submission to the next in the captured statements. */
export interface Submission {
  readonly key: string;
  readonly plan: string;
  /** The stored papers. */
  readonly papers: readonly { readonly kind: string; readonly digest: string }[];
}

/**
 * The captured statements of one submission as a pgbench script. Each client has a plan of its own (`bench_plan`); each time there is a fresh
 * key, version and receipt, and papers of digests never seen, so that their bytes are stored as the submission stored them, from those that
 * were drawn ahead. The job is left out: its worker would look for the version.
 */
export function submitScript(statements: readonly Statement[], submission: Submission): string {
  const lines = statements.filter(({ text }) => !text.includes('pgboss')).map((statement) => `${lineOf(statement, submission)};`);
  return ['\\set version random(1000, 2000000000)', 'select plan from bench_plan where client = :client_id \\gset', ...lines, ''].join('\n');
}

function lineOf({ text, values }: Statement, { key, plan, papers }: Submission): string {
  const inserted = insertedBy(text);
  const sql = text.replaceAll(/\$(\d+)/g, (_, number: string) => {
    const value = values[Number(number) - 1];
    const { table, column } = inserted.get(number) ?? {};
    if (value === key) return 'md5(random()::text || clock_timestamp()::text)';
    if (value === plan) return ':plan';
    if (column === 'n' || column === 'plan_version' || (column === 'version' && table === 'receipt')) return ':version';
    const paper = papers.find(({ digest }) => digest === value);
    if (paper !== undefined) return fresh(literal(paper.kind));
    if (Array.isArray(value)) return literal(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
    // A colon followed by a letter would be a variable to pgbench.
    return literal(value).replaceAll(/:(?=[A-Za-z_])/g, ': ');
  });
  const stored = sql.replace("select digest, 'application/pdf'", `select ${fresh('kind')}, 'application/pdf'`);
  return stored.replaceAll(/\s+/g, ' ').trim();
}

/** A digest never seen, of a paper of this kind, as SQL. */
function fresh(kind: string): string {
  return `rpad(:version || 'a' || ascii(${kind}) || 'a' || :client_id || 'b', 64, '0')`;
}

interface Place {
  readonly table: string;
  readonly column: string;
}

/** Where the parameters of a statement's inserts go, by their numbers; of several rows and several inserts too. */
function insertedBy(text: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { 0: head, 1: table = '', 2: named = '', index } of text.matchAll(/insert into "(\w+)" \(([^)]*)\) values /g)) {
    const columns = named.split(',').map((name) => name.trim().replaceAll('"', ''));
    let [depth, at] = [0, 0];
    for (const [token] of text.slice(index + head.length).matchAll(/[(),]|\$\d+|[^(),$]+/g)) {
      if (token === '(' && depth++ === 0) at = 0;
      else if (token === ')') depth--;
      else if (token === ',' && depth === 1) at++;
      else if (token.startsWith('$') && depth === 1) places.set(token.slice(1), { table, column: columns[at] ?? '' });
      if (depth < 0 || (depth === 0 && /\w/.test(token))) break;
    }
  }
  return places;
}
