import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, openDemoSite, phone, planAddress, signIn, type DemoSite } from '#tests/support/demo-site.ts';
import { hostileHtml, wordHtml, wpsHtml } from '#tests/support/paste-fixtures.ts';
import { axeFaults, sideways } from '#tests/support/axe.ts';

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string }[];
  readonly content?: readonly Node[];
}

/** The narrative as a zone writes it, in the browser. */
describe('a zone writes its 方案正文', () => {
  let site: DemoSite;
  let window: BrowserContext;
  let page: Page;
  let plan: string;

  const text = (): Locator => page.locator('.ProseMirror');
  const saved = () => page.locator('.save-state', { hasText: '已保存' }).waitFor();
  const open = async (section: string, on: Page = page) => {
    await on.goto(`${plan}/outline?at=/outline/${section}`);
    await on.locator('.ProseMirror').waitFor();
  };
  /** What the server has of a section. */
  const stored = (section: string): Promise<readonly Node[]> =>
    page.evaluate(async ([id, key]) => (await (await fetch(`/api${id}`)).json()).documents.outline[key ?? ''].answers.content ?? [], [plan, section]);
  const settled = async (section: string, holds: (content: readonly Node[]) => boolean): Promise<readonly Node[]> => {
    await expect.poll(async () => holds(await stored(section)), { timeout: 15_000 }).toBe(true);
    return stored(section);
  };
  /** Presses a key until the cursor stands in that paragraph: a page that is still arriving may move it. */
  const at = (on: Page, which: 'first' | 'last', key: string) =>
    expect
      .poll(async () => {
        await on.keyboard.press(key);
        return on.evaluate((end) => document.querySelector(`.ProseMirror > p:${end}-of-type`)?.contains(getSelection()?.anchorNode ?? null), which);
      })
      .toBe(true);
  /** Empties the section and pastes into it. */
  const paste = async (html: string, plain = '') => {
    await text().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await text().evaluate(
      (element, [rich = '', words = '']) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', rich);
        clipboardData.setData('text/plain', words);
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [html, plain],
    );
  };

  beforeAll(async () => {
    site = await openDemoSite();
    window = await site.open();
    page = await window.newPage();
    await signIn(page, 'taizhou');
    plan = await planAddress(page);
  });
  afterAll(() => site?.close());

  test('text, a heading, a list and raised letters are written and stored as they are shown', async () => {
    await open('1-2');
    await text().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('国际趋势');
    await page.getByLabel('段落样式').selectOption('小标题');
    await page.keyboard.press('Enter');
    await page.keyboard.type('面积一平方米记作1m');
    await page.getByRole('button', { name: '上标' }).click();
    await page.keyboard.type('2');
    await page.getByRole('button', { name: '上标' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '编号列表' }).click();
    await page.keyboard.type('第一点');
    await page.keyboard.press('Enter');
    await page.keyboard.type('第二点');
    const content = await settled('1-2', (found) => JSON.stringify(found).includes('第二点'));
    expect(content.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'orderedList']);
    expect(content[1]?.content?.at(-1)).toEqual({ type: 'text', text: '2', marks: [{ type: 'superscript' }] });
    await saved();
    await page.getByText(/^本节 19 字/).waitFor();
  });

  test('a table is put in, its cells are merged, and it comes back the same', async () => {
    await open('1-4');
    await text().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('下表列出三项。');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '表格', exact: true }).click();
    await page.getByLabel('行数').fill('2');
    await page.getByRole('button', { name: '插入表格' }).click();
    await page.keyboard.type('指标');
    const cell = (index: number): Locator => text().locator('th').nth(index);
    await cell(0).click();
    await page.keyboard.down('Shift');
    await cell(1).click();
    await page.keyboard.up('Shift');
    await page.getByRole('button', { name: '合并单元格' }).click();
    await text().locator('th[colspan="2"]').waitFor();
    await settled('1-4', (found) => JSON.stringify(found).includes('"colspan":2'));
    await page.reload();
    await text().locator('th[colspan="2"]', { hasText: '指标' }).waitFor();
    await text().locator('th[colspan="2"]').click();
    await page.getByRole('button', { name: '拆分单元格' }).click();
    const content = await settled('1-4', (found) => !JSON.stringify(found).includes('colspan'));
    expect(content.find(({ type }) => type === 'table')?.content?.[0]?.content).toHaveLength(3);
  });

  test('a paste from Word keeps structure and loses the noise, and says which pictures it could not take', async () => {
    await open('1-6');
    await paste(wordHtml);
    await page.getByText('有 1 张图片浏览器读不到').waitFor();
    await page.getByText('1 个嵌套的表格已改为文字').waitFor();
    const content = await settled('1-6', (found) => JSON.stringify(found).includes('批注所在'));
    expect(content.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'orderedList', 'table', 'paragraph']);
    const [heading, first, list, table, last] = content;
    expect(heading?.content).toEqual([{ type: 'text', text: '集群规模' }]);
    expect(first?.content?.map(({ text: words }) => words).join('')).toBe('截至2021年底，集群内企业共有1186家①，水为H2O');
    expect(first?.content?.filter(({ marks }) => marks).map(({ text: words, marks }) => [words, marks?.[0]?.type])).toEqual([
      ['1186', 'bold'],
      ['①', 'superscript'],
      ['2', 'subscript'],
    ]);
    expect(list?.content?.map((item) => item.content?.map(({ type }) => type))).toEqual([['paragraph', 'bulletList'], ['paragraph']]);
    expect(table?.content).toHaveLength(3);
    expect(table?.content?.[0]?.content?.[0]).toMatchObject({ type: 'tableHeader', attrs: { colspan: 2 } });
    expect(table?.content?.[1]?.content?.[0]).toMatchObject({ type: 'tableCell', attrs: { rowspan: 2 } });
    expect(JSON.stringify(table)).toContain('高企　168');
    expect(last?.content).toEqual([{ type: 'text', text: '新增一句。批注所在' }]);
    expect(JSON.stringify(content)).not.toMatch(/删去|隐藏|批注的话|甲1|Mso|style|lang/);
  });

  test('a paste from WPS becomes lists, marks and merged cells', async () => {
    await open('1-6');
    await paste(wpsHtml);
    const content = await settled('1-6', (found) => JSON.stringify(found).includes('合计'));
    expect(content.map(({ type }) => type)).toEqual(['orderedList', 'paragraph', 'table']);
    expect(content[0]?.content).toHaveLength(2);
    expect(content[0]?.content?.[0]?.content?.[0]?.content).toEqual([
      { type: 'text', text: '组织', marks: [{ type: 'bold' }] },
      { type: 'text', text: '保障' },
    ]);
    expect(content[1]?.content?.[0]).toEqual({ type: 'text', text: '注', marks: [{ type: 'superscript' }] });
    expect(content[1]?.content?.[1]).toEqual({ type: 'text', text: '单位：万元' });
    expect(JSON.stringify(content[2])).toContain('"colspan":2');
  });

  test('a hostile paste runs nothing, fetches nothing and leaves only its words', async () => {
    await open('1-6');
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    await paste(hostileHtml);
    const content = await settled('1-6', (found) => JSON.stringify(found).includes('样式'));
    expect(await page.evaluate(() => 'hurt' in globalThis)).toBe(false);
    expect(asked.filter((url) => url.includes('evil.example'))).toEqual([]);
    expect(JSON.stringify(content)).not.toMatch(/script|onerror|javascript|evil|href|onclick|99999/);
  });

  test('a picture in the clipboard is stored and shown', async () => {
    await open('1-6');
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await paste(`<p>图一</p><img src="data:image/png;base64,${dot}">`);
    const content = await settled('1-6', (found) => found.some(({ type }) => type === 'image'));
    expect(content.map(({ type }) => type)).toEqual(['paragraph', 'image']);
    await expect
      .poll(() =>
        text()
          .locator('img')
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(1);
  });

  test('a number that contradicts the form is told, can be mended by a reference, and the reference follows the form', async () => {
    await open('1-1');
    await text().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('截至2021年底集群企业 419 家。');
    await page.getByText('正文“集群发展现状”写到“集群企业 419 家”').waitFor();
    await page.getByText(/为 1,186 家/).waitFor();

    await page.keyboard.press('Control+A');
    await page.keyboard.type('截至2021年底集群企业');
    await page.getByRole('button', { name: '插入申报表数据' }).click();
    await page.getByLabel('查找栏目').fill('集群企业数');
    await page.getByRole('button', { name: /^截至2021年底集群企业数/ }).click();
    await page.keyboard.type('，规模居前。');
    await text().locator('.figure-chip', { hasText: '1186家' }).waitFor();
    await settled('1-1', (found) => JSON.stringify(found).includes('规模居前'));
    await expect.poll(() => page.getByText('正文“集群发展现状”写到').count()).toBe(0);

    await page.goto(`${plan}/form?at=/form/cluster/enterprises`);
    const figure = page.getByRole('textbox', { name: /^截至2021年底集群企业数/ });
    await figure.fill('1200');
    await figure.blur();
    await saved();
    await open('1-1');
    await text().locator('.figure-chip', { hasText: '1200家' }).waitFor();
  });

  test('words are found and replaced in all sections, counted, and put back', async () => {
    await open('2-1');
    await text().click();
    await page.keyboard.press('Control+F');
    const find = page.getByRole('search', { name: '查找替换' });
    await find.getByLabel('查找', { exact: true }).fill('产业链');
    await find.getByLabel('范围').selectOption('全部各节');
    await find.getByText(/^共 \d+ 处，在 \d+ 节里$/).waitFor();
    const before = await stored('1-3');
    await find.getByLabel('替换为').fill('产业之链');
    await find.getByRole('button', { name: '全部替换' }).click();
    await find.getByText(/^已替换 \d+ 处/).waitFor();
    await settled('1-3', (found) => JSON.stringify(found).includes('产业之链') && !JSON.stringify(found).includes('产业链'));
    await settled('2-1', (found) => JSON.stringify(found).includes('产业之链'));
    await find.getByRole('button', { name: '撤销替换' }).click();
    await settled('1-3', (found) => JSON.stringify(found) === JSON.stringify(before));
    await settled('2-1', (found) => !JSON.stringify(found).includes('产业之链'));
  });

  test('what is typed while the network is down survives the closing of the window', async () => {
    await open('5');
    await saved();
    await window.setOffline(true);
    await text().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('断网时写的一句。');
    await page.locator('.save-state', { hasText: '离线，已存在本机' }).waitFor();
    await page.close({ runBeforeUnload: false });
    await window.setOffline(false);
    page = await window.newPage();
    await open('5');
    await page.getByText(/已恢复/).waitFor();
    await text().getByText('断网时写的一句。').waitFor();
    await settled('5', (found) => JSON.stringify(found).includes('断网时写的一句。'));
  });

  test('two windows that write in one section keep both texts, paragraph by paragraph', async () => {
    const other = await site.open();
    const second = await other.newPage();
    await signIn(second, 'taizhou.writer');
    await open('4');
    await open('4', second);
    await second.locator('.ProseMirror > p').first().click();
    await at(second, 'first', 'Home');
    await second.keyboard.type('同事写的。');
    await second.locator('.save-state', { hasText: '保存中' }).waitFor();
    await second.locator('.save-state', { hasText: '已保存' }).waitFor();
    await text().locator('> p').last().click();
    await at(page, 'last', 'Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('我写的。');
    await page.getByText(/改过这一节。两份都在/).waitFor();
    const places = page.locator('.merge-field');
    expect(await places.count()).toBe(2);
    // Each side's own change is suggested; nothing of either is lost.
    await page.getByRole('button', { name: '按所选保存' }).click();
    const content = await settled('4', (found) => JSON.stringify(found).includes('我写的。'));
    expect(JSON.stringify(content)).toContain('同事写的。');
    expect(JSON.stringify(content.at(-1))).toContain('我写的。');
    await other.close();
  });

  test('the project entries stand under their heading, drawn from the proposals', async () => {
    await open('3-2');
    await page.getByRole('heading', { name: '目标产品群类型：功能相近' }).waitFor();
    await page.getByRole('link', { name: /^打开项目申报书：项目1\s/ }).click();
    await page.waitForURL(/\/projects\//);
  });

  test.each([
    ['a desk', desk],
    ['a phone', phone],
  ])('the page has no fault that axe finds on %s, and does not scroll sideways', async (_, size) => {
    await page.setViewportSize(size);
    await page.goto(`${plan}/outline?at=/outline/1-3`);
    await page.locator('.narrative').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize(desk);
  });

  test('nothing was reported as an error, and the content policy refused nothing', () => {
    expect(site.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});
