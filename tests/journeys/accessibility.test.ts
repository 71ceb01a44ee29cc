import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, sideways } from '#tests/support/axe.ts';
import type { DemoSite } from '#tests/support/demo-site.ts';
import { desk, openDemoSite, phone, planAddress, signIn } from '#tests/support/demo-site.ts';

describe.each([
  ['at a desk', desk],
  ['on a phone', phone],
])('every page %s is readable with any aid, and nothing sticks out', (_, size) => {
  let site: DemoSite;
  const faulty = ['changzhou', 'nantong'] as const;

  beforeAll(async () => {
    site = await openDemoSite();
  });
  afterAll(() => site?.close());

  async function judge(page: Page, address: string): Promise<void> {
    await page.goto(address);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await axeFaults(page), address).toEqual([]);
    expect(await sideways(page), address).toBe(0);
  }

  test('public pages, empty, with an unknown code, and with a wrong password', async () => {
    const page = await (await site.open(size)).newPage();
    for (const address of ['/', '/verify', '/verify/JQ2022-0001-1-0000-0000', '/V/JQ2022-0001/1/00/1/2', '/guide', '/guide?rule=R39#G3.5', '/nowhere'])
      await judge(page, address);
    await page.goto('/');
    await page.getByLabel('用户名').fill('taizhou');
    await page.getByLabel('密码').fill('not the password');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('用户名或密码不对').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a complete plan: workbench, form, project, check, versions', async () => {
    const page = await (await site.open(size)).newPage();
    await signIn(page, 'taizhou');
    const plan = await planAddress(page);
    for (const address of ['/workbench', `${plan}/form`, `${plan}/commitment`, `${plan}/check`, `${plan}/versions`]) await judge(page, address);
    const file: { projects: { id: string }[] } = await page.evaluate(async (address) => (await fetch(`/api${address}`)).json(), plan);
    await judge(page, `${plan}/projects/${file.projects[0]?.id}`);
  });

  test.each(faulty)('a plan that is begun or full of problems (%s), with everything that is wrong shown', async (username) => {
    const page = await (await site.open(size)).newPage();
    await signIn(page, username);
    const plan = await planAddress(page);
    for (const address of ['/workbench', `${plan}/check`, `${plan}/form`]) await judge(page, address);
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: '下一个问题' }).first().click();
    await page.locator('.problem-item').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  test.each(['taizhou.city', 'province', 'intake', 'expert', 'auditor', 'company'])('the workbench of %s, which waits for others', async (username) => {
    const page = await (await site.open(size)).newPage();
    await signIn(page, username);
    await judge(page, '/workbench');
  });

  test('the city that has received a plan', async () => {
    const zone = await (await site.open(size)).newPage();
    await signIn(zone, 'taizhou');
    const plan = await planAddress(zone);
    await zone.goto(`${plan}/check`);
    await zone.getByRole('button', { name: '报送' }).last().click();
    await zone.getByRole('dialog').getByRole('button', { name: '报送' }).click();
    await zone.getByText('已报送。').waitFor();
    const page = await (await site.open(size)).newPage();
    await signIn(page, 'taizhou.city');
    const file = page.getByRole('link', { name: /看文件/ });
    await file.waitFor();
    const box = await file.boundingBox();
    expect((box?.x ?? size.width) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
    for (const address of ['/workbench', `${plan}/versions`]) await judge(page, address);
  });

  test.each([
    ['changzhou.company', 'proposals'],
    ['institute', 'nothing'],
    ['kunshan', 'recommendations'],
    ['taizhou', 'projects'],
    ['changzhou', 'solicitation'],
  ] as const)('gathering projects, as %s sees it', async (username, what) => {
    const page = await (await site.open(size)).newPage();
    await signIn(page, username);
    for (const address of ['/workbench', '/solicitations', ...(await gatheringAddresses(page, what))]) await judge(page, address);
  });

  test('messages, and rows that enterprises fill in themselves', async () => {
    const page = await (await site.open(size)).newPage();
    await signIn(page, 'changzhou');
    const plan = await planAddress(page);
    const token: string = await page.evaluate(async (address) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': `ask-rows-${innerWidth}-0000` };
      const body = JSON.stringify({ block: 'chain', field: 'rows', names: ['常州演示材料有限公司'] });
      await fetch(address, { method: 'POST', headers, body });
      return (await (await fetch(address)).json())[0].token;
    }, `/api${plan}/rows`);
    for (const address of ['/inbox', '/inbox/choices', `${plan}/collect/chain/rows`, `/fill/${token}`, '/fill/nothing']) await judge(page, address);
  });

  test.each(['/calls', '/register'])('the province at %s', async (address) => {
    const page = await (await site.open(size)).newPage();
    await signIn(page, 'province');
    await judge(page, address);
  });

  test('no page reported an error, and the content policy refused nothing', () => {
    expect(site.faults).toEqual([]);
  });
});

/** The pages of soliciting and writing proposals that a person of this role comes to. */
async function gatheringAddresses(page: Page, what: 'proposals' | 'recommendations' | 'projects' | 'solicitation' | 'nothing'): Promise<readonly string[]> {
  const first = (path: string, key: string): Promise<string> =>
    page.evaluate(async ([address = '', name = '']) => String((await (await fetch(address)).json())[0][name]), [path, key]);
  switch (what) {
    case 'proposals': {
      const own = await first('/api/proposals', 'id');
      return ['', '/partners', '/versions'].map((tab) => `/proposals/${own}${tab}`);
    }
    case 'recommendations':
      return ['/recommendations', `/recommendations/${await first('/api/local-requests', 'project')}`];
    case 'solicitation':
      return ['/solicitation', `/solicitations/${await first('/api/solicitations', 'id')}`];
    case 'projects': {
      const plan = await planAddress(page);
      const file: { projects: { id: string; owner: unknown }[] } = await page.evaluate(async (path) => (await fetch(path)).json(), `/api${plan}`);
      const owned = file.projects.find((project) => project.owner !== null);
      return [`${plan}/projects`, `${plan}/projects/${owned?.id}`, `${plan}/projects/${owned?.id}/versions`];
    }
    case 'nothing':
      return [];
  }
}
