/**
 * Submitting over HTTP, by zones that file at the same moment, with papers drawn ahead and without, beside pgbench replaying the SQL
 * captured from one real submission with as many clients on the same server. `node bench/submit.ts [zones] [rounds] [seconds]`.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { findRunning } from '#db/embedded.ts';
import { startServer } from '#main/server.ts';
import { Client } from '#tests/support/client.ts';
import { settle } from '#tests/support/fill-plan.ts';
import { captureStatements } from './capture.ts';
import { quantile } from './quantile.ts';
import { prepareApp } from './rush/apps.ts';
import { submitScript } from './replay-submit.ts';
import { password, seedRush } from './rush/seed.ts';

const [count, rounds, seconds] = [2, 3, 4].map((at) => Number(process.argv[at] ?? Number.NaN));
const zones = Number.isNaN(count) ? 16 : Number(count);
const captured = captureStatements('/submit');
const folder = mkdtempSync(path.join(tmpdir(), 'bench-submit-'));
chmodSync(folder, 0o755);
writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
const data = path.join(folder, 'data');
const server = await startServer({
  config: { port: 18_083, dataFolder: data, databaseUrl: undefined, publicUrl: undefined, mail: undefined, sms: undefined },
  demo: false,
  web: async () => folder,
  log: (entry) => console.error(JSON.stringify(entry)),
  onLost: (error) => console.error(error),
});
const url = await findRunning(data);
if (url === undefined) throw new Error('the database is not running');
const owner = new pg.Client({ connectionString: url });
await owner.connect();

const seeded = await seedRush(url, zones, 86_400);
const filers = await signIn(server.address, seeded.zones);
for (const { client, plan } of filers) await settle(client, plan);

async function signIn(base: string, some: typeof seeded.zones) {
  return Promise.all(
    some.map(async ({ username, plan }) => {
      const client = new Client(base);
      await must(client, 'POST', '/api/session', { username, password });
      return { client, plan };
    }),
  );
}

async function must(client: Client, method: string, address: string, body: unknown, key: string = randomUUID()): Promise<Submitted> {
  const answer = await client.send(method, address, { body, key, headers: { origin: server.address } });
  if (answer.status !== 200) throw new Error(`${method} ${address}: ${answer.status} ${new TextDecoder().decode(answer.bytes).slice(0, 300)}`);
  return answer.json<Submitted>();
}

interface Submitted {
  readonly pdfDigest: string;
  readonly documents: readonly { readonly kind: string; readonly digest: string }[];
}

/** Opens 检查与报送 for every plan, and waits until all papers are drawn. */
async function drawAhead(): Promise<void> {
  const before = await drawn();
  for (const { client, plan } of filers) await client.get(`/api/plans/${plan}/problems`);
  while ((await drawn()) < before + 3 * filers.length) await setTimeout(200);
}

async function drawn(): Promise<number> {
  return Number((await owner.query('select count(*) from rendered_paper')).rows[0].count);
}

/** All of them at once; answers milliseconds of each, and of all. */
async function submitAll(some: typeof filers): Promise<{ readonly each: readonly number[]; readonly all: number }> {
  const began = performance.now();
  const each = await Promise.all(
    some.map(async ({ client, plan }) => {
      const started = performance.now();
      await must(client, 'POST', `/api/plans/${plan}/submit`, {});
      return performance.now() - started;
    }),
  );
  return { each, all: performance.now() - began };
}

async function recallAll(some: typeof filers): Promise<void> {
  for (const { client, plan } of some) await must(client, 'POST', `/api/plans/${plan}/recall`, { reason: '再改一处' });
}

const [first] = filers;
if (first === undefined) throw new Error('no zone');
const key = randomUUID();
await drawAhead();
captured.begin();
const receipt = await must(first.client, 'POST', `/api/plans/${first.plan}/submit`, {}, key);
await recallAll([first]);

await drawFirst();
// The first burst after a start opens connections and compiles the program; pgbench is timed without its connections too.
const opening = await submitAll(filers);
await recallAll(filers);
const one = await burst(filers);
// The same zones on two server processes, as a province runs them for its deadline; the load generator stays in the first.
const second = await prepareApp('second', folder, url, server.address);
await second.start();
const half = Math.ceil(filers.length / 2);
const spread = [...filers.slice(0, half), ...(await signIn(second.base, seeded.zones.slice(half)))];
await drawAhead();
await submitAll(spread);
await recallAll(filers);
const two = await burst(spread);
await second.stop();

/** Several rounds of all of them at once, with papers drawn ahead; every plan is recalled after each. */
async function burst(some: typeof filers): Promise<{ readonly each: readonly number[]; readonly rate: number }> {
  const each: number[] = [];
  let all = 0;
  for (let round = 0; round < (Number.isNaN(rounds) ? 3 : Number(rounds)); round++) {
    await drawAhead();
    const timed = await submitAll(some);
    each.push(...timed.each);
    all += timed.all;
    await recallAll(filers);
  }
  return { each, rate: each.length / (all / 1_000) };
}

/** The first plan is at its second version by now. */
async function drawFirst(): Promise<void> {
  const before = await drawn();
  await first?.client.get(`/api/plans/${first.plan}/problems`);
  while ((await drawn()) < before + 3) await setTimeout(200);
}

const shown = (times: readonly number[]): string => [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${quantile(times, share).toFixed(0)} ms`).join(', ');
console.log(`first burst after the start: ${(filers.length / (opening.all / 1_000)).toFixed(2)} submissions/s, ${shown(opening.each)}`);
for (const [name, { each, rate }] of Object.entries({ 'one process': one, 'two processes': two }))
  console.log(
    `papers drawn ahead, ${name}: ${rate.toFixed(2)} submissions/s, ${shown(each)}, ${filers.length} zones at once, ${captured.statements.length} statements each`,
  );
await owner.query('create table bench_paper as select * from rendered_paper');
await owner.query('delete from rendered_paper');
const cold = await submitAll(filers.slice(0, 4));
console.log(
  `papers drawn in the request: ${(cold.each.length / (cold.all / 1_000)).toFixed(2)} submissions/s, ${shown(cold.each)}, ${cold.each.length} zones at once`,
);

await owner.query('create table bench_plan (client integer primary key, plan uuid not null)');
for (const [client, { plan }] of filers.entries()) await owner.query('insert into bench_plan values ($1, $2)', [client, plan]);
await owner.query('insert into rendered_paper select * from bench_paper');
const papers = [{ kind: 'form', digest: receipt.pdfDigest }, ...receipt.documents];
const script = path.join(folder, 'submit.sql');
writeFileSync(script, submitScript(captured.statements, { key, plan: first.plan, papers }));
const lasting = String(Number.isNaN(seconds) ? 10 : Number(seconds));
const said = execFileSync('pgbench', ['-n', '-M', 'extended', '-c', String(filers.length), '-j', '2', '-T', lasting, '-f', script, url], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'pipe'],
  env: { ...process.env, PGOPTIONS: '-c search_path=public,auth' },
});
const tps = Number(/tps = ([\d.]+)/.exec(said)?.[1]);
console.log(
  `pgbench, same SQL: ${tps.toFixed(1)} submissions/s, mean ${/latency average = ([\d.]+)/.exec(said)?.[1]} ms, failed ${/failed transactions: (\d+)/.exec(said)?.[1] ?? '?'}; Jiqun ${(one.rate / tps).toFixed(2)} of it with one process, ${(two.rate / tps).toFixed(2)} with two; load of the machine ${loadavg()[0]?.toFixed(1)}`,
);
await owner.end();
await server.stop();
if (process.env['BENCH_KEEP'] === undefined) rmSync(folder, { recursive: true, force: true });
