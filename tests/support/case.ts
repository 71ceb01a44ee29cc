import { sql } from 'kysely';
import { chainPending } from '#db/sequencer.ts';
import { type CaseFile, paperName } from '#domain/audit/case-file.ts';
import type { TestApp } from './test-app.ts';

export interface TakenCase {
  readonly file: CaseFile;
  /** By their names in the archive. */
  readonly papers: ReadonlyMap<string, Uint8Array>;
}

/** Ends the call, and takes a plan's case away as the auditor does, papers and all. */
export async function takeCase(app: TestApp, number: string): Promise<TakenCase> {
  while ((await chainPending(app.deps.db)) > 0);
  await sql`update call set state = 'finished'`.execute(app.deps.db);
  const auditor = await app.as('auditor');
  const file = (await auditor.send('POST', `/api/audit/plans/${number}/export`, { body: {} })).json<CaseFile>();
  const papers = new Map<string, Uint8Array>();
  for (const { n, kind } of file.papers) {
    const ofVersion = `/api/plans/${file.plan.id}/versions/${n}/${kind}.pdf`;
    const isKept = kind === 'letter' || kind === 'receipt' || kind === 'refusal';
    const { bytes } = await auditor.get(isKept ? `/api/audit/plans/${number}/papers/${kind}/${n}` : ofVersion);
    papers.set(paperName({ n, kind }), bytes);
  }
  return { file, papers };
}
