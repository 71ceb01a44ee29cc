import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openJobs } from '#db/jobs.ts';
import { makeFolder } from '#db/make-folder.ts';
import { openStore } from '#db/pool.ts';
import { isDemo } from '#db/demo.ts';
import { pagePictures } from '#documents/read/page-pictures.ts';
import { renderers } from '#documents/render/form.ts';
import { buildApp } from '#http/app.ts';
import { traceOf } from '#http/errors.ts';
import { openAccounts } from '#usecases/accounts.ts';
import type { Deps } from '#usecases/deps.ts';
import { noticeMissing, type MissingHead } from '#usecases/witness-heads.ts';
import { sealWith } from '#usecases/seal.ts';
import { cellSentence, sheetWords } from '#web/messages/sheets.ts';
import type { Config } from './config.ts';
import { tell } from './database.ts';
import { readEditions } from './editions.ts';
import { machineOf } from './heads-file.ts';
import { productVersion } from './product-version.ts';
import { openPackager } from './viewer-build.ts';
import { openCarriers } from './worker/outbox.ts';
import { openPapersAhead } from './worker/papers-ahead.ts';
import { startPublishing } from './worker/publish-heads.ts';
import { startScans } from './worker/scan-files.ts';
import { startWorker } from './worker/worker.ts';
import type { ServerOptions, Stop } from './server.ts';

export interface ProductOptions extends Pick<ServerOptions, 'config' | 'log'> {
  readonly address: string;
  /** A migrated database. */
  readonly database: string;
  /** Folder of the built web app. */
  readonly webRoot: string;
  /** What was opened is added, for the caller to stop. */
  readonly stops: Stop[];
}

/** Everything that a database is served with: the pages and routes, ready to listen, and what works beside them. */
export async function openProduct({ config, address, database, webRoot, log, stops }: ProductOptions): Promise<{
  readonly app: FastifyInstance;
  readonly missing: readonly MissingHead[];
}> {
  const store = openStore(database);
  stops.push(store.close);
  const jobs = await openJobs(database);
  stops.push(jobs.close);
  const secret = await readSecret(config, 'session.secret');
  const seal = sealWith(Buffer.from(await readSecret(config, 'sealing.key'), 'hex'));
  const isDemonstration = await isDemo(store.db);
  const machine = machineOf(config.dataFolder, await productVersion());
  const deps: Deps = {
    db: store.db,
    accounts: openAccounts({ pool: store.pool, secret, publicUrl: address }),
    enqueue: jobs.enqueue,
    editions: await readEditions(),
    publicUrl: address,
    ways: { mail: config.mail !== undefined, sms: config.sms !== undefined },
    seal,
    sheets: { words: sheetWords, fault: cellSentence },
    packager: openPackager(),
    secondFactor: !isDemonstration,
    demo: isDemonstration,
    scanner: config.scanner !== undefined,
    machine,
    papersAhead: (plan) => papersAhead(plan),
  };
  const papersAhead = openPapersAhead(deps, (error) => log({ event: 'worker', ...traceOf(error) }));
  const missing = await noticeMissing(store.db, await machine.witnesses());
  const carriers = openCarriers({ mail: config.mail, sms: config.sms, publicUrl: address, seal });
  const worker = await startWorker(store.db, jobs, carriers, (error) => log({ event: 'worker', ...traceOf(error) }), config.scanner);
  stops.push(worker.stop);
  stops.push(startPublishing(store.db, config.dataFolder, (error) => log({ event: 'publishing', ...traceOf(error) })).stop);
  if (config.scanner !== undefined) await startScans(store.db, jobs, config.scanner);
  stops.push(async () => renderers.close());
  stops.push(async () => pagePictures.close());
  const app = await buildApp({ deps, webRoot, log });
  stops.push(() => app.close());
  renderers.warm();
  return { app, missing };
}

/** Signs the session cookies, or seals telephone numbers; made once and kept beside the data, so that a restart signs nobody out and opens what was sealed. */
async function readSecret(config: Config, name: 'session.secret' | 'sealing.key'): Promise<string> {
  await makeFolder(config.dataFolder).catch(tell);
  const file = path.join(config.dataFolder, name);
  // Written beside and then linked: a second process that starts at the same moment finds it whole or not at all.
  const fresh = `${file}.new-${process.pid}`;
  await writeFile(fresh, randomBytes(32).toString('hex'), { mode: 0o600 });
  await link(fresh, file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  await rm(fresh, { force: true });
  return readFile(file, 'utf8');
}
