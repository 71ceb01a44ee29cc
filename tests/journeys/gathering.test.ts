import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import type { DemoSite } from '#tests/support/demo-site.ts';
import { openDemoSite, planAddress, signIn } from '#tests/support/demo-site.ts';

/** How one project comes into a plan: asked for in public, answered, accepted, written, returned, mended, taken. */
describe('a zone gathers a project in the browser', () => {
  let site: DemoSite;
  let zone: Page;
  let company: Page;
  let proposal: string;
  const name = '（演示）高性能疫苗佐剂连续制造';

  const inDialog = (page: Page, button: string) => page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  const saved = (page: Page) => page.locator('.save-state', { hasText: '已保存' }).waitFor();

  beforeAll(async () => {
    site = await openDemoSite();
    zone = await (await site.open()).newPage();
    company = await (await site.open()).newPage();
    await signIn(zone, 'taizhou');
    await signIn(company, 'kunshan.company');
  });
  afterAll(() => site?.close());

  test('the zone publishes its terms; what is missing is told at its field', async () => {
    await zone.goto('/solicitation');
    await zone.getByRole('button', { name: '起草征集公告' }).click();
    await zone.getByLabel('公告标题').fill('（演示）生物医药集群试点项目征集');
    await zone.getByRole('button', { name: '发布征集公告' }).click();
    await zone.getByText('请写征集条件。').waitFor();
    await zone.getByLabel('征集条件').fill('面向全省征集疫苗、抗体和高端辅料方向的项目。');
    await zone.getByLabel('应征截止').fill('2022-03-18T17:30');
    await zone.getByLabel('联系人').fill('薛映川');
    await zone.getByLabel('联系电话').fill('0523-80000012');
    await zone.getByRole('button', { name: '发布征集公告' }).click();
    await inDialog(zone, '发布征集公告');
    await zone.getByText(/已发布，编号 ZJ2022-\d+/).waitFor();
  });

  test('what a company typed survives the closing of its window; its answer reaches the zone', async () => {
    await company.goto('/solicitations');
    await company.getByRole('link', { name: '查看并应征 （演示）生物医药集群试点项目征集' }).click();
    await company.getByLabel('项目名称').fill(name);
    await company.getByLabel('项目简介').fill('佐剂连续流制造，已完成中试。');
    await company.reload();
    await expect.poll(() => company.getByLabel('项目名称').inputValue(), { timeout: 20_000 }).toBe(name);
    await company.getByLabel('拟申请省资助').fill('400');
    await company.getByRole('button', { name: '应征', exact: true }).click();
    await company.getByText('请选注册地。').waitFor();
    await company.getByLabel('在该高新区内').check();
    await company.getByRole('button', { name: '应征', exact: true }).click();
    await inDialog(company, '应征');
    await company.getByText(/等高新区答复/).waitFor();
  });

  test('the zone accepts, and the company finds its proposal with what it answered', async () => {
    await zone.goto('/solicitation');
    await zone.getByRole('button', { name: '采纳 昆山汐核生物科技有限公司', exact: true }).click();
    await inDialog(zone, '采纳');
    await zone.getByText(/已采纳昆山汐核生物科技有限公司的应征/).waitFor();
    await company.goto('/workbench');
    await company.getByRole('link', { name: '填写申报书' }).click();
    await company.waitForURL('**/proposals/*');
    proposal = new URL(company.url()).pathname;
    await company.getByRole('heading', { name }).waitFor();
  });

  test('an unfinished proposal is not submitted: each thing that is open leads to its place', async () => {
    await company.getByRole('button', { name: '报送高新区' }).first().click();
    const list = company.getByRole('region', { name: '报送前要解决的问题' });
    await list.getByText('现在还不能报送。').waitFor();
    await list
      .getByRole('button', { name: /^去处理：/ })
      .first()
      .click();
    await company.locator('.problem-item').first().waitFor();
  });

  test('filled in whole, it is submitted with a receipt', async () => {
    await fillRest(company, proposal, name);
    await company.goto(proposal);
    await company.getByRole('button', { name: '报送高新区' }).first().click();
    await inDialog(company, '报送高新区');
    await company.getByText(/^已报送泰州医药高新技术产业开发区/).waitFor();
    await company.getByText('内容摘要（SM3）').waitFor();
  });

  test('the zone returns it with a reason and a field; the company sees both, mends and submits again', async () => {
    await zone.goto(`${await planAddress(zone)}/projects`);
    await zone.getByRole('link', { name, exact: true }).click();
    await zone.getByRole('button', { name: '退回修改' }).first().click();
    const dialog = zone.getByRole('dialog');
    await dialog.getByLabel('退回理由').fill('产业化目标请写明年产量。');
    await dialog.getByRole('combobox', { name: '要修改的栏目' }).selectOption('/research/goal');
    await inDialog(zone, '退回修改');
    await zone.getByText('已退回，申报单位会收到通知').waitFor();

    await company.goto(proposal);
    await company.getByText('产业化目标请写明年产量。').waitFor();
    await company.getByRole('button', { name: '研发内容与产业化目标 · 产业化目标' }).click();
    await company.getByRole('textbox', { name: '产业化目标', exact: true }).fill('建成年产 200 公斤佐剂的连续制造线，供应五家疫苗企业。');
    await company.getByRole('textbox', { name: '产业化目标', exact: true }).blur();
    await saved(company);
    await company.getByRole('button', { name: '再次报送高新区' }).first().click();
    await inDialog(company, '报送高新区');
    await company.getByText(/^已报送泰州医药高新技术产业开发区/).waitFor();
  });

  test('the zone sees what changed between the two versions, and takes the second', async () => {
    await zone.reload();
    await zone.getByRole('link', { name: '版本 2' }).click();
    await zone.getByText('1 处不同').waitFor();
    await zone.getByText('年产 200 公斤').first().waitFor();
    await zone.goto(`${await planAddress(zone)}/projects`);
    await zone.getByRole('button', { name: `收下 ${name}` }).click();
    await zone.getByText(`已收下“${name}”。`).waitFor();
    await company.goto('/workbench');
    await company.getByText('高新区已收下').waitFor();
  });

  test('no page reported an error, and the content policy refused nothing', () => {
    expect(site.faults).toEqual([]);
  });
});

/** Saves what the story does not tell: every block as a complete project of the sample has it, under the answered name and applicant. */
async function fillRest(page: Page, address: string, name: string): Promise<void> {
  const complete: Record<string, object> = { ...sample.projects[0] };
  await page.evaluate(
    async ({ path, blocks, title }) => {
      const file = await (await fetch(path)).json();
      const own = file.blocks.summary.answers;
      for (const [key, answers] of Object.entries(blocks)) {
        const kept = key === 'summary' ? { name: title, applicant: own.applicant, applicantCode: own.applicantCode, location: own.location } : {};
        const reply = await fetch(`${path}/blocks/${key}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', 'idempotency-key': `rest-${key}-${file.blocks[key].version}-00000000` },
          body: JSON.stringify({ base: file.blocks[key].version, answers: { ...answers, ...kept } }),
        });
        if (!reply.ok) throw new Error(`${key}: ${reply.status} ${await reply.text()}`);
      }
    },
    { path: `/api${address}`, blocks: complete, title: name },
  );
}
