import { createHash } from 'node:crypto';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoSite } from '#tests/support/demo-site.ts';
import { openDemoSite, planAddress, signIn } from '#tests/support/demo-site.ts';

/** The zone's own story on the sample plan: break it, mend it, lose the network, come back, submit, and have the paper checked by anybody. */
describe('a zone fills in its 申报表 in the browser', () => {
  let site: DemoSite;
  let window: BrowserContext;
  let page: Page;
  let plan: string;
  let code: string;

  const block = (key: string): Locator => page.locator(`[data-block="${key}"]`);
  const saved = () => page.locator('.save-state', { hasText: '已保存' }).waitFor();
  const replace = async (field: Locator, text: string) => {
    await field.fill(text);
    await field.blur();
  };

  beforeAll(async () => {
    site = await openDemoSite();
    window = await site.open();
    page = await window.newPage();
    await signIn(page, 'taizhou');
    plan = await planAddress(page);
    await page.goto(`${plan}/form`);
    await block('cluster').waitFor();
  });
  afterAll(() => site?.close());

  test('six rules broken, of four severities, are each told in place, with the clause and how to mend them', async () => {
    await replace(page.getByLabel('其中：有效授权发明专利数'), '9999');
    await block('cluster').getByText('有效授权发明专利数 9,999 件，多于集群有效授权专利数 4,126 件').waitFor();

    await replace(block('zone').getByLabel('手机'), '1390000');
    await block('zone').locator('.problem-item').first().waitFor();

    await replace(block('name').getByLabel('集群名称'), '');
    await block('name').locator('.problem-item').first().waitFor();

    await block('cluster').getByRole('radio', { name: '省内领先' }).check();
    await block('cluster').getByLabel('例外说明').waitFor();

    await replace(block('cluster').getByLabel('市场占有率口径与来源'), '');
    await block('cluster').getByLabel('核对无误').waitFor();

    await page
      .getByRole('radiogroup', { name: /创投基金/ })
      .getByRole('radio', { name: '否' })
      .check();
    await block('policy').getByLabel('例外说明').waitFor();

    await saved();
    await page.goto(`${plan}/check`);
    for (const severity of ['必须', '原则', '核对', '待审看']) await page.getByText(severity, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '报送' }).click();
    await page.getByText('现在还不能报送').waitFor();
  });

  test('a problem leads to its clause, and its clause to the duty', async () => {
    await page
      .getByRole('link', { name: /指南二第1条/ })
      .first()
      .click();
    await page.waitForURL(/\/guide\?rule=R\d+#G2\.1$/);
    await page.locator('#G2\\.1').getByText('国内领先').first().waitFor();
  });

  test('mended, justified and ticked, nothing stands in the way', async () => {
    await page.goto(`${plan}/form`);
    await block('cluster').waitFor();
    await replace(page.getByLabel('其中：有效授权发明专利数'), '1538');
    await replace(block('zone').getByLabel('手机'), '13900000012');
    await replace(block('name').getByLabel('集群名称'), '泰州医药高新区生物医药创新型产业集群');
    await replace(
      block('cluster').getByLabel('例外说明'),
      '集群总体水平按省级口径填报，疫苗板块批签发量和在研品种数已居国内前列，其余板块计划在试点期内达到国内领先水平，理由和数据见方案正文第一章第四节。',
    );
    // What is wrong with an empty field is said once the field was left, or asked for.
    await replace(block('cluster').getByLabel('市场占有率口径与来源'), '');
    await block('cluster').getByLabel('核对无误').check();
    await page
      .getByRole('radiogroup', { name: /创投基金/ })
      .getByRole('radio', { name: '是' })
      .check();
    await saved();
    await page.goto(`${plan}/check`);
    await page.getByText('没有待解决的问题，可以报送').waitFor();
    await page.getByText('其余板块计划在试点期内达到国内领先水平').waitFor();
  });

  test('what is typed while the network is down survives the closing of the window, and is saved when both are back', async () => {
    await page.goto(`${plan}/form`);
    await block('zone').waitFor();
    await window.setOffline(true);
    await replace(block('zone').getByLabel('联系人职务'), '副局长、二级调研员');
    await page.locator('.save-state', { hasText: '离线，已存在本机' }).waitFor();
    await page.close({ runBeforeUnload: false });

    await window.setOffline(false);
    page = await window.newPage();
    await page.goto(`${plan}/form`);
    await page.getByText(/已恢复/).waitFor();
    await saved();
    expect(await block('zone').getByLabel('联系人职务').inputValue()).toBe('副局长、二级调研员');
    await page.reload();
    await block('zone').waitFor();
    expect(await block('zone').getByLabel('联系人职务').inputValue()).toBe('副局长、二级调研员');
  });

  test('an expired session asks for the password in place and loses nothing', async () => {
    await window.clearCookies();
    await replace(block('zone').getByLabel('联系人职务'), '副局长、一级调研员');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('密码').fill('jiqun-demo-2022');
    await dialog.getByRole('button', { name: '登录并继续' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await saved();
    await page.reload();
    await block('zone').waitFor();
    expect(await block('zone').getByLabel('联系人职务').inputValue()).toBe('副局长、一级调研员');
  });

  test('two windows on one block show both texts, and what is chosen is kept', async () => {
    const colleague = await site.open();
    const other = await colleague.newPage();
    await signIn(other, 'taizhou.writer');
    await other.goto(`${plan}/form`);
    const theirs = other.locator('[data-block="zone"]').getByLabel('地址');
    await theirs.fill('江苏省泰州市药城大道1号（同事改）');
    await theirs.blur();
    await other.locator('.save-state', { hasText: '已保存' }).waitFor();

    await replace(block('zone').getByLabel('地址'), '江苏省泰州市药城大道1号（我改）');
    const merge = block('zone');
    await merge.getByText('江苏省泰州市药城大道1号（同事改）').first().waitFor();
    await merge.getByText('江苏省泰州市药城大道1号（我改）').first().waitFor();
    await merge.getByRole('button', { name: '用我的' }).first().click();
    const save = merge.getByRole('button', { name: '按所选保存' });
    if (await save.isVisible()) await save.click();
    await saved();
    await other.reload();
    await other.locator('[data-block="zone"]').waitFor();
    expect(await other.locator('[data-block="zone"]').getByLabel('地址').inputValue()).toBe('江苏省泰州市药城大道1号（我改）');
    await colleague.close();
  });

  test('submitting without a network is told at once, and does not happen later by itself', async () => {
    await page.goto(`${plan}/check`);
    await page.getByRole('button', { name: '报送' }).click();
    await window.setOffline(true);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '报送' }).click();
    await dialog.getByText('网络断开，没有连上服务器').waitFor();
    await dialog.getByRole('button', { name: '再看看' }).click();
    await window.setOffline(false);
    await page.waitForTimeout(1_500);
    expect(await page.evaluate(async (address) => (await fetch(`/api${address}/versions`)).json(), plan)).toEqual([]);
  });

  test('submitted, it has a receipt, a frozen PDF with the same digest, and a code that anybody finds valid', async () => {
    await page.goto(`${plan}/check`);
    await page.getByRole('button', { name: '报送' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '报送' }).click();
    await page.getByText('已报送。').waitFor();
    const receipt = page
      .locator('.receipt')
      .or(page.getByRole('status').filter({ hasText: '回执号' }))
      .first();
    const text = await receipt.innerText();
    code = /JQ2022-\d{4}-1-[0-9A-F]{4}-[0-9A-F]{4}/.exec(text)?.[0] ?? '';
    expect(code).not.toBe('');
    const pdf = await page.evaluate(async (address) => [...new Uint8Array(await (await fetch(`/api${address}/versions/1/form.pdf`)).arrayBuffer())], plan);
    expect(String.fromCharCode(...pdf.slice(0, 5))).toBe('%PDF-');
    const digest = createHash('sm3').update(Uint8Array.from(pdf)).digest('hex');
    expect(text.replace(/\s/g, '')).toContain(digest);

    const stranger = await (await site.open()).newPage();
    await stranger.goto('/verify');
    await stranger.getByLabel('查验码').fill(code.toLowerCase());
    await stranger.getByRole('button', { name: '查验' }).click();
    await stranger.getByText('有效：这是现行的报送版本').waitFor();
    await stranger.goto(`/verify/${code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`);
    await stranger.getByRole('heading', { name: '查无此码' }).waitFor();
  });

  test('recalled, the code is no longer in force', async () => {
    await page.goto(`${plan}/versions`);
    await page.getByRole('button', { name: '撤回报送' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('更正联系人职务');
    await dialog.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByText('已撤回，内容已解锁').waitFor();
    await page.goto(`/verify/${code}`);
    await page.getByRole('heading', { name: /已撤回/ }).waitFor();
  });

  test('no page reported an error, and the content policy refused nothing', () => {
    expect(site.faults).toEqual([]);
  });
});
