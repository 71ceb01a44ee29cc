/**
 * Deadline night, small: `npm run bench:rush -- [--seconds 60] [--filers 16] [--kill none|app|database|both]`. Two server processes on one
 * PostgreSQL; zones file as the deadline comes nearer; a server process and PostgreSQL are killed in the middle. What the clients were
 * told is compared with what the database holds; the exit code is 1 where any law is broken.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { moveClock } from '#db/clock.ts';
import { migrate } from '#db/migrate.ts';
import { openStore } from '#db/pool.ts';
import { type App, prepareApp } from './apps.ts';
import { chanceOf, timeLeft } from './arrivals.ts';
import { checkHistory } from './check-history.ts';
import { recommendAll } from './city-night.ts';
import { fileZone, type Told } from './filer.ts';
import type { Attempt } from './history.ts';
import { startPostgres } from './postgres.ts';
import { openMeter } from './processor-time.ts';
import { readStored } from './read-stored.ts';
import { printReport } from './report.ts';
import { seedRush } from './seed.ts';
import type { Ground } from './session.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, filers: { type: 'string', default: '16' }, kill: { type: 'string', default: 'both' } },
});
const night = Number(values.seconds) * 1_000;
const kills = { app: values.kill === 'app' || values.kill === 'both', database: values.kill === 'database' || values.kill === 'both' };
/** Before the deadline; the last ones come after it. */
const [earliest, latest] = [night * 0.6, 300];
const folder = mkdtempSync(path.join(tmpdir(), 'rush-'));
const began = loadavg()[0] ?? 0;

const postgres = await startPostgres(folder);
const apps: readonly App[] = [await prepareApp('app-a', folder, postgres.url), await prepareApp('app-b', folder, postgres.url)];
const meter = openMeter();
// PostgreSQL runs in a session of its own and hears no Ctrl-C.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void endNow());
try {
  process.exitCode = (await run()) ? 0 : 1;
} finally {
  meter.stop();
  await Promise.all(apps.map((app) => app.stop()));
  await postgres.stop();
  if (process.env['RUSH_KEEP'] === undefined) rmSync(folder, { recursive: true, force: true });
}

async function endNow(): Promise<void> {
  await Promise.all(apps.map((app) => app.kill()));
  await postgres.stop();
  process.exit(130);
}

/** The whole night; true where everything held. */
async function run(): Promise<boolean> {
  await migrate(postgres.url);
  const seeded = await seedRush(postgres.url, Number(values.filers), night / 1_000 + 86_400);
  await Promise.all(apps.map((app) => app.start()));

  for (const [index, app] of apps.entries()) meter.watch(`app ${index}`, app.pid);
  meter.watch('postgres', postgres.pid);
  const attempts: Attempt[] = [];
  const told: Told = { acknowledged: [], late: [], odd: [] };
  const owner = openStore(postgres.url, 'owner');
  const { submitBy } = await owner.db.selectFrom('call').select('submitBy').executeTakeFirstOrThrow();
  await moveClock(owner.db, new Date(Date.parse(submitBy) - night).toISOString());
  await owner.close();

  const ground: Ground = { bases: apps.map(({ base }) => base), attempts, began: performance.now(), until: night + 240_000 };
  const before = await meter.read();
  const chance = chanceOf(2022);
  const filing = seeded.zones.map((zone, index) => {
    const late = index % 8 === 7;
    const submitAt = late ? night + 50 + chance() * 2_000 : night - timeLeft(earliest, latest, chance());
    return fileZone(zone, { startAt: chance() * night * 0.15, submitAt, looks: index % 2 === 0 }, ground, told, index);
  });

  /** Milliseconds until every one of these answers a real question again. */
  async function untilServed(all: readonly App[], since: number): Promise<number> {
    const answers = await Promise.all(
      all.map(async ({ base }) => {
        for (;;) {
          const status = await fetch(`${base}/api/clock`, { signal: AbortSignal.timeout(2_000) }).then(
            (response) => response.status,
            () => 0,
          );
          if (status === 200) return performance.now() - since;
          await setTimeout(25);
        }
      }),
    );
    return Math.max(...answers);
  }

  const recoveries = new Map<string, number>();
  async function killInTheMiddle(): Promise<void> {
    const [victim] = apps;
    if (kills.app && victim !== undefined) {
      await setTimeout(Math.max(0, night * 0.55 - (performance.now() - ground.began)));
      const since = performance.now();
      await victim.kill();
      await victim.start();
      recoveries.set('a server process', await untilServed([victim], since));
    }
    if (kills.database) {
      await setTimeout(Math.max(0, night * 0.8 - (performance.now() - ground.began)));
      const since = performance.now();
      await postgres.kill();
      await postgres.start();
      recoveries.set('PostgreSQL', await untilServed(apps, since));
    }
  }

  const [outcomes] = await Promise.all([Promise.allSettled(filing), killInTheMiddle()]);
  const filed = new Set(told.acknowledged.flatMap((one) => (one.kind === 'submit' ? [one.plan] : [])));
  const cities = await Promise.allSettled(
    [...seeded.officers].map(([city, officers]) => {
      const plans = seeded.zones.filter((zone) => zone.city === city && filed.has(zone.number));
      return recommendAll(city, officers, plans, ground, told);
    }),
  );
  for (const outcome of [...outcomes, ...cities]) if (outcome.status === 'rejected') told.odd.push(String(outcome.reason));
  const after = await meter.read();
  const lasted = performance.now() - ground.began;
  await Promise.all(apps.map((app) => app.stop()));
  const stored = await readStored(postgres.url);
  const violations = checkHistory({ attempts, acknowledged: told.acknowledged, late: told.late }, stored);
  const bugs = ['app-a', 'app-b'].flatMap((name) =>
    readFileSync(path.join(folder, `${name}.log`), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"bug"')),
  );
  printReport({ attempts, told, stored, violations, bugs, recoveries, lasted, processor: { before, after }, night, load: [began, loadavg()[0] ?? 0] });
  return violations.length + told.odd.length + bugs.length === 0;
}
