import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoSite } from '#tests/support/demo-site.ts';
import { openDemoSite, phone, planAddress } from '#tests/support/demo-site.ts';
import { judgeIn, type Judge } from '#tests/support/judge.ts';

describe('every page, at a desk and on a phone, is readable with any aid, and nothing sticks out', () => {
  let site: DemoSite;
  let pageOf: Judge['pageOf'];
  let judge: Judge['judge'];
  let judgeAsItStands: Judge['judgeAsItStands'];
  const faulty = ['changzhou', 'nantong'] as const;

  beforeAll(async () => {
    site = await openDemoSite();
    ({ pageOf, judge, judgeAsItStands } = judgeIn(await site.open(phone)));
  });
  afterAll(() => site?.close());

  test('public pages, empty, with an unknown code, and with a wrong password', async () => {
    const page = await pageOf();
    await judge(page, '/', '/verify', '/verify/JQ2022-0001-1-0000-0000', '/V/JQ2022-0001/1/00/1/2', '/guide', '/guide?rule=R39#G3.5', '/nowhere');
    await page.goto('/');
    await page.getByLabel('用户名').fill('taizhou');
    await page.getByLabel('密码').fill('not the password');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('用户名或密码不对').waitFor();
    await judgeAsItStands(page, 'a wrong password');
  });

  test('a complete plan: workbench, form, project, check, versions', async () => {
    const page = await pageOf('taizhou');
    const plan = await planAddress(page);
    await judge(page, '/workbench', `${plan}/form`, `${plan}/commitment`, `${plan}/check`, `${plan}/versions`);
    const file: { projects: { id: string }[] } = await (await page.request.get(`/api${plan}`)).json();
    await judge(page, `${plan}/projects/${file.projects[0]?.id}`);
  });

  test.each(faulty)('a plan that is begun or full of problems (%s), with everything that is wrong shown', async (username) => {
    const page = await pageOf(username);
    const plan = await planAddress(page);
    await judge(page, '/workbench', `${plan}/check`, `${plan}/form`);
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: '下一个问题' }).first().click();
    await page.locator('.problem-item').first().waitFor();
    await judgeAsItStands(page, 'the form with every problem shown');
  });

  test.each(['taizhou.city', 'province', 'intake', 'expert', 'auditor', 'company'])('the workbench of %s, which waits for others', async (username) => {
    const page = await pageOf(username);
    await judge(page, '/workbench');
  });

  test('the city that has received a plan', async () => {
    const zone = await pageOf('taizhou');
    const plan = await planAddress(zone);
    await zone.goto(`${plan}/check`);
    await zone.getByRole('button', { name: '报送' }).last().click();
    await zone.getByRole('dialog').getByRole('button', { name: '报送' }).click();
    await zone.getByText('已报送。').waitFor();
    const page = await pageOf('taizhou.city');
    await page.goto('/workbench');
    const file = page.getByRole('link', { name: /^审查 / });
    await file.waitFor();
    const box = await file.boundingBox();
    expect((box?.x ?? phone.width) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width);
    await judge(page, '/workbench', `${plan}/city`, `${plan}/versions`);
  });

  test.each([
    ['changzhou.company', 'proposals'],
    ['institute', 'nothing'],
    ['kunshan', 'recommendations'],
    ['taizhou', 'projects'],
    ['changzhou', 'solicitation'],
  ] as const)('gathering projects, as %s sees it', async (username, what) => {
    const page = await pageOf(username);
    await judge(page, '/workbench', '/solicitations', ...(await gatheringAddresses(page, what)));
  });

  test('messages, and rows that enterprises fill in themselves', async () => {
    const page = await pageOf('changzhou');
    const plan = await planAddress(page);
    const rows = `/api${plan}/rows`;
    const headers = { 'idempotency-key': 'ask-rows-of-a-company' };
    await page.request.post(rows, { headers, data: { block: 'chain', field: 'rows', names: ['常州演示材料有限公司'] } });
    const [{ token }]: [{ token: string }] = await (await page.request.get(rows)).json();
    await judge(page, '/inbox', '/inbox/choices', `${plan}/collect/chain/rows`, `/fill/${token}`, '/fill/nothing');
  });

  test.each(['/calls', '/register'])('the province at %s', async (address) => {
    const page = await pageOf('province');
    await judge(page, address);
  });

  test('no page reported an error, and the content policy refused nothing', () => {
    expect(site.faults).toEqual([]);
  });
});

/** The pages of soliciting and writing proposals that a person of this role comes to. */
async function gatheringAddresses(page: Page, what: 'proposals' | 'recommendations' | 'projects' | 'solicitation' | 'nothing'): Promise<readonly string[]> {
  const first = async (path: string, key: string): Promise<string> => String((await (await page.request.get(path)).json())[0][key]);
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
      const file: { projects: { id: string; owner: unknown }[] } = await (await page.request.get(`/api${plan}`)).json();
      const owned = file.projects.find((project) => project.owner !== null);
      return [`${plan}/projects`, `${plan}/projects/${owned?.id}`, `${plan}/projects/${owned?.id}/versions`];
    }
    case 'nothing':
      return [];
  }
}
