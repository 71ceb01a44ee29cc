import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { CaseFile } from '#domain/audit/case-file.ts';
import { checkCase } from '#domain/audit/check-case.ts';
import { zipEntries } from '#domain/files/zip-directory.ts';
import { cli } from '#web/messages/cli.ts';
import { options, words } from '../command.ts';
import { Sentence } from '../sentence.ts';

/** What a case may inflate to: a zip that claims more is refused before it is opened. */
const most = 1_000_000_000;

/** `verify case x.zip`: 0 everything agrees, 1 something does not, 2 no case. Needs neither database nor network. */
export async function verifyCase(args: readonly string[]): Promise<number> {
  const { positionals } = options('verify', args, {});
  const [, file = ''] = words('verify', positionals, 2);
  const files = await open(file);
  const content = readCase(files['case.json'], file);
  const faults = checkCase(content, (name) => files[name]);
  const lines = faults.map(({ fault, at }) => cli.caseFault[fault](at));
  const counted = { number: content.plan.number, entries: content.entries.length, versions: content.versions.length, papers: content.papers.length };
  process.stdout.write(`${[...lines, faults.length === 0 ? cli.caseWhole(counted) : cli.caseBroken(faults.length)].join('\n')}\n`);
  return faults.length === 0 ? 0 : 1;
}

async function open(file: string): Promise<Record<string, Uint8Array>> {
  const bytes = await readFile(file).catch(() => {
    throw new Sentence(cli.unreadable(file), 2);
  });
  const entries = zipEntries(bytes);
  if (entries === undefined || entries.reduce((sum, { size }) => sum + size, 0) > most) throw new Sentence(cli.notACase(file), 2);
  try {
    return unzipSync(bytes);
  } catch {
    throw new Sentence(cli.notACase(file), 2);
  }
}

function readCase(bytes: Uint8Array | undefined, file: string): CaseFile {
  try {
    const content: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isCase(content)) return content;
  } catch {
    // No text, or no JSON: told below.
  }
  throw new Sentence(cli.notACase(file), 2);
}

const lists = ['entries', 'versions', 'receipts', 'heads', 'letters', 'paperReceipts', 'paperRefusals', 'mendings', 'papers'] as const;

/** As far as checking needs: what is inside each list shows when it is recomputed. */
function isCase(content: unknown): content is CaseFile {
  return (
    typeof content === 'object' &&
    content !== null &&
    'plan' in content &&
    'head' in content &&
    lists.every((name) => name in content && Array.isArray((content as Record<string, unknown>)[name]))
  );
}
