import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { typedCode } from '#domain/filing/verify-code.ts';
import { judgePackage, type PackageFault } from '#domain/package/judge-package.ts';
import type { Manifest } from '#domain/package/manifest.ts';
import { smallEdition } from '#domain/filing/small-edition.test-support.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { Json } from '#domain/values/json.ts';
import { sm3 } from '#domain/values/sm3.ts';
import { packageFaultSentence } from '#web/messages/package.ts';
import { type OpenPackage, openPackage } from './open-package.ts';
import { openPage } from './open-page.ts';
import { type PackageContent, writePackage } from './write-package.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const edition = smallEdition();
const viewer = { script: 'void 0;', style: 'body{}', title: '离线核验包' };
const picture = { digest: sm3(bytesOf('png')), format: 'png' as const, bytes: bytesOf('png') };
const plan = {
  edition: edition.id,
  call: '2022',
  zone: '甲高新区',
  city: '321200',
  form: { name: { name: '</script><script>alert(1)</script>' } },
  outline: {},
  commitment: {},
  projects: [],
  attachments: [
    { path: '/form/policy/fund', name: '证明.pdf', id: 'a1', digest: sm3(bytesOf('proof')), size: 5, mediaType: 'application/pdf' },
    { path: '/outline/1-1', name: '图.png', id: 'p1', digest: picture.digest, size: 3, mediaType: 'image/png' },
  ],
};
const papers = (['form', 'plan', 'commitment'] as const).map((kind, index) => ({ kind, pages: index + 1, bytes: bytesOf(`%PDF ${kind}`) }));
const digest = contentDigest(plan);
const filedAt = '2022-03-17T08:08:22.000Z';
const receipt = {
  number: 'HZ2022-000001',
  plan: 'JQ2022-0001',
  version: 2,
  arrivedAt: filedAt,
  digest,
  pdfDigest: sm3(papers[0]!.bytes),
  pages: 1,
  // In another order than the package has them: that is no fault.
  documents: [papers[2]!, papers[1]!].map(({ kind, pages, bytes }) => ({ kind, digest: sm3(bytes), pages })),
  auditHead: { seq: 12, hash: 'ab'.repeat(32) },
  code: typedCode('JQ2022-0001', 2, digest),
};
const content: PackageContent = {
  product: '1.0.0 (test)',
  plan,
  edition,
  date: '2022-03-17',
  demo: false,
  publicUrl: 'https://jiqun.example.cn',
  filed: { number: 'JQ2022-0001', version: 2, filedAt, registered: null },
  receipt,
  papers,
  images: new Map([['p1', picture]]),
};

let whole: Uint8Array;
beforeAll(() => {
  whole = writePackage(content, viewer);
});

function opened(bytes: Uint8Array): OpenPackage {
  const found = openPackage(bytes);
  if ('fault' in found) throw new Error(found.fault);
  return found;
}

/** The package with some files changed, or without them; each file that stays is told in the manifest as it now is, where `told`. */
function changed(changes: Readonly<Record<string, string | null>>, told = false): Uint8Array {
  const files = new Map<string, Uint8Array>(Object.entries(unzipSync(whole)));
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) files.delete(name);
    else files.set(name, bytesOf(text));
  }
  if (told) {
    const manifest: Manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
    const measured = manifest.files.map(({ name }) => ({ name, size: files.get(name)?.length ?? 0, digest: sm3(files.get(name) ?? new Uint8Array()) }));
    files.set('manifest.json', bytesOf(JSON.stringify({ ...manifest, files: measured })));
  }
  return zipSync(Object.fromEntries(files));
}

const judged = (bytes: Uint8Array): readonly PackageFault[] => judgePackage({ ...opened(bytes), whole: true }).faults;
const withManifest = (changes: Readonly<Record<string, Json>>): Uint8Array => {
  const manifest: Record<string, Json> = JSON.parse(opened(whole).texts.get('manifest.json') ?? '');
  return changed({ 'manifest.json': JSON.stringify({ ...manifest, ...changes }) });
};

test('a package agrees with itself, has the same bytes each time, and any SM3 of its plan.json is the digest that the codes carry', () => {
  expect(judgePackage({ ...opened(whole), whole: true })).toMatchObject({ faults: [], receipt, plan });
  expect(Buffer.from(writePackage(content, viewer)).equals(whole)).toBe(true);
  expect(opened(whole).measured.get('plan.json')?.digest).toBe(digest);
  expect([...opened(whole).files.keys()].toSorted()).toEqual(
    'attachments.json commitment.pdf edition.json form.pdf manifest.json open.html picture-1.png plan.json plan.pdf receipt.json'.split(' '),
  );
});

test('a draft has no receipt and agrees with itself; its page alone has no papers and misses none', () => {
  const { receipt: _, ...rest } = content;
  const draft = opened(writePackage({ ...rest, filed: null }, viewer));
  expect(judgePackage({ ...draft, whole: true }).faults).toEqual([]);
  const carried = new Map([...draft.measured].filter(([name]) => name.endsWith('.json')));
  expect(judgePackage({ texts: draft.texts, measured: carried, whole: false }).faults).toEqual([]);
});

const altered = canonicalJson({ ...plan, zone: '乙高新区' });
describe('what was changed is named', () => {
  test.each<[string, () => Uint8Array, readonly Partial<PackageFault>[]]>([
    ['a paper', () => changed({ 'form.pdf': '%PDF forged' }), [{ fault: 'altered', file: 'form.pdf' }]],
    ['a paper, and the manifest with it', () => changed({ 'form.pdf': '%PDF forged' }, true), [{ fault: 'receipt', field: 'pdfDigest' }]],
    ['a paper beside the form', () => changed({ 'plan.pdf': '%PDF forged' }, true), [{ fault: 'receipt', field: 'documents' }]],
    ['the plan', () => changed({ 'plan.json': altered }), [{ fault: 'altered', file: 'plan.json' }, { fault: 'content' }, { fault: 'unlike', at: 'zone' }]],
    ['the plan, and the manifest with it', () => changed({ 'plan.json': altered }, true), [{ fault: 'content' }, { fault: 'unlike', at: 'zone' }]],
    ['the edition', () => changed({ 'edition.json': canonicalJson({ id: edition.id }) }, true), [{ fault: 'edition' }]],
    ['the list of attachments', () => changed({ 'attachments.json': '[]' }, true), [{ fault: 'unlike', file: 'attachments.json' }]],
    ['a picture', () => changed({ 'picture-1.png': 'other' }, true), [{ fault: 'unlike', at: 'picture-1.png' }]],
    [
      'the receipt’s time',
      () => changed({ 'receipt.json': JSON.stringify({ ...receipt, arrivedAt: '2022-03-16T08:08:22.000Z' }) }, true),
      [{ fault: 'receipt', field: 'arrivedAt' }],
    ],
    [
      'the receipt’s code',
      () => changed({ 'receipt.json': JSON.stringify({ ...receipt, code: 'JQ2022-0001-2-0000-0000' }) }, true),
      [{ fault: 'receipt', field: 'code' }],
    ],
    ['the receipt’s number', () => changed({ 'receipt.json': JSON.stringify({ ...receipt, number: 'HZ1' }) }, true), [{ fault: 'receipt', field: 'number' }]],
    [
      'the receipt’s head',
      () => changed({ 'receipt.json': JSON.stringify({ ...receipt, auditHead: null }) }, true),
      [{ fault: 'receipt', field: 'auditHead' }],
    ],
    ['the version', () => withManifest({ filed: { ...content.filed, version: 3 } as Json }), [{ fault: 'receipt', field: 'version' }]],
    [
      'the receipt, gone',
      () => changed({ 'receipt.json': null }),
      [
        { fault: 'missing', file: 'receipt.json' },
        { fault: 'missing', file: 'receipt.json' },
      ],
    ],
    ['a paper, gone', () => changed({ 'commitment.pdf': null }), [{ fault: 'missing', file: 'commitment.pdf' }]],
    ['a paper that the manifest leaves out', () => withManifest({ papers: [] }), []],
    ['a file more', () => changed({ 'readme.txt': 'run me' }), [{ fault: 'extra', file: 'readme.txt' }]],
    ['text that is no JSON', () => changed({ 'plan.json': '{' }, true), [{ fault: 'notJson', file: 'plan.json' }]],
    ['nesting without end', () => changed({ 'plan.json': `${'['.repeat(5_000)}${']'.repeat(5_000)}` }, true), [{ fault: 'notJson', file: 'plan.json' }]],
    ['the manifest’s shape', () => withManifest({ papers: 'all' }), [{ fault: 'wrongShape', file: 'manifest.json', at: 'papers' }]],
    ['a member more in the manifest', () => withManifest({ trust: true }), [{ fault: 'wrongShape', file: 'manifest.json', at: 'trust' }]],
    ['an address that runs', () => withManifest({ publicUrl: 'javascript:alert(1)' }), [{ fault: 'wrongShape', file: 'manifest.json', at: 'publicUrl' }]],
    ['a plan of another shape', () => changed({ 'plan.json': '{"form":[]}' }, true), [{ fault: 'content' }, { fault: 'wrongShape', file: 'plan.json' }]],
  ])('%s', (_, make, expected) => {
    const faults = judged(make());
    expect(faults.length).toBeGreaterThan(0);
    for (const one of expected) expect(faults).toContainEqual(expect.objectContaining(one));
    if (expected.length > 0) expect(faults).toHaveLength(expected.length);
    for (const fault of faults) expect(packageFaultSentence(fault)).toMatch(/[\u4e00-\u9fff].*。$/);
  });
});

/** Changes bytes of every record of the archive's directory. */
function redirected(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) change(view, at);
  return copy;
}

describe('an archive that is no package is not opened', () => {
  test.each<[string, () => Uint8Array, object]>([
    ['no archive', () => bytesOf('%PDF-1.7'), { fault: 'notAnArchive' }],
    ['something behind it', () => Buffer.concat([whole, bytesOf('MZ')]), { fault: 'notAnArchive' }],
    ['something in front of it', () => Buffer.concat([bytesOf('#!/bin/sh\n'), whole]), { fault: 'notAnArchive' }],
    ['a way out of its folder', () => zipSync({ '../../etc/passwd': bytesOf('x') }), { fault: 'badName', name: '../../etc/passwd' }],
    ['a folder', () => zipSync({ 'a/plan.json': bytesOf('{}') }), { fault: 'badName', name: 'a/plan.json' }],
    ['an absolute name', () => zipSync({ '/plan.json': bytesOf('{}') }), { fault: 'badName' }],
    ['a name of another alphabet', () => zipSync({ 'рlan.json': bytesOf('{}') }), { fault: 'badName' }],
    ['a name in capitals', () => zipSync({ 'PLAN.JSON': bytesOf('{}') }), { fault: 'badName' }],
    ['too many files', () => zipSync(Object.fromEntries(Array.from({ length: 601 }, (_, index) => [`f-${index}.json`, bytesOf('1')]))), { fault: 'tooMany' }],
    ['a bomb', () => zipSync({ 'plan.json': new Uint8Array(22_000_000) }, { level: 9 }), { fault: 'bomb' }],
    ['what claims to be a bomb', () => redirected(whole, (view, at) => view.setUint32(at + 24, 0x3fffffff, true)), { fault: 'bomb' }],
    ['what is encrypted', () => redirected(whole, (view, at) => view.setUint16(at + 8, 1, true)), { fault: 'encrypted' }],
    [
      'what claims to be smaller than it is',
      () => redirected(whole, (view, at) => view.getUint16(at + 10, true) === 8 && view.setUint32(at + 24, 10, true)),
      {},
    ],
  ])('%s', (_, make, expected) => {
    const found = openPackage(make());
    // A file that is cut to the size it claims is another file: the manifest names it.
    if ('fault' in found) expect(found).toMatchObject(expected);
    else expect(judgePackage({ ...found, whole: true }).faults.length).toBeGreaterThan(0);
  });

  test('one name twice', () => {
    const twice = zipSync({ 'plan.json': bytesOf('{}'), 'plan.jsoo': bytesOf('[]') });
    const same = redirected(twice, (view, at) => view.setUint8(at + 46 + 8, 'n'.charCodeAt(0)));
    expect(openPackage(same)).toEqual({ fault: 'twice', name: 'plan.json' });
  });
});

test('no answer ends the block that carries it, and only the page’s own script and style may run', () => {
  const page = openPage(new Map([['plan.json', JSON.stringify(plan)]]), viewer);
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page.match(/<\/script/g)).toHaveLength(2);
  const data = /<script type="application\/json" id="package">(.*)<\/script>/.exec(page)?.[1] ?? '';
  expect(JSON.parse((JSON.parse(data) as Record<string, string>)['plan.json'] ?? '')).toEqual(plan);
  expect(page).toMatch(/default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/);
  expect(page).not.toMatch(/(src|href)=|https?:/);
});
