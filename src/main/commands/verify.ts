import { sql } from 'kysely';
import { openStore, type Db } from '#db/pool.ts';
import { verifyAudit, type AuditVerdict, type PrintedHead } from '#db/verify-audit.ts';
import { cli } from '#web/messages/cli.ts';
import { options, words, type Command } from '../command.ts';
import { readConfig } from '../config.ts';
import { hasDatabase, openCommandDatabase } from '../database.ts';
import { readHeadsFile } from '../heads-file.ts';
import { Sentence } from '../sentence.ts';

/** `verify package x.zip` needs no database; `verify audit`: 0 whole, 1 tampered with, 2 nothing to verify. Works beside a running server. */
export const verify: Command = async (args) => {
  if (args[0] === 'case') return (await import('./verify-case.ts')).verifyCase(args);
  if (args[0] === 'package') return (await import('./verify-package.ts')).verifyPackage(args);
  const { values, positionals } = options('verify', args, { head: { type: 'string', multiple: true } });
  if (words('verify', positionals, 1)[0] !== 'audit') throw new Sentence(cli.badArguments('verify'), 2);
  const given = (values.head ?? []).map((head) => parseHead(head, 'verify'));
  const config = readConfig(process.env);
  if (!(await hasDatabase(config))) throw new Sentence(cli.noData, 2);
  const printed = [...given, ...(await readHeadsFile(config.dataFolder))];
  const database = await openCommandDatabase(config);
  try {
    const verdict = await verdictOf(database.url, printed);
    process.stdout.write(`${sentenceOf(verdict, printed)}\n`);
    return verdict.ok ? 0 : 1;
  } finally {
    await database.stop();
  }
};

/** A chain that ends before a head that somebody saw may just be an older backup's: said in so many words. */
function sentenceOf(verdict: AuditVerdict, printed: readonly PrintedHead[]): string {
  if (verdict.ok) return cli.auditWhole(verdict.entries, verdict.head);
  const seen = Math.max(0, ...printed.map(({ seq }) => seq));
  if (verdict.fault === 'truncated' && seen >= verdict.seq) return cli.auditShorter(verdict.seq - 1, seen);
  return cli.auditBroken(verdict.fault, verdict.seq, verdict.entryId);
}

async function verdictOf(url: string, printed: readonly PrintedHead[]): Promise<AuditVerdict> {
  const { db, close } = openStore(url);
  try {
    if (!(await hasChain(db))) throw new Sentence(cli.noData, 2);
    return await verifyAudit(db, printed);
  } finally {
    await close();
  }
}

/** False in a database that was never migrated: there, the product's role may not even exist. */
async function hasChain(db: Db): Promise<boolean> {
  const answer = await sql<{ there: boolean }>`select to_regclass('audit_link') is not null as there`.execute(db).catch(() => undefined);
  return answer?.rows[0]?.there === true;
}

/** `12:3f…`, as receipts print it. */
export function parseHead(text: string, command: string): PrintedHead {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim());
  if (match === null) throw new Sentence(cli.badArguments(command), 2);
  return { seq: Number(match[1]), hash: String(match[2]).toLowerCase() };
}
