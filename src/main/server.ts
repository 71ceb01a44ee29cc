import { createServer } from 'node:net';
import type { MissingHead } from '#usecases/witness-heads.ts';
import { cli } from '#web/messages/cli.ts';
import type { Config } from './config.ts';
import { bringUpToDate, hasDatabase, openServerDatabase } from './database.ts';
import { openDemoPool } from './demo/demo-pool.ts';
import type { SeededPlans, SeedResult } from './demo/seed.ts';
import { Sentence } from './sentence.ts';

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

export type Stop = () => Promise<void>;

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
  const building = awaited(web());
  const address = config.publicUrl ?? `http://localhost:${config.port}`;
  const plans = demo === true ? 'filed' : demo;
  // Where nothing was ever stored there will be papers to draw: their renderers start while the database is being made.
  const drawing = plans === 'filed' && !(await hasDatabase(config)) ? openDemoPool() : undefined;
  stops.push(async () => drawing?.close());
  // The product itself, a thousand modules and more, is read meanwhile too.
  const parts = awaited(Promise.all([import('./product.ts'), import('./demo/seed.ts')]));
  const database = await openServerDatabase(config, onLost);
  stops.push(database.stop);
  await bringUpToDate(database.url);
  const [{ openProduct }, { seedDemo }] = await parts;
  const seeded = plans ? await seedDemo(database.url, plans, address, drawing) : undefined;
  const { app, missing } = await openProduct({ config, address, database: database.url, webRoot: await building, log, stops });
  await app.listen({ port: config.port, host: hostFor(config) }).catch((error: unknown) => {
    throw isPortInUse(error) ? new Sentence(cli.portInUse(config.port)) : error;
  });
  return { address, seeded, missing };
}

/** Awaited later: until then its failure must not count as nobody's. */
function awaited<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
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
