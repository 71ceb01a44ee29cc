/** One statement as it was sent. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What differs from save to save in the captured statements. */
export interface Varying {
  readonly key: string;
  readonly document: string;
  readonly block: string;
  readonly base: number;
}

/** A value as an SQL literal. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  const text = value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * The captured statements as a pgbench script: parameters written in, each client on a block of its own (`b` + its number), a fresh
 * idempotency key and history number each time, and the version compared with itself, so that every replay succeeds as the save did.
 */
export function pgbenchScript(statements: readonly Statement[], varying: Varying): string {
  const lines = statements.map(({ text, values }) => {
    const isProject = /from "?project\b/.test(text);
    const sql = text.replaceAll(/\$(\d+)/g, (_, number: string) => {
      const value = values[Number(number) - 1];
      if (value === varying.key) return 'md5(random()::text || clock_timestamp()::text)';
      if (value === varying.document && !isProject) return "'bench'";
      if (value === varying.block) return `('b' || :client_id)`;
      if (value === varying.base) return text.startsWith('update "block"') ? '"version"' : literal(value);
      if (value === varying.base + 1) return /"block_history"/.test(text) ? ':version' : '"version" + 1';
      // A colon followed by a letter would be a variable to pgbench.
      return literal(value).replaceAll(/:(?=[A-Za-z_])/g, ': ');
    });
    return `${sql.replaceAll(/\s+/g, ' ').trim()};`;
  });
  return ['\\set version random(1000, 2000000000)', ...lines, ''].join('\n');
}
