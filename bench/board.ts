/**
 * The board and the form of a plan with 60 proposals and 1,000 comments: the server's answers that each page asks for, and the pages in
 * headless Chromium from the address to the first line of content. `node bench/board.ts [runs]`.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PlanContent } from '#domain/filing/plan.ts';
import { startServer } from '#main/server.ts';
import { ensureWebBuilt } from '#main/web-build.ts';
import { demoPassword } from '#programmes/jiangsu-2022/sample/demo-people.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { Client } from '#tests/support/client.ts';
import { fillDocument } from '#tests/support/fill-plan.ts';
import { quantile } from './quantile.ts';

const runs = Number(process.argv[2] ?? 30);
const proposals = 60;
const comments = 1_000;
const folder = mkdtempSync(path.join(tmpdir(), 'bench-board-'));
chmodSync(folder, 0o755);
const server = await startServer({
  config: { port: 18_084, dataFolder: path.join(folder, 'data'), databaseUrl: undefined, publicUrl: undefined, mail: undefined, sms: undefined },
  demo: true,
  web: () => ensureWebBuilt(() => {}),
  log: (entry) => console.error(JSON.stringify(entry)),
  onLost: (error) => console.error(error),
});

const zone = new Client(server.address);
await must('POST', '/api/session', { username: 'taizhou', password: demoPassword });
const plan = (await zone.get('/api/plans')).json<{ id: string }[]>()[0]!.id;

async function must(method: string, address: string, body: unknown): Promise<unknown> {
  const answer = await zone.send(method, address, { body });
  if (answer.status !== 200) throw new Error(`${method} ${address}: ${answer.status}`);
  return answer.json();
}

const sample: PlanContent = JSON.parse(readFileSync(new URL('../programmes/jiangsu-2022/sample/plan.json', import.meta.url), 'utf8'));
const { projects } = sample;
for (let n = projects.length; n < proposals; n++) {
  const { id } = (await must('POST', `/api/plans/${plan}/projects`, {})) as { id: string };
  await fillDocument(zone, plan, id, projects[n % projects.length]!);
}
const blocks = Object.keys(sample.form);
for (let n = 0; n < comments; n++) {
  const block = blocks[n % blocks.length];
  await must('POST', `/api/plans/${plan}/documents/form/threads`, { block, path: `/f${n % 50}`, text: `批注 ${n + 1}：请核对这一栏的口径。`, internal: false });
}

const shown = (times: readonly number[]): string => `p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`;

const addresses = {
  'the plan': `/api/plans/${plan}`,
  'its problems': `/api/plans/${plan}/problems`,
  'who owes what': `/api/plans/${plan}/owed`,
  'who is here, comments by field': `/api/plans/${plan}/documents/form/together`,
  'a page of comments': `/api/plans/${plan}/documents/form/threads`,
};
for (const [name, address] of Object.entries(addresses)) {
  const times: number[] = [];
  let size = 0;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const answer = await zone.get(address);
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
    times.push(performance.now() - start);
    size = answer.bytes.length;
  }
  console.log(`${name}: ${shown(times)} (${(size / 1024).toFixed(0)} KB, ${runs} runs)`);
}

const browser = await launchBrowser();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', baseURL: server.address });
const page = await context.newPage();
await page.goto('/');
await page.getByLabel('用户名').fill('taizhou');
await page.getByLabel('密码').fill(demoPassword);
await page.getByRole('button', { name: '登录' }).click();
await page.waitForURL('**/workbench');
const pages = { 'board open': ['/workbench', '.readiness li'], 'form open': [`/plans/${plan}/form`, '.form-field'] } as const;
for (const [name, [address, content]] of Object.entries(pages)) {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator(content).first().waitFor();
    times.push(performance.now() - start);
  }
  console.log(`${name}, from the address to its first content: ${shown(times)} (${runs} runs)`);
}

await browser.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });
