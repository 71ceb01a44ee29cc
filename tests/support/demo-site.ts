import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '#db/free-port.ts';
import { seedDemo, type SeededPlans } from '#main/demo/seed.ts';
import { startServer } from '#main/server.ts';
import { ensureWebBuilt } from '#main/web-build.ts';
import { demoPassword } from '#programmes/jiangsu-2022/sample/demo-people.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { createDatabase } from './database.ts';

export interface DemoSite {
  readonly address: string;
  /** Its database, for what a test puts there past the commands. */
  readonly url: string;
  /** A window of its own: its own cookies, its own storage. */
  readonly open: (size?: { width: number; height: number }) => Promise<BrowserContext>;
  /** What pages reported as errors or refused by the content policy. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** The built product with its demonstration on a database of its own, and a browser to use it with. */
export async function openDemoSite(plans: SeededPlans = 'plans'): Promise<DemoSite> {
  const database = await createDatabase({ name: `demo_${plans}`, fill: (url) => seedDemo(url, plans) });
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'jiqun-site-'));
  const faults: string[] = [];
  const server = await startServer({
    config: { port: await freePort(), dataFolder, databaseUrl: database.url, publicUrl: undefined, mail: undefined, sms: undefined },
    demo: true,
    web: () => ensureWebBuilt(() => {}),
    log: (entry) => void faults.push(JSON.stringify(entry)),
    onLost: (error) => void faults.push(String(error)),
  });
  const browser: Browser = await launchBrowser();
  return {
    address: server.address,
    url: database.url,
    open: async (size = desk) => {
      const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: server.address });
      context.setDefaultTimeout(20_000);
      context.on('weberror', (error) => void faults.push(String(error.error())));
      context.on('console', (message) => {
        if (message.type() === 'error' && /Content.Security.Policy/i.test(message.text())) faults.push(message.text());
      });
      return context;
    },
    faults,
    close: async () => {
      await browser.close();
      await server.stop();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Signs in on the home page and waits for the workbench. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(demoPassword);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL('**/workbench');
}

/** The same past the page: for tests of what comes after. */
export async function signInQuietly(context: BrowserContext, username: string): Promise<void> {
  const answer = await context.request.post('/api/session', { data: { username, password: demoPassword } });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()}`);
}

/** Address of this person's plan. */
export async function planAddress(page: Page): Promise<string> {
  const plans: { id: string }[] = await (await page.request.get('/api/plans')).json();
  if (plans[0] === undefined) throw new Error('this person has no plan');
  return `/plans/${plans[0].id}`;
}
