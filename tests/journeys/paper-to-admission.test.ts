import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '#db/pool.ts';
import { insertScan, setScanRead } from '#db/scans.ts';
import { readPaper } from '#documents/render/paper.test-support.ts';
import { scannedPdf, scanOf } from '#documents/read/scans.test-support.ts';
import { imageSize } from '#domain/files/image-size.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import type { DemoSite } from '#tests/support/demo-site.ts';
import { openDemoSite, signInQuietly } from '#tests/support/demo-site.ts';
import { recommendSealed, renderSealed } from '#tests/support/sealed-plan.ts';

const patient = { timeout: 20_000 };

/** From the city's desk to 已受理, in the browsers of everybody who has a hand in it. */
describe('paper is checked, mended and admitted in the browser', () => {
  let site: DemoSite;
  let store: Store;
  /** The city's handler, two windows of who recommends, the centre's clerk, the province's officer, a zone and its city. */
  let handler: Page;
  let [one, other]: Page[] = [];
  let clerk: Page;
  let officer: Page;
  let zone: Page;
  let city: Page;
  /** A plan that its city checks, and one whose paper is awaited. */
  let checked: string;
  let plan: string;
  let number: string;

  const dialog = (page: Page) => page.getByRole('dialog');
  const twice = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).first().dblclick();
  const twiceInDialog = async (page: Page, button: string) => {
    await dialog(page).getByRole('button', { name: button, exact: true }).dblclick();
    await dialog(page).waitFor({ state: 'detached' });
  };
  const get = async <T>(page: Page, path: string): Promise<T> => (await page.request.get(path)).json();
  const post = async (page: Page, path: string, data: object = {}) => {
    const answer = await page.request.post(path, { data, headers: { 'idempotency-key': randomUUID() } });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  /** Without the pictures of filed pages, which cost the server time: nobody looks at them here. */
  const window = async (username: string): Promise<Page> => {
    const context = await site.open();
    await context.route(/\/pages\/\d+/, (route) => route.abort());
    await signInQuietly(context, username);
    return context.newPage();
  };
  const planOf = async (page: Page, name: string): Promise<string> => {
    const plans = await get<{ id: string; zone: string }[]>(page, '/api/plans');
    return plans.find((each) => each.zone.startsWith(name))?.id ?? expect.fail(`no plan of ${name}`);
  };
  const filed = (n: number) => get<{ row: { digest: string; code: string; pages: number } }>(zone, `/api/plans/${plan}/versions/${n}`);
  const intake = () => get<{ number: string; receipts: unknown[]; state: string; items: { auto: boolean; result: string }[] }>(clerk, `/api/intakes/${plan}`);
  /** Closes the clerk's dialog and waits until the browser has put away what was typed last: it does so a moment after the key. */
  async function escape(typed: string): Promise<void> {
    await clerk.keyboard.press('Escape');
    await dialog(clerk).waitFor({ state: 'detached' });
    await expect.poll(() => clerk.evaluate(keptTexts), patient).toContain(typed);
  }
  /** A scanner is a keyboard that ends with Enter. */
  async function scan(text: string): Promise<void> {
    await clerk.locator('.scan-text').press('ControlOrMeta+a');
    await clerk.keyboard.insertText(text);
    await clerk.keyboard.press('Enter');
  }
  const tickAll = async () => {
    const ticks = clerk.locator('.formal-tick input');
    await ticks.first().waitFor();
    for (const tick of await ticks.all()) await tick.check();
  };

  beforeAll(async () => {
    site = await openDemoSite('filed');
    store = openStore(site.url);
    handler = await window('wuxi.city2');
    [one, other] = [await window('wuxi.city'), await window('wuxi.city')];
    clerk = await window('intake');
    officer = await window('province');
    zone = await window('xuzhou');
    city = await window('xuzhou.city');
    checked = await planOf(handler, '无锡');
    plan = await planOf(zone, '徐州');
    ({ number } = await get<{ number: string }>(zone, `/api/plans/${plan}`));
  }, 180_000);
  afterAll(async () => {
    await store?.close();
    await site?.close();
  });

  test('what the city notes while its line is down goes out once it is back; what it typed outlives its window', async () => {
    await handler.goto(`/plans/${checked}/city`);
    const note = (place: string) => handler.getByRole('button', { name: `给“${place}”写批注` }).click();
    const box = handler.locator('.note-form textarea');
    const noted = (text: string) => handler.locator('.city-note', { hasText: text });
    await note('职务');
    await handler.context().setOffline(true);
    await box.fill('请核对负责人职务。');
    await twice(handler, '记下');
    await handler.getByText('批注留在这里，连上后自动记下').waitFor();
    await handler.context().setOffline(false);
    await noted('请核对负责人职务。').waitFor();
    await box.waitFor({ state: 'detached' });
    await note('地址');
    await box.fill('地址与营业执照不同。');
    await handler.reload();
    await box.waitFor();
    expect(await box.inputValue()).toBe('地址与营业执照不同。');
    await twice(handler, '记下');
    await noted('地址与营业执照不同。').waitFor();
    expect(await get<{ notes: unknown[] }>(handler, `/api/plans/${checked}/city-check`)).toMatchObject({ notes: [{}, {}] });
  });

  test('two windows that recommend at once recommend once; the other is told who did', async () => {
    const [first, second] = [one!, other!];
    for (const kind of ['plan', 'form']) await post(first, `/api/plans/${checked}/city-check/opinions/${kind}`);
    await handler.getByRole('button', { name: '审查通过' }).first().click();
    await twiceInDialog(handler, '审查通过');
    for (const page of [first, second]) {
      await page.goto('/city');
      await page
        .getByRole('link', { name: /^审查 无锡/ })
        .first()
        .click();
      await page.getByRole('button', { name: '推荐该高新区' }).first().click();
      await page.getByLabel('推荐函文号').fill(`锡科函〔2022〕${page === first ? 5 : 6}号`);
    }
    await Promise.all([first, second].map((page) => dialog(page).getByRole('button', { name: '推荐并报送' }).dblclick()));
    const done = (page: Page) => page.getByText(/^已推荐，推荐函 锡科函〔2022〕\d号 已生成/);
    const told = (page: Page) => dialog(page).getByText(/^周映岚已于 .+ 推荐这份方案（锡科函〔2022〕\d号），这次没有重复办理。$/);
    for (const page of [first, second]) await done(page).or(told(page)).waitFor();
    expect((await done(first).count()) + (await done(second).count())).toBe(1);
    const winner = (await done(first).count()) === 1 ? first : second;
    await winner.goBack();
    await winner.goForward();
    await winner.getByText(/等待书面材料/).waitFor();
    expect(await winner.getByRole('button', { name: '推荐该高新区' }).count()).toBe(0);
    const { recommendations } = await get<{ recommendations: unknown[] }>(winner, `/api/plans/${checked}/city-check`);
    expect(recommendations).toHaveLength(1);
  });

  test('the desk reads a page’s code, counts what lies there, and a double press gives one receipt', async () => {
    const { row } = await filed(1);
    await clerk.goto('/intake/checks');
    await clerk.goto('/intake');
    await clerk.locator('.scan-text').waitFor();
    await clerk.keyboard.type(`HTTP://LOCALHOST:8080/V/${number}/1/${row.digest.toUpperCase()}/F/1/${row.pages}\n`);
    await clerk.getByText('是已报送的版本').waitFor();
    await twice(clerk, '签收并打印收条');
    await clerk.getByRole('alert').getByText('请逐项清点，填本次收到的份数。').waitFor();
    await clerk.getByRole('button', { name: '按欠交份数填' }).click();
    await clerk.getByRole('button', { name: '试点方案减一份' }).click();
    await clerk.getByLabel('递交人').fill('向北辰');
    // A further page of the same file keeps what was counted.
    await scan(row.code.toLowerCase());
    await clerk.getByText('最近扫描').waitFor();
    await expect.poll(() => clerk.locator('.scan-log li').count(), patient).toBe(2);
    expect(await clerk.getByLabel('试点方案本次份数').inputValue()).toBe('9');
    await twice(clerk, '签收并打印收条');
    await clerk.getByText(/已签收，编号 SL2022-\d+，第 1 次/).waitFor();
    await clerk.goBack();
    await clerk.goForward();
    await clerk.locator('.scan-text').waitFor();
    expect(await intake()).toMatchObject({ number: expect.stringMatching(/^SL2022-/), receipts: [{}], state: 'checking' });
  });

  test('the formal check comes with what the file answers, and with nothing ticked; a mistake is taken back', async () => {
    await clerk.goto(`/intake/files/${plan}`);
    await clerk.locator('.formal-tick input').first().waitFor();
    expect(await clerk.locator('.formal-tick input:checked').count()).toBe(0);
    await clerk.getByText('推荐的是第 1 版，与网上现行版本一致。').waitFor();
    await clerk
      .getByRole('button', { name: /^看依据/ })
      .first()
      .click();
    await clerk.getByText(/原则上不超过/).waitFor();
    await tickAll();
    await clerk.getByText(/人工 (\d+) 项已核 \1 项/).waitFor();
    await clerk.getByRole('button', { name: '有问题：书面内容逐页与网上一致' }).click();
    await dialog(clerk).getByRole('textbox').fill('第 3 页有手改。');
    // Esc may be meant for the input method: the note stands there again, also after the page was loaded anew.
    await escape('第 3 页有手改。');
    await clerk.reload();
    await clerk.getByRole('button', { name: '有问题：书面内容逐页与网上一致' }).click();
    await expect.poll(() => dialog(clerk).getByRole('textbox').inputValue(), patient).toBe('第 3 页有手改。');
    await twiceInDialog(clerk, '记下');
    await clerk.getByText('第 3 页有手改。').waitFor();
    await clerk.getByRole('button', { name: '撤回“有问题”：书面内容逐页与网上一致' }).click();
    await clerk.getByRole('checkbox', { name: /书面内容逐页与网上一致/ }).waitFor();
    await clerk.getByRole('radio', { name: '受理', exact: true }).check();
    await twice(clerk, '拟受理，送审签');
    await clerk.getByText('形式审查还有没办完或不符合的项目，不能受理').waitFor();
  });

  test('what must be mended is named part by part, with a deadline of its own', async () => {
    await clerk.getByRole('radio', { name: '补正', exact: true }).check();
    await clerk.getByRole('button', { name: '要求补正', exact: true }).first().click();
    await dialog(clerk).getByRole('button', { name: '要求补正' }).click();
    await dialog(clerk).getByText('请至少指出一处网上内容或一种书面材料。').waitFor();
    await dialog(clerk).getByRole('button', { name: '加一处' }).click();
    await dialog(clerk).getByLabel('栏目').selectOption({ label: '集群基本情况' });
    await dialog(clerk).getByLabel('问题').fill('市场占有率未注明来源。');
    await dialog(clerk).getByLabel('申报表', { exact: true }).check();
    await dialog(clerk).getByLabel('补正截止').fill('2022-04-08T17:00');
    await dialog(clerk).getByLabel('补正要求').fill('请注明来源，并换交书面材料。');
    await escape('请注明来源，并换交书面材料。');
    await clerk.reload();
    await clerk.getByRole('radio', { name: '补正', exact: true }).check();
    await clerk.getByRole('button', { name: '要求补正', exact: true }).first().click();
    await expect.poll(() => dialog(clerk).getByLabel('补正要求').inputValue(), patient).toBe('请注明来源，并换交书面材料。');
    expect(await dialog(clerk).getByLabel('栏目').inputValue()).toBe('cluster');
    expect(await dialog(clerk).getByLabel('问题').inputValue()).toBe('市场占有率未注明来源。');
    expect(await dialog(clerk).getByLabel('申报表', { exact: true }).isChecked()).toBe(true);
    await twiceInDialog(clerk, '要求补正');
    await clerk.getByText('补正中，等高新区办理。').waitFor();
    expect(await clerk.getByRole('button', { name: '要求补正', exact: true }).count()).toBe(0);
  });

  test('the zone mends the named block alone; every other one is locked and says why', async () => {
    await zone.goto('/workbench');
    await zone.getByRole('link', { name: '看补正要求' }).click();
    await zone.getByRole('link', { name: '去改正' }).click();
    const named = zone.locator('#block-cluster');
    await named.getByText('市场占有率未注明来源。').waitFor();
    await expect.poll(() => named.locator('.mending-here').evaluate((line) => line.getBoundingClientRect().top), patient).toBeGreaterThan(0);
    await zone.locator('#block-name').getByText('不在补正范围，已锁定').waitFor();
    expect(await zone.locator('#block-name, #block-zone').locator('input:not(:disabled, :read-only), textarea:not(:disabled, :read-only)').count()).toBe(0);
    const basis = named.getByLabel('市场占有率口径与来源');
    await basis.fill('国内市场，按2021年度销售额测算，来源为省统计局年报');
    await basis.blur();
    await zone.locator('.save-state', { hasText: '已保存' }).waitFor();
    await expect.poll(async () => JSON.stringify(await get(zone, `/api/plans/${plan}`)).includes('省统计局年报'), patient).toBe(true);
    await zone.getByRole('button', { name: '去检查与报送' }).first().click();
    await zone.getByRole('button', { name: '报送', exact: true }).first().click();
    await dialog(zone).getByRole('button', { name: '报送', exact: true }).dblclick();
    await zone.getByText('徐州市科技局确认这一版').waitFor();
    expect(await zone.getByRole('button', { name: '报送', exact: true }).count()).toBe(0);
  });

  test('until the city confirms, the desk takes nothing; afterwards it takes the mended version alone', async () => {
    const [{ row: old }, { row: mended }] = [await filed(1), await filed(2)];
    await clerk.goto('/intake');
    await clerk.locator('.scan-text').waitFor();
    await scan(mended.code);
    await clerk.getByText('补正还没有办完，暂不能签收').waitFor();
    expect(await clerk.getByRole('button', { name: '签收并打印收条' }).count()).toBe(0);
    await city.goto('/workbench');
    await city
      .getByRole('link', { name: /看补正要求/ })
      .first()
      .click();
    await city.getByText('来源为省统计局年报').waitFor();
    await city.getByRole('button', { name: '确认第 2 版' }).first().click();
    await twiceInDialog(city, '确认');
    await city.getByText(/^第 2 版已由徐州市科技局.+确认。$/).waitFor();
    await scan(old.code);
    await clerk.getByText('已被取代，不能签收').waitFor();
    await scan(mended.code);
    await clerk.getByRole('button', { name: '按欠交份数填' }).click();
    await clerk.getByLabel('递交人').fill('向北辰');
    await twice(clerk, '签收并打印收条');
    await clerk.getByText(/已签收，编号 SL2022-\d+，第 2 次/).waitFor();
    expect(await intake()).toMatchObject({ receipts: [{}, {}], state: 'checking' });
  });

  test('once every item is answered the clerk proposes, the officer agrees, and the zone reads 已受理', async () => {
    // Reading seventy pages is another journey's: here they were read.
    await store.db.transaction().execute(async (tx) => {
      const { madeBy } = await tx.selectFrom('recommendation').select('madeBy').where('planId', '=', plan).executeTakeFirstOrThrow();
      const { id } = await insertScan(tx, plan, 2, madeBy);
      await setScanRead(tx, id, { ok: true, found: [], faults: [] }, '2022-03-11T08:00:00.000Z');
    });
    await clerk.goto(`/intake/files/${plan}`);
    await clerk.locator('.formal-tick input').first().waitFor();
    expect(await clerk.locator('.formal-tick input:checked').count()).toBe(0);
    await tickAll();
    await clerk.getByRole('radio', { name: '受理', exact: true }).check();
    await clerk.getByText('全部检查已办完').waitFor();
    await twice(clerk, '拟受理，送审签');
    await clerk.getByText(/^已拟“受理”/).waitFor();
    await officer.goto('/intake/results');
    await officer.getByRole('link', { name: /^审签 徐州/ }).click();
    await officer.getByText('拟办意见：受理').waitFor();
    await officer.getByRole('button', { name: '同意受理' }).first().click();
    await twiceInDialog(officer, '同意受理');
    await officer.getByText('已受理', { exact: true }).waitFor();
    await zone.goto('/workbench');
    await zone.getByText('已受理', { exact: true }).first().waitFor();
    await zone.goto('/inbox');
    await zone.getByText(`试点方案 ${number} 已受理。`).first().waitFor();
  });

  test('of a sealed scan the page that is missing and the one that belongs elsewhere are named', async () => {
    const writer = await window('nantong');
    const sealed = await planOf(writer, '南通');
    const { number: own } = await get<{ number: string }>(writer, `/api/plans/${sealed}`);
    const content: PlanContent = { ...(sample as PlanContent), projects: [] };
    const papers = await renderSealed(own, 1, content);
    await recommendSealed({ deps: { db: store.db } }, sealed, 1, content, papers);
    const foreign = (await zone.request.get(`/api/plans/${plan}/versions/1/form.pdf`)).body();
    const look = { dpi: 100, jpeg: 75 };
    const pages: Uint8Array[] = [];
    for (const paper of [papers.letter, papers.form, papers.commitment])
      for (const page of (await readPaper(paper)).pages) pages.push(await scanOf(page, look));
    // The last page of the 承诺书 is left out, the first of the 申报表 is another zone's.
    pages[papers.pages.letter] = await scanOf((await readPaper(await foreign)).pages[2]!, look);
    const bytes = scannedPdf(pages.slice(0, -1), look.dpi, (jpeg) => imageSize(jpeg, 'jpg') ?? expect.fail('no JPEG'));
    await writer.goto(`/plans/${sealed}/papers`);
    await writer.getByLabel('选择扫描件').setInputFiles({ name: '盖章件.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
    await writer.getByText('盖章件.pdf').waitFor();
    await twice(writer, '开始核对');
    const at = papers.pages.letter + 1;
    await writer.getByText('有 3 处需要处理').waitFor();
    await writer.getByText(`扫描件第 ${at} 页不属于这份申报材料：${number} 第 1 版申报表第 3 页`).waitFor();
    await writer.getByText('缺申报表第 1 页').waitFor();
    await writer.getByText(`缺承诺书第 ${papers.pages.commitment} 页`).waitFor();
  });

  test('no page reported an error, and the content policy refused nothing', () => {
    expect(site.faults).toEqual([]);
  });
});

/** Runs in the page: everything that it has put away, as one text. */
function keptTexts(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('keyval-store');
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('keyval').objectStore('keyval').getAll();
      reading.addEventListener('success', () => {
        opening.result.close();
        resolve(JSON.stringify(reading.result));
      });
      reading.addEventListener('error', () => reject(reading.error));
    });
  });
}
