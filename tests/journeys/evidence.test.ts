import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdf, png } from '#domain/files/sample-files.test-support.ts';
import { axeFaults, sideways } from '../support/axe.ts';
import { desk, openDemoSite, phone, planAddress, signIn, type DemoSite } from '../support/demo-site.ts';

let site: DemoSite;
let page: Page;
let row: Locator;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiqun-files-'));
  site = await openDemoSite();
  page = await (await site.open(desk)).newPage();
  await signIn(page, 'taizhou');
  await page.goto(`${await planAddress(page)}/evidence`);
  row = page.locator('[data-pointer="/form/policy/fund"]');
  await row.waitFor();
}, 120_000);
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

function choose(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], at = row): Promise<void> {
  return at.locator('input[type=file]').setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })));
}

test('every proof that is wanted stands there with what it has', async () => {
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('佐证材料');
  expect(await page.getByText('应附 9 项，已传 9 项').isVisible()).toBe(true);
  expect(await page.getByText('未配置病毒扫描').isVisible()).toBe(true);
  expect(await page.getByText('不得上传涉密材料').isVisible()).toBe(true);
  expect(await row.getByText('已传 1 份').isVisible()).toBe(true);
  expect(
    await page
      .getByRole('link', { name: /佐证材料\s*9\/9/ })
      .first()
      .isVisible(),
  ).toBe(true);
});

test('of files chosen together the good one stands, and the others say what is wrong with them', async () => {
  await choose([
    { name: '设立文件.pdf', bytes: pdf('', '', 2) },
    { name: '照片.jpg', bytes: png() },
  ]);
  // From the disk: sent to the browser through its protocol this much would take longer than the test.
  const large = path.join(folder, 'scan.pdf');
  await writeFile(large, new Uint8Array(21_000_000));
  await row.locator('input[type=file]').setInputFiles(large);
  await row.getByText('文件名以 .jpg 结尾，内容却是PNG 图片。请改正文件名，或另存后再传。').waitFor();
  await row.getByText('文件超过 20 MB。请压缩，或拆成几个文件再传。').waitFor();
  await row.getByText('已传 2 份').waitFor();
  expect(await row.getByRole('button', { name: '重试' }).count()).toBe(0);
  for (const left of [1, 0]) {
    await row.getByRole('button', { name: '不传了' }).first().click();
    expect(await row.getByRole('button', { name: '不传了' }).count()).toBe(left);
  }
  await row.getByRole('button', { name: '查看：设立文件.pdf' }).waitFor();
});

test('a file is looked at beside the page, and the browser is given exactly the bytes that were sent', async () => {
  await row.getByRole('button', { name: '查看：设立文件.pdf' }).click();
  const frame = page.locator('dialog iframe');
  const address = await frame.getAttribute('src');
  const sent = await page.evaluate(async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())], address!);
  expect(new Uint8Array(sent)).toEqual(new Uint8Array(pdf('', '', 2)));
  await page.getByRole('button', { name: '关闭' }).click();
  await frame.waitFor({ state: 'detached' });
});

test('renamed it keeps its ending; taken out it comes back with one press', async () => {
  await row.getByRole('button', { name: '改名：设立文件.pdf' }).click();
  await row.getByLabel('文件名').fill('资金批复');
  await row.getByRole('button', { name: '保存' }).click();
  await row.getByRole('button', { name: '移出：资金批复.pdf' }).click();
  await row.getByText('已移出“资金批复.pdf”。').waitFor();
  await row.getByText('已传 1 份').waitFor();
  await row.getByRole('button', { name: '撤销' }).click();
  await row.getByText('已传 2 份').waitFor();
});

test('an upload that the line cuts off waits with its file, and is sent whole by one press', async () => {
  await page.route('**/documents/form/files**', (route) => route.abort('connectionfailed'));
  await choose([{ name: '会议纪要.pdf', bytes: pdf() }]);
  await row.getByText('网络断开').waitFor();
  await page.unroute('**/documents/form/files**');
  await row.getByRole('button', { name: '重试' }).click();
  await row.getByRole('button', { name: '查看：会议纪要.pdf' }).waitFor();
});

test('a no needs no proof; beside the field the same files stand, and one added there is here too', async () => {
  const form = `${await planAddress(page)}/form?at=%2Fform%2Fpolicy%2Fbody`;
  await page.goto(form);
  const field = page.locator('.question[data-pointer="/form/policy/body"]');
  await choose([{ name: '机构文件.pdf', bytes: pdf() }], field);
  await field.getByRole('button', { name: '查看：机构文件.pdf' }).waitFor();
  await page
    .getByRole('link', { name: /佐证材料/ })
    .first()
    .click();
  await page.locator('[data-pointer="/form/policy/body"]').getByText('已传 2 份').waitFor();
});

test.each([
  ['desk', desk],
  ['phone', phone],
] as const)('the page is sound for who cannot see it and fits the screen: %s', async (_, size) => {
  await page.setViewportSize(size);
  await page.goto(`${await planAddress(page)}/evidence`);
  await row.waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
});

test('no page reported an error', () => {
  expect(site.faults).toEqual([]);
});
