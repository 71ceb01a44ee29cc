import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoSite } from '#tests/support/demo-site.ts';
import { openDemoSite, signIn } from '#tests/support/demo-site.ts';

/** How the province brings a call out and looks after it: drafted, signed by three, published; extended, supplemented, asked about. */
describe('the province runs its calls in the browser', () => {
  let site: DemoSite;
  let handler: Page;
  let head: Page;
  let leader: Page;
  const first = '2022年度江苏省创新型产业集群培育试点';
  const second = '2022年度补充批次（演示）';
  const inDialog = (page: Page, button: string) => page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

  beforeAll(async () => {
    site = await openDemoSite();
    [handler, head, leader] = (await Promise.all([1, 2, 3].map(async () => (await site.open()).newPage()))) as [Page, Page, Page];
    await signIn(handler, 'province');
    await signIn(head, 'province2');
    await signIn(leader, 'province3');
  });
  afterAll(() => site?.close());

  test('one zone gets more time, and everybody a supplement once a second person has signed it', async () => {
    await handler.goto('/calls');
    await handler.getByRole('link', { name: first }).click();
    await handler.getByRole('button', { name: '延期', exact: true }).click();
    const dialog = handler.getByRole('dialog');
    await dialog.getByLabel('适用范围').selectOption({ label: '泰州医药高新技术产业开发区' });
    await dialog.getByLabel('理由').fill('材料收集延误。');
    await dialog.getByLabel('网上报送截止（高新区）').fill('2022-03-01T12:00');
    await inDialog(handler, '延期');
    await dialog.getByText(/延期要晚于原截止/).waitFor();
    await dialog.getByLabel('网上报送截止（高新区）').fill('2022-03-28T00:00');
    await dialog.getByLabel('推荐截止（设区市）').fill('2022-03-28T00:00');
    await inDialog(handler, '延期');
    await gone(handler);
    await handler.getByText(/网上报送截止延至 2022年3月27日（星期日）24:00/).waitFor();

    await handler.getByRole('button', { name: '补充通知', exact: true }).click();
    await dialog.getByLabel('通知正文').fill('试点项目最少数调整为 11 个。');
    await dialog.getByLabel('修改参数（选填）').selectOption({ label: '试点项目最少数（个）' });
    await dialog.getByLabel('改为').fill('11');
    await dialog.getByLabel('理由').fill('按厅务会纪要');
    await inDialog(handler, '提出');
    await gone(handler);
    await handler.getByText('由你提出，须由另一人签署').waitFor();
    await head.goto('/workbench');
    await head.getByRole('link', { name: /^去签署/ }).click();
    await head.getByRole('button', { name: '签署生效' }).click();
    await head.getByText(/由 12 改为 11/).waitFor();
  });

  test('a question is asked in public and answered from the workbench', async () => {
    const company = await (await site.open()).newPage();
    await signIn(company, 'kunshan.company');
    await company.goto('/');
    await company.getByLabel('向省科技厅提问').fill('推荐意见由谁出具？');
    await company.getByRole('button', { name: '提问', exact: true }).click();
    await company.getByText(/^已提交。/).waitFor();
    await handler.goto('/workbench');
    await handler.getByRole('link', { name: /^去答复/ }).click();
    await handler.getByLabel(/^答复/).fill('由注册地的科技主管部门出具。');
    await handler.getByRole('button', { name: '公开答复' }).click();
    await handler.getByText('已公开答复').waitFor();
    await company.goto('/');
    await company.getByText('由注册地的科技主管部门出具。').waitFor();
  });

  test('what was typed into a draft outlives its tab; three sign it in order, and it is published', async () => {
    await handler.goto('/calls');
    await handler.getByRole('button', { name: '拟定年度批次' }).click();
    await inDialog(handler, '开始拟定');
    await handler.getByLabel('批次名称').fill(second);
    await handler.getByLabel('试点项目最少数（个）').fill('1o');
    const address = new URL(handler.url()).pathname;
    await expect.poll(() => handler.evaluate(async () => (await indexedDB.databases()).length)).toBeGreaterThan(0);
    const context = handler.context();
    await handler.close();
    handler = await context.newPage();
    await handler.goto(address);
    await handler.getByText('已恢复你上次填写、还没有保存的内容。').waitFor();
    expect(await handler.getByLabel('批次名称').inputValue()).toBe(second);
    expect(await handler.getByLabel('试点项目最少数（个）').inputValue()).toBe('1o');
    await handler.getByLabel('试点项目最少数（个）').fill('10');
    await handler.getByRole('button', { name: '保存', exact: true }).click();
    await handler.getByText(/^有未保存的改动/).waitFor({ state: 'detached' });

    for (const page of [handler, head, leader]) {
      await page.goto('/workbench');
      await page.getByRole('link', { name: /^去会签/ }).click();
      await page.getByRole('button', { name: /^以“.*”会签$/ }).click();
      await page.getByRole('button', { name: /^以“.*”会签$/ }).waitFor({ state: 'detached' });
    }
    await leader.getByRole('button', { name: '发布批次' }).click();
    await inDialog(leader, '发布');
    await leader.getByText('已发布').waitFor();
    await leader.goto('/');
    await leader.getByRole('heading', { name: second }).waitFor();
    // What the first call's zones published goes on: it is open too.
    await leader.goto('/solicitations');
    await leader.getByText('（演示）光伏创新型产业集群试点项目征集').waitFor();
    expect(site.faults).toEqual([]);
  });
});
