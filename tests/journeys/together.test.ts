import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoSite } from '#tests/support/demo-site.ts';
import { openDemoSite, planAddress, signIn } from '#tests/support/demo-site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on the page as it stands. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const result: { violations: { id: string; nodes: { html: string }[] }[] } = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe('two people work on one 申报表', () => {
  let site: DemoSite;
  let head: Page;
  let writer: Page;
  let plan: string;

  const block = (page: Page, key: string): Locator => page.locator(`[data-block="${key}"]`);
  const contacts = (page: Page): Locator => block(page, 'zone').getByLabel('联系人职务');
  const saved = (page: Page) => page.locator('.save-state', { hasText: '已保存' }).waitFor();
  const write = async (page: Page, text: string): Promise<void> => {
    const answered = page.waitForResponse((response) => response.request().method() === 'PUT' && response.url().endsWith('/blocks/zone') && response.ok());
    await contacts(page).fill(text);
    await contacts(page).blur();
    await answered;
    await saved(page);
  };
  /** Looks at once at what the others did, as who turns to the window again; otherwise a page looks every ten seconds. */
  const turnTo = (page: Page): Promise<boolean> => page.evaluate(() => globalThis.dispatchEvent(new Event('visibilitychange')));

  beforeAll(async () => {
    site = await openDemoSite();
    head = await (await site.open()).newPage();
    writer = await (await site.open()).newPage();
    await signIn(head, 'taizhou');
    await signIn(writer, 'taizhou.writer');
    plan = await planAddress(head);
    for (const page of [head, writer]) {
      await page.goto(`${plan}/form`);
      await block(page, 'zone').waitFor();
    }
  });
  afterAll(() => site?.close());

  test('each sees the other at the block where they are', async () => {
    await contacts(writer).focus();
    await head.locator('.together-head .avatar').first().waitFor();
    expect(await head.locator('.together-head .unseen').first().textContent()).toBe('顾知夏正在这里');
    await head.locator('.contents-list .avatar').first().waitFor();
  });

  test("the other's save appears without a reload; what is being typed here is not overwritten", async () => {
    await write(writer, '处长（同事写）');
    await expect.poll(() => contacts(head).inputValue(), { timeout: 30_000 }).toBe('处长（同事写）');
  });

  test('a comment on a field that could not be sent stays typed; sent, it is seen, answered and settled', async () => {
    await block(writer, 'cluster').locator('[data-pointer="/form/cluster/patents"] .comment-mark').click();
    const panel = writer.getByRole('dialog');
    await panel.getByLabel('写批注').fill('请核对口径：是否含实用新型？');
    await writer.context().setOffline(true);
    await panel.getByRole('button', { name: '发表批注' }).click();
    await panel.getByText('没有发送成功').waitFor();
    expect(await panel.getByLabel('写批注').inputValue()).toBe('请核对口径：是否含实用新型？');
    await writer.context().setOffline(false);
    await panel.getByRole('button', { name: '发表批注' }).click();
    await panel.locator('.thread').waitFor();
    expect(await findings(writer)).toEqual([]);
    await panel.getByRole('button', { name: '关闭' }).click();

    const mark = head.locator('[data-pointer="/form/cluster/patents"] .comment-mark-open');
    await turnTo(head);
    await mark.waitFor();
    await mark.click();
    const theirs = head.getByRole('dialog');
    await theirs.getByRole('button', { name: '答复' }).click();
    await theirs.getByRole('textbox', { name: /答复“/ }).fill('含，按年报口径。');
    await theirs.getByRole('button', { name: '发送答复' }).click();
    await theirs.getByText('含，按年报口径。').waitFor();
    await theirs.getByRole('button', { name: '标为已解决' }).click();
    await theirs.getByText('没有未解决的批注').waitFor();
    await theirs.getByRole('button', { name: '全部' }).click();
    await theirs.locator('.thread').getByText('已解决').first().waitFor();
    await theirs.getByRole('button', { name: '关闭' }).click();
    await mark.waitFor({ state: 'detached' });
  });

  test('a task is given to a colleague at a block, and is theirs until it is done', async () => {
    await block(head, 'zone').getByRole('button', { name: /^交办/ }).first().click();
    const dialog = head.getByRole('dialog');
    await dialog.getByLabel('交给').selectOption({ label: '顾知夏（泰州医药高新技术产业开发区）' });
    await dialog.getByLabel('要做什么').fill('补联系人职务');
    expect(await findings(head)).toEqual([]);
    await dialog.getByRole('button', { name: '交给他办理' }).click();
    await dialog.waitFor({ state: 'detached' });
    const mine = (page: Page): Promise<{ id: string; title: string; state: string }[]> =>
      page.evaluate(async () => (await fetch('/api/tasks?side=mine')).json());
    expect(await mine(writer)).toMatchObject([{ title: '补联系人职务', state: 'open' }]);
    expect(await mine(head)).toEqual([]);
  });

  test('two saves are compared, the earlier one is restored, and nothing is lost', async () => {
    await write(writer, '副处长（同事改）');
    await turnTo(head);
    await expect.poll(() => contacts(head).inputValue(), { timeout: 30_000 }).toBe('副处长（同事改）');
    await block(head, 'zone').getByRole('button', { name: /^历史/ }).click();
    const panel = head.getByRole('dialog').first();
    await panel.getByText('处长（同事写）', { exact: true }).waitFor();
    await panel.getByText('副处长（同事改）', { exact: true }).waitFor();
    expect(await findings(head)).toEqual([]);
    const before = await panel.locator('.saves li').count();
    await panel.getByRole('button', { name: /恢复这一次.*第 2 次保存/ }).click();
    const sure = head.getByRole('dialog').last();
    await sure.getByText('与现在相比有 1 处会改变').waitFor();
    await sure.getByText('不会丢失').waitFor();
    await sure.getByRole('button', { name: '恢复', exact: true }).click();
    await panel.getByText('已恢复为第 2 次保存的内容').waitFor();
    await expect.poll(() => panel.locator('.saves li').count()).toBe(before + 1);
    await panel.getByRole('button', { name: '关闭' }).click();
    await expect.poll(() => contacts(head).inputValue()).toBe('处长（同事写）');
    await turnTo(writer);
    await expect.poll(() => contacts(writer).inputValue(), { timeout: 30_000 }).toBe('处长（同事写）');
  });

  test('no page reported an error, and the content policy refused nothing', () => {
    expect(site.faults).toEqual([]);
  });
});
