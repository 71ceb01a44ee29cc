import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '#programmes/jiangsu-2022/sample/demo-people.ts';
import type { DemoSite } from '#tests/support/demo-site.ts';
import { desk, openDemoSite, phone, signIn } from '#tests/support/demo-site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

let site: DemoSite;
beforeAll(async () => {
  site = await openDemoSite();
});
afterAll(() => site?.close());

async function newPage(size = desk): Promise<Page> {
  return (await site.open(size)).newPage();
}

/** The page as it stands: readable with any aid, and nothing sticks out. */
async function judge(page: Page, what: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(axe);
  const result: AxeResult = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  expect(
    result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`)),
    what,
  ).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), what).toBe(0);
}

async function tryToEnter(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

test('a company registers itself, the zone opens it, its person replaces the one-time password, is suspended and brought back', async () => {
  const stranger = await newPage();
  await stranger.goto('/join');
  await stranger.getByRole('button', { name: '提交登记' }).click();
  await stranger.getByText('请填写单位全称。').waitFor();
  await stranger.getByLabel('单位名称').fill('泰州演示新材料有限公司');
  await stranger.getByLabel('统一社会信用代码').fill('91321203TXT009001B');
  await stranger.getByText('校验码不符，可能抄错了。').waitFor();
  await judge(stranger, 'join');
  await stranger.getByLabel('已核对证照，代码就是这个').check();
  await stranger.getByLabel('由谁开通').selectOption({ label: '泰州医药高新技术产业开发区' });
  await stranger.getByLabel('联系人').fill('李演示');
  await stranger.getByLabel('联系电话').fill('13900000077');
  await stranger.getByRole('button', { name: '提交登记' }).click();
  await stranger.getByRole('heading', { name: '已登记，等待开通' }).waitFor();

  const zone = await newPage();
  await signIn(zone, 'taizhou');
  await zone.getByRole('link', { name: '单位与人员' }).click();
  await judge(zone, 'people');
  await zone.getByRole('link', { name: '查看泰州演示新材料有限公司' }).click();
  await zone.getByRole('button', { name: '显示李演示的电话' }).click();
  await zone.getByText('13900000077').waitFor();
  await zone.getByRole('button', { name: '开通', exact: true }).click();
  await zone.getByText('已开通。请添加第一位人员').waitFor();
  await zone.getByRole('button', { name: '添加人员' }).click();
  await zone.getByLabel('姓名').fill('李演示');
  await zone.getByLabel('用户名').fill('li.yanshi');
  await judge(zone, 'add person');
  await zone.getByRole('button', { name: '添加并生成一次性密码' }).click();
  const oneTime = await zone.locator('.one-time dd').nth(1).innerText();
  await judge(zone, 'one-time password');
  await zone.getByRole('button', { name: '已抄下，关闭' }).click();
  await zone.getByText('待首次登录').waitFor();

  const person = await newPage(phone);
  await tryToEnter(person, 'li.yanshi', oneTime);
  await person.getByRole('heading', { name: '先设一个自己的密码' }).waitFor();
  await judge(person, 'must');
  // Another address does not lead past it.
  await person.goto('/people');
  await person.getByRole('heading', { name: '先设一个自己的密码' }).waitFor();
  await person.getByLabel('一次性密码').fill(oneTime);
  await person.getByLabel('新密码', { exact: true }).fill('a password of mine');
  await person.getByLabel('再输一次新密码').fill('a password of mine');
  await person.getByRole('button', { name: '改好并继续' }).click();
  await person.getByRole('heading', { name: '单位与人员' }).waitFor();
  await judge(person, 'people on a phone');
  await person.goto('/account');
  await person.getByText('演示中未启用').waitFor();
  await judge(person, 'account on a phone');

  await zone.getByRole('button', { name: '办理李演示的账号' }).click();
  await judge(zone, 'person');
  await zone.getByLabel('理由').first().fill('核实身份');
  await zone.getByRole('button', { name: '停用账号' }).click();
  await zone.getByText('已停用，所有登录已退出。').waitFor();
  await person.reload();
  await tryToEnter(person, 'li.yanshi', 'a password of mine');
  await person.getByText('你的账号或所在单位已停用').waitFor();
  await zone.getByRole('button', { name: '恢复账号' }).click();
  await zone.getByText('已恢复，可以登录。').waitFor();
  await zone.getByRole('button', { name: '关闭', exact: true }).click();
  await judge(zone, 'organisation');
});

test('a locked person is told for how long, and a colleague ends it from the list of people', async () => {
  const locked = await newPage();
  for (let tried = 0; tried < 5; tried++) {
    await tryToEnter(locked, 'company.writer', 'not it');
    await locked.getByText('用户名或密码不对').waitFor();
  }
  await tryToEnter(locked, 'company.writer', demoPassword);
  await locked.getByText('这个用户名已锁定，15 分钟后自动解开').waitFor();
  const manager = await newPage(phone);
  await signIn(manager, 'company');
  await manager.goto('/people');
  await manager.getByText('已锁定，15 分钟后自动解开').waitFor();
  await manager.getByRole('button', { name: '办理秦书白的账号' }).click();
  await manager.getByRole('button', { name: '立即解锁' }).click();
  await manager.getByText('已解锁，可以再登录。').waitFor();
  await signIn(locked, 'company.writer');
});

test('each administrator lands on a screen of their own', async () => {
  const page = await newPage();
  await tryToEnter(page, 'security', demoPassword);
  await page.getByRole('heading', { name: '登录安全' }).waitFor();
  await judge(page, 'security');
  const other = await newPage();
  await tryToEnter(other, 'audit', demoPassword);
  await other.getByRole('heading', { name: '日志查询' }).waitFor();
});

test('no page reported a fault', () => {
  expect(site.faults).toEqual([]);
});
