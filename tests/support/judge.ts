import type { BrowserContext, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { axeFaults, sideways } from './axe.ts';
import { desk, phone, signInQuietly } from './demo-site.ts';

export interface Judge {
  /** A page of this person's, or of nobody's, with whatever the browser has kept of the site. */
  readonly pageOf: (username?: string) => Promise<Page>;
  /** Each address in turn, opened on a phone and then made as wide as a desk's window: the page follows. Those that lead nowhere say so. */
  readonly judge: (page: Page, ...addresses: readonly string[]) => Promise<void>;
  /** The page with what was done on it, on a desk's window and then on a phone. */
  readonly judgeAsItStands: (page: Page, where: string) => Promise<void>;
}

/** Looks at pages with axe and for what sticks out at their side, at both sizes. */
export function judgeIn(context: BrowserContext): Judge {
  const underway = new WeakMap<Page, Set<Request>>();

  async function pageOf(username?: string): Promise<Page> {
    await context.clearCookies();
    for (const earlier of context.pages()) await earlier.close();
    if (username !== undefined) await signInQuietly(context, username);
    const page = await context.newPage();
    const requests = new Set<Request>();
    underway.set(page, requests);
    page.on('request', (request) => void requests.add(request));
    page.on('requestfinished', (request) => void requests.delete(request));
    page.on('requestfailed', (request) => void requests.delete(request));
    return page;
  }

  /** Until the page has drawn what it asked for: no answer is awaited, and none was asked for in two frames since. */
  async function settle(page: Page): Promise<void> {
    await page.locator('h1').first().waitFor();
    for (let quiet = 0; quiet < 2;) {
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 40)))');
      quiet = (underway.get(page)?.size ?? 0) === 0 ? quiet + 1 : 0;
    }
  }

  async function judge(page: Page, ...addresses: readonly string[]): Promise<void> {
    for (const address of addresses) {
      await page.setViewportSize(phone);
      await open(page, address);
      await settle(page);
      expect(await page.getByRole('heading', { name: '没有这个页面' }).count(), address).toBe(address.endsWith('/nowhere') ? 1 : 0);
      await judgeAt(page, address, { phone, desk });
    }
  }

  async function judgeAsItStands(page: Page, where: string): Promise<void> {
    await settle(page);
    await judgeAt(page, where, { desk, phone });
  }

  return { pageOf, judge, judgeAsItStands };
}

async function judgeAt(page: Page, where: string, sizes: Readonly<Record<string, typeof phone>>): Promise<void> {
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    expect(await axeFaults(page), `${where} (${name})`).toEqual([]);
    expect(await sideways(page), `${where} (${name})`).toBe(0);
  }
}

/** Loads the product once for a person; from then on goes as its links do. */
async function open(page: Page, address: string): Promise<void> {
  const loaded = page.url().startsWith('http') && (await page.evaluate("'__TSR_ROUTER__' in globalThis"));
  if (!loaded) await page.goto(address);
  else await page.evaluate(`globalThis.__TSR_ROUTER__.navigate({ href: ${JSON.stringify(address)} })`);
}
