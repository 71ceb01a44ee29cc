import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
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
import { cli } from '#web/messages/cli.ts';
import { cellSentence, sheetWords } from '#web/messages/sheets.ts';
import type { Config } from './config.ts';
import { bringUpToDate, openServerDatabase, tell } from './database.ts';
import { readEditions } from './editions.ts';
import { machineOf } from './heads-file.ts';
import { productVersion } from './product-version.ts';
import { seedDemo, type SeededPlans, type SeedResult } from './demo/seed.ts';
import { Sentence } from './sentence.ts';
import { openPackager } from './viewer-build.ts';
import { openCarriers } from './worker/outbox.ts';
import { openPapersAhead } from './worker/papers-ahead.ts';
import { startPublishing } from './worker/publish-heads.ts';
import { startScans } from './worker/scan-files.ts';
import { startWorker } from './worker/worker.ts';

export interface Server {
  readonly address: string;
  /** What became of --demo; undefined where it was not asked for. */
  readonly seeded: SeedResult | undefined;
  /** Heads that were published from here and are not in this database: it is an older backup's, or was rewritten. */
  readonly missing: readonly MissingHead[];
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  readonly config: Config;
  readonly demo: boolean | SeededPlans;
  /** Makes the web app ready while the database starts; answers the folder it stands in. */
  readonly web: () => Promise<string>;
  /** One JSON line for each bug. */
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
  /** The database is gone and will not come back. */
  readonly onLost: (error: unknown) => void;
}

type Stop = () => Promise<void>;

/** Starts everything in order; what was started is stopped again, last first, at the end or where a later part fails. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const stops: Stop[] = [];
  const stop: Stop = async () => {
    for (let next = stops.pop(); next !== undefined; next = stops.pop()) await next();
  };
  try {
    return { ...(await start(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start({ config, demo, web, log, onLost }: ServerOptions, stops: Stop[]): Promise<Omit<Server, 'stop'>> {
  await refuseUsedPort(config);
  const building = web();
  // Awaited below; until then a failed build must not count as nobody's.
  building.catch(() => {});
  const database = await openServerDatabase(config, onLost);
  stops.push(database.stop);
  await bringUpToDate(database.url);
  const seeded = demo ? await seedDemo(database.url, demo === true ? 'filed' : demo, config.publicUrl ?? `http://localhost:${config.port}`) : undefined;
  const webRoot = await building;

  const store = openStore(database.url);
  stops.push(store.close);
  const jobs = await openJobs(database.url);
  stops.push(jobs.close);
  const address = config.publicUrl ?? `http://localhost:${config.port}`;
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
  const worker = await startWorker(store.db, jobs, carriers, (error) => log({ event: 'worker', ...traceOf(error) }));
  stops.push(worker.stop);
  stops.push(startPublishing(store.db, config.dataFolder, (error) => log({ event: 'publishing', ...traceOf(error) })).stop);
  if (config.scanner !== undefined) await startScans(store.db, jobs, config.scanner);
  stops.push(async () => renderers.close());
  stops.push(async () => pagePictures.close());
  const app = await buildApp({ deps, webRoot, log });
  stops.push(() => app.close());
  await app.listen({ port: config.port, host: hostFor(config) }).catch((error: unknown) => {
    throw isPortInUse(error) ? new Sentence(cli.portInUse(config.port)) : error;
  });
  renderers.warm();
  return { address, seeded, missing };
}

/** Only this machine is served until PUBLIC_URL says that others are meant: the demonstration's password is known to all. */
function hostFor(config: Config): string {
  return config.publicUrl === undefined ? 'localhost' : '::';
}

/** Said before the database starts: a second start by mistake should cost nothing. */
async function refuseUsedPort(config: Config): Promise<void> {
  const probe = createServer();
  const fault = await new Promise<unknown>((resolve) => {
    probe.once('error', resolve);
    probe.listen(config.port, hostFor(config), () => probe.close(() => resolve(undefined)));
  });
  if (isPortInUse(fault)) throw new Sentence(cli.portInUse(config.port));
}

function isPortInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
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
