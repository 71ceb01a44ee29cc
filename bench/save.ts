import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { findRunning } from '#db/embedded.ts';
import { startServer } from '#main/server.ts';
import { demoPassword } from '#programmes/jiangsu-2022/sample/demo-people.ts';
import { Client } from '#tests/support/client.ts';
import { blockPath } from '#tests/support/fill-plan.ts';
import { literal, pgbenchScript, type Statement } from './replay.ts';
import { quantile } from './quantile.ts';

/**
 * Saving one block over HTTP under 16 writers, each on a block of its own, beside pgbench replaying the SQL captured from one real
 * save with 16 clients on the same server. Both for `seconds`.
 */
const writers = 16;
const seconds = Number(process.argv[2] ?? 10);

interface PlanReply {
  readonly documents: { readonly form: Blocks };
  readonly projects: readonly { readonly id: string; readonly owner: object | null; readonly blocks: Blocks }[];
}
type Blocks = Readonly<Record<string, { readonly answers: object; readonly version: number }>>;

const captured: Statement[] = [];
let capturing = false;
const query = Reflect.get(pg.Client.prototype, 'query');
Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]) {
  const [first, second] = args;
  const text = typeof first === 'string' ? first : typeof first === 'object' && first !== null && 'text' in first ? String(first.text) : '';
  const values = typeof first === 'object' && first !== null && 'values' in first ? first.values : second;
  if (capturing && text !== '' && !/pgboss|audit_link|audit_head|advisory/.test(text)) captured.push({ text, values: Array.isArray(values) ? values : [] });
  return Reflect.apply(query, this, args);
});

const folder = mkdtempSync(path.join(tmpdir(), 'bench-save-'));
chmodSync(folder, 0o755);
const web = mkdtempSync(path.join(tmpdir(), 'bench-web-'));
writeFileSync(path.join(web, 'index.html'), '<!doctype html>');
const server = await startServer({
  config: { port: 18_082, dataFolder: path.join(folder, 'data'), databaseUrl: undefined, publicUrl: undefined, mail: undefined, sms: undefined },
  demo: true,
  web: async () => web,
  log: (entry) => console.error(JSON.stringify(entry)),
  onLost: (error) => console.error(error),
});

const clients: Client[] = [];
while (clients.length < writers) {
  const client = new Client(server.address);
  const answer = await client.send('POST', '/api/session', { body: { username: 'taizhou', password: demoPassword } });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
  clients.push(client);
}
const [first] = clients;
if (first === undefined) throw new Error('no writer');
const plan = (await first.get('/api/plans')).json<{ id: string }[]>()[0]?.id ?? '';
const file = (await first.get(`/api/plans/${plan}`)).json<PlanReply>();
const places = [
  // The zone writes only proposals that no company here has.
  ...file.projects.filter(({ owner }) => owner === null).map(({ id, blocks }) => ({ document: id, block: 'summary', ...blocks['summary'] })),
  ...Object.entries(file.documents.form).map(([block, row]) => ({ document: 'form', block, ...row })),
].slice(0, writers);

async function save(client: Client, place: (typeof places)[number], version: number, key: string): Promise<number> {
  const answer = await client.send('PUT', blockPath(plan, place.document, place.block), {
    body: { base: version, answers: place.answers },
    key,
  });
  if (answer.status !== 200) throw new Error(`a save answered ${answer.status} ${new TextDecoder().decode(answer.bytes)}`);
  return answer.json<{ version: number }>().version;
}

const one = places[0];
if (one?.version === undefined) throw new Error('no block to save');
const key = randomUUID();
capturing = true;
await save(first, one, one.version, key);
capturing = false;

const times: number[] = [];
const end = performance.now() + seconds * 1_000;
await Promise.all(
  places.map(async (place, index) => {
    const client = clients[index] ?? first;
    let version = (place.version ?? 0) + (index === 0 ? 1 : 0);
    while (performance.now() < end) {
      const started = performance.now();
      version = await save(client, place, version, randomUUID());
      times.push(performance.now() - started);
    }
  }),
);
console.log(
  `Jiqun: ${(times.length / seconds).toFixed(0)} saves/s, p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, ${writers} writers, ${captured.length} statements a save`,
);

const url = await findRunning(path.join(folder, 'data'));
if (url === undefined) throw new Error('the database is not running');
const owner = new pg.Client({ connectionString: url });
await owner.connect();
await owner.query(
  `insert into block (plan_id, document, block, version, answers, saved_at, saved_by)
   select plan_id, 'bench', 'b' || n, 1, answers, saved_at, saved_by from block, generate_series(0, ${writers - 1}) n
   where plan_id = ${literal(plan)} and document = ${literal(one.document)} and block = ${literal(one.block)}`,
);
await owner.end();
const script = path.join(folder, 'save.sql');
writeFileSync(script, pgbenchScript(captured, { key, document: one.document, block: one.block, base: one.version }));
const said = execFileSync('pgbench', ['-n', '-M', 'extended', '-c', String(writers), '-j', '2', '-T', String(seconds), '-f', script, url], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'pipe'],
  env: { ...process.env, PGOPTIONS: '-c search_path=public,auth' },
});
console.log(
  `pgbench, same SQL: ${/tps = ([\d.]+)/.exec(said)?.[1]} saves/s, mean ${/latency average = ([\d.]+)/.exec(said)?.[1]} ms, failed ${/failed transactions: (\d+)/.exec(said)?.[1] ?? '?'}`,
);
await server.stop();
rmSync(folder, { recursive: true, force: true });
rmSync(web, { recursive: true, force: true });
