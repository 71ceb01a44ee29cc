/**
 * The audit log by itself: entries appended a second by 16 writers, each in a transaction of its own as a command has it, entries chained
 * a second, and the whole chain verified. `node bench/audit.ts [seconds]`.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { appendAudit } from '#db/audit.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { openStore } from '#db/pool.ts';
import { chainPending } from '#db/sequencer.ts';
import { verifyAudit } from '#db/verify-audit.ts';
import { quantile } from './quantile.ts';

const writers = 16;
const seconds = Number(process.argv[2] ?? 10);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-audit-'));
chmodSync(folder, 0o755);
const database = await startEmbedded(path.join(folder, 'data'), (error) => console.error(error));
await migrate(database.url);
const store = openStore(database.url);

const entry = {
  actor: 'u-0123456789abcdef0123456789',
  command: 'plan.edit',
  subject: 'JQ2022-0001',
  detail: { document: 'form', block: 'cluster', version: 17 },
  key: '0123456789abcdef0123456789abcdef',
};
const times: number[] = [];
const end = performance.now() + seconds * 1_000;
await Promise.all(
  Array.from({ length: writers }, async () => {
    while (performance.now() < end) {
      const began = performance.now();
      await store.db.transaction().execute((tx) => appendAudit(tx, entry));
      times.push(performance.now() - began);
    }
  }),
);
console.log(
  `appended: ${(times.length / seconds).toFixed(0)} entries/s, p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, ${writers} writers`,
);

const chaining = performance.now();
let chained = 0;
for (let batch = await chainPending(store.db); batch > 0; batch = await chainPending(store.db)) chained += batch;
console.log(`chained: ${((chained * 1_000) / (performance.now() - chaining)).toFixed(0)} entries/s, ${chained} in all`);

const verifying = performance.now();
const verdict = await verifyAudit(store.db);
console.log(
  `verified: ${((chained * 1_000) / (performance.now() - verifying)).toFixed(0)} entries/s, ${verdict.ok ? 'whole' : verdict.fault}; load of the machine ${loadavg()[0]?.toFixed(1)}`,
);
await store.close();
await database.stop();
rmSync(folder, { recursive: true, force: true });
