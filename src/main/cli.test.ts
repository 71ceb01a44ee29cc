import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanContent } from '#domain/filing/plan.ts';
import { cli } from '#web/messages/cli.ts';
import { packageCli } from '#web/messages/package-cli.ts';

const program = path.resolve(import.meta.dirname, 'cli.ts');
const sampleFile = path.resolve(import.meta.dirname, '../../programmes/jiangsu-2022/sample/plan.json');

let folder: string;
let sample: PlanContent;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiqun-cli-'));
  sample = JSON.parse(await readFile(sampleFile, 'utf8'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function jiqun(...args: readonly string[]): Promise<Outcome> {
  return jiqunWith({}, ...args);
}

function jiqunWith(settings: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, JIQUN_DATA: path.join(folder, 'nowhere'), DATABASE_URL: '', ...settings };
  const child = spawn(process.execPath, [program, ...args], { env });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

async function fileOf(content: unknown): Promise<string> {
  const file = path.join(folder, 'plan.json');
  await writeFile(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return file;
}

interface Printed {
  readonly severity: string;
  readonly clause: string;
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  readonly justification?: string;
}

/** Rules of the musts that the sample breaks at that instant. */
async function mustsAt(at: string): Promise<string[]> {
  const problems: Printed[] = JSON.parse((await jiqun('check', sampleFile, '--at', at)).out);
  return problems.filter(({ severity }) => severity === 'must').map(({ rule }) => rule);
}

describe('check', () => {
  test('the sample breaks no must; its principle carries its justification', async () => {
    const { code, out, err } = await jiqun('check', sampleFile);
    const problems: Printed[] = JSON.parse(out);
    expect({ code, err, musts: problems.filter((problem) => problem.severity === 'must') }).toEqual({ code: 0, err: '', musts: [] });
    expect(problems.find((problem) => problem.rule === 'R39')).toMatchObject({
      severity: 'principle',
      path: '/projects/0/money/province',
      justification: expect.stringContaining('600万元'),
    });
    for (const problem of problems) expect(Object.keys(problem)).toEqual(expect.arrayContaining(['severity', 'clause', 'rule', 'path', 'message']));
  });

  test('eleven projects break G3.2', async () => {
    const { code, out } = await jiqun('check', await fileOf({ ...sample, projects: sample.projects.slice(0, 11) }));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ severity: 'must', clause: 'G3.2', rule: 'R02' }));
  });

  test('the instant of submitting decides the deadline', async () => {
    expect(await mustsAt('2022-03-25T23:59:59.999+08:00')).toEqual([]);
    expect(await mustsAt('2022-03-26T00:00:00+08:00')).toEqual(['R04']);
  });

  test.each<[string, () => Promise<readonly string[]>, RegExp]>([
    ['a missing file', async () => ['/nowhere/plan.json'], /^读不了文件/],
    ['truncated JSON', async () => [await fileOf((await readFile(sampleFile, 'utf8')).slice(0, 5_000))], /不是完整的 JSON/],
    ['text in another encoding', async () => [await fileOf(Buffer.from([0x7b, 0x22, 0xbc, 0xaf, 0x22, 0x3a, 0x31, 0x7d]))], /不是完整的 JSON（UTF-8 编码）/],
    ['nesting without end', async () => [await fileOf(`{"outline":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)], /不是方案文件/],
    ['an array', async () => [await fileOf([])], /不是方案文件：整个文件/],
    ['a missing part', async () => [await fileOf({ ...sample, projects: undefined })], /不是方案文件：\/projects/],
    [
      'text where an amount belongs',
      async () => [await fileOf({ ...sample, form: { ...sample.form, zone: { gdp: 'much' } } })],
      /不是方案文件：\/form\/zone\/gdp/,
    ],
    ['a block that the form does not have', async () => [await fileOf({ ...sample, form: { nothing: {} } })], /不是方案文件：\/form\/nothing/],
    ['an edition that nobody published', async () => [await fileOf({ ...sample, edition: '../../etc' })], /没有“\.\.\/\.\.\/etc”这个指南版本/],
    ['an unknown --edition', async () => [sampleFile, '--edition', 'jiangsu-1999'], /没有“jiangsu-1999”这个指南版本/],
    ['an instant that is none', async () => [sampleFile, '--at', 'tomorrow'], /不是 ISO 8601 时刻/],
    ['an unknown option', async () => [sampleFile, '--fast'], /参数不对/],
    ['no file', async () => [], /参数不对/],
  ])('%s: exit 2 and one sentence', async (_, args, sentence) => {
    const { code, out, err } = await jiqun('check', ...(await args()));
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toMatch(sentence);
  });
});

describe('render form', () => {
  test('writes the paper; the same file gives the same bytes', async () => {
    const files = [path.join(folder, 'a.pdf'), path.join(folder, 'b.pdf')];
    for (const out of files) expect(await jiqun('render', 'form', sampleFile, '--out', out)).toMatchObject({ code: 0, err: '' });
    const [first, second] = await Promise.all(files.map((file) => readFile(file)));
    expect(first?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first?.equals(second ?? Buffer.of())).toBe(true);
  });

  test('a folder that is not there is told in a sentence', async () => {
    expect(await jiqun('render', 'form', sampleFile, '--out', path.join(folder, 'no/where.pdf'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^写不了文件/),
    });
  });
});

describe('package', () => {
  test('a plan becomes a package that agrees with itself; a changed byte is named, and what is no package is not opened', async () => {
    const [out, other] = [path.join(folder, 'x.zip'), path.join(folder, 'other.zip')];
    expect(await jiqun('package', sampleFile, '--out', out, '--url', 'https://jiqun.example.cn/')).toMatchObject({ code: 0, err: '' });
    const whole = await jiqun('verify', 'package', out);
    expect(whole).toMatchObject({ code: 0, err: '', out: expect.stringContaining(packageCli.rendered(3)) });
    expect(whole.out).toContain(packageCli.draftUnproven);
    const files = unzipSync(await readFile(out));
    await writeFile(other, zipSync({ ...files, 'plan.json': Buffer.from(JSON.stringify({ ...sample, zone: '别的高新区' })) }));
    const changed = await jiqun('verify', 'package', other, '--no-render');
    expect(changed).toMatchObject({ code: 1, out: '', err: expect.stringContaining('方案内容被改动') });
    await writeFile(other, zipSync({ ...files, 'open.html': Buffer.from('<script>alert(1)</script>') }));
    expect(await jiqun('verify', 'package', other, '--no-render')).toMatchObject({ code: 1, err: `${packageCli.otherPage}\n` });
    await writeFile(other, zipSync({ '../plan.json': Buffer.from('{}') }));
    expect(await jiqun('verify', 'package', other)).toMatchObject({ code: 2, err: `${packageCli.badName(other, '../plan.json')}\n` });
    expect(await jiqun('verify', 'package', sampleFile)).toMatchObject({ code: 2, err: `${packageCli.archive(sampleFile, 'notAnArchive')}\n` });
  }, 60_000);

  test.each<[string, readonly string[], RegExp]>([
    ['no file to write to', [sampleFile], /--out/],
    ['an address that runs', [sampleFile, '--out', '/nowhere/x.zip', '--url', 'javascript:alert(1)'], /不是网址/],
    ['a package that is not there', [], /参数不对/],
  ])('%s: exit 2 and one sentence', async (_, args, sentence) => {
    expect(await jiqun('package', ...args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(sentence) });
  });
});

test.each(Object.entries(cli.helpOf))('%s has its own help', async (name, text) => {
  expect(await jiqun(name, '--help')).toEqual({ code: 0, out: `${text}\n`, err: '' });
});

test('an unknown command, wrong settings and nothing to verify are told in a sentence', async () => {
  expect(await jiqun('fly')).toMatchObject({ code: 2, err: `${cli.unknownCommand('fly')}\n` });
  expect(await jiqun('serve', 'demo')).toMatchObject({ code: 2, err: `${cli.badArguments('serve')}\n` });
  expect(await jiqunWith({ JIQUN_DATA: sampleFile }, 'migrate')).toMatchObject({ code: 1, err: `${cli.folderUnusable(sampleFile)}\n` });
  expect(await jiqun('verify', 'audit')).toMatchObject({ code: 2, err: `${cli.noData}\n` });
});
