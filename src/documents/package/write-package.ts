import { zipSync, type Zippable } from 'fflate';
import type { PlanContent } from '#domain/filing/plan.ts';
import { attachmentList } from '#domain/package/judge-package.ts';
import { type Manifest, packageFiles, packageFormat, type PackagePaper, pageFile, receiptFile } from '#domain/package/manifest.ts';
import type { ReceiptFields } from '#domain/package/receipt.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import type { Json } from '#domain/values/json.ts';
import { sm3 } from '#domain/values/sm3.ts';
import type { FlowImage } from '#documents/render/flow/flow.ts';
import { openPage, type Viewer } from './open-page.ts';

export interface PackageContent {
  readonly product: string;
  readonly plan: PlanContent;
  readonly edition: Edition;
  readonly date: string;
  readonly demo: boolean;
  readonly publicUrl: string | null;
  readonly filed: Manifest['filed'];
  readonly receipt?: ReceiptFields;
  readonly papers: readonly (Omit<PackagePaper, 'file'> & { readonly bytes: Uint8Array })[];
  /** Pictures of the narrative by their id among the plan's files. */
  readonly images: ReadonlyMap<string, FlowImage>;
}

const encoder = new TextEncoder();

/** A package (离线核验包) as a zip. The same content gives the same bytes. */
export function writePackage(content: PackageContent, viewer: Viewer): Uint8Array {
  const { plan, edition, receipt, papers, images } = content;
  const pictures = [...images].map(([id, { format, bytes }], index) => ({ id, file: `picture-${index + 1}.${format}`, bytes }));
  const planText = canonicalJson({ ...plan });
  const editionText = canonicalJson(plainJson(edition));
  const texts = new Map([
    [packageFiles.plan, planText],
    [packageFiles.edition, editionText],
    [packageFiles.attachments, canonicalJson(attachmentList(plan))],
    ...(receipt === undefined ? [] : [[receiptFile, canonicalJson(plainJson(receipt))] as const]),
  ] as [string, string][]);
  const files = new Map<string, Uint8Array>([
    ...[...texts].map(([name, text]): [string, Uint8Array] => [name, encoder.encode(text)]),
    ...papers.map(({ kind, bytes }): [string, Uint8Array] => [`${kind}.pdf`, bytes]),
    ...pictures.map(({ file, bytes }): [string, Uint8Array] => [file, bytes]),
  ]);
  const measured = [...files].map(([name, bytes]) => ({ name, size: bytes.length, digest: sm3(bytes) }));
  const digestOf = (name: string): string => measured.find((file) => file.name === name)?.digest ?? '';
  const manifest: Manifest = {
    format: packageFormat,
    product: content.product,
    zone: plan.zone,
    contentDigest: digestOf(packageFiles.plan),
    editionDigest: digestOf(packageFiles.edition),
    date: content.date,
    demo: content.demo,
    publicUrl: content.publicUrl,
    filed: content.filed,
    papers: papers.map(({ kind, pages, letter }) => ({ kind, file: `${kind}.pdf`, pages, ...(letter === undefined ? {} : { letter }) })),
    pictures: pictures.map(({ id, file }) => ({ id, file })),
    files: measured,
  };
  texts.set(packageFiles.manifest, JSON.stringify(manifest, undefined, 2));
  const page = openPage(texts, viewer);
  return zipped([[packageFiles.manifest, encoder.encode(texts.get(packageFiles.manifest))], ...files, [pageFile, encoder.encode(page)]]);
}

/** Without what JSON leaves out, so that a digest of it is a digest of what is written. */
function plainJson(value: unknown): Json {
  const plain: Json = JSON.parse(JSON.stringify(value));
  return plain;
}

/** Texts deflated, the rest as it is; no time of this machine in it. */
function zipped(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const entries = files.map(([name, bytes]): [string, Zippable[string]] => [name, [bytes, { level: /\.(json|html)$/.test(name) ? 6 : 0, mtime }]]);
  return zipSync(Object.fromEntries(entries));
}
