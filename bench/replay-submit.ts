import { literal, type Statement } from './replay.ts';

/** What differs from one submission to the next in the captured statements. */
export interface Submission {
  readonly key: string;
  readonly plan: string;
  readonly receipt: string;
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

function lineOf({ text, values }: Statement, { key, plan, receipt, papers }: Submission): string {
  const columns = columnsOf(text);
  const sql = text.replaceAll(/\$(\d+)/g, (_, number: string) => {
    const index = Number(number) - 1;
    const value = values[index];
    // Several rows in one insert have the same columns over and over.
    const column = columns[index % columns.length];
    if (value === key) return 'md5(random()::text || clock_timestamp()::text)';
    if (value === plan) return ':plan';
    if (value === receipt) return "('R' || :client_id || '-' || :version)";
    if (column === 'n' || column === 'plan_version' || (column === 'version' && text.includes('"receipt"'))) return ':version';
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

/** Columns of an insert's parameters, in order. */
function columnsOf(text: string): readonly string[] {
  const named = /^insert into "\w+" \(([^)]*)\)/.exec(text)?.[1]?.split(',') ?? [];
  return named.map((name) => name.trim().replaceAll('"', ''));
}
