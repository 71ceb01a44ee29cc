import { isArray, isObject } from '#domain/forms/answers.ts';
import { type PaperKind, paperKinds } from '#domain/filing/intake.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { typedCode } from '#domain/filing/verify-code.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import { contentDigest } from '#domain/values/digest.ts';
import type { Json } from '#domain/values/json.ts';
import { isManifest, type Manifest, manifestFault, packageFiles, pageFile, receiptFile } from './manifest.ts';
import { receiptFault, type ReceiptFields } from './receipt.ts';

/** What is at hand of a package. */
export interface PackageParts {
  /** Text of the JSON files, by name. */
  readonly texts: ReadonlyMap<string, string>;
  /** Size and SM3 of every file that is there. */
  readonly measured: ReadonlyMap<string, Measured>;
  /** False where only the JSON files are at hand, as on the page that carries them: no file is missing then. */
  readonly whole: boolean;
}

export interface Measured {
  readonly size: number;
  readonly digest: string;
}

/**
 * What is wrong with a package. altered: not the size or digest that the manifest says; content, edition: its canonical JSON has another
 * digest; unlike: plan.json and another file do not say the same.
 */
export type PackageFault =
  | { readonly fault: 'missing' | 'extra' | 'altered' | 'notJson'; readonly file: string }
  | { readonly fault: 'wrongShape'; readonly file: string; readonly at: string }
  | { readonly fault: 'content' | 'edition'; readonly said: string; readonly found: string }
  | { readonly fault: 'unlike'; readonly file: string; readonly at: string }
  | { readonly fault: 'receipt'; readonly field: keyof ReceiptFields }
  | { readonly fault: 'paperMissing'; readonly kind: PaperKind };

export interface PackageVerdict {
  readonly faults: readonly PackageFault[];
  /** As far as they could be read. */
  readonly manifest?: Manifest;
  readonly plan?: PlanContent;
  readonly edition?: Json;
  readonly receipt?: ReceiptFields;
}

/** Nesting that no file of a package has: what reads on calls itself at every level. */
const deepest = 100;
/** Papers that every draft has; which of them were frozen with a version, its receipt says. */
const always = paperKinds.filter((kind) => kind !== 'letter');
const filedAlways: readonly PaperKind[] = ['form'];

/** Holds a package against itself: every digest anew, and everything that its files say of each other. Renders nothing. */
export function judgePackage(parts: PackageParts): PackageVerdict {
  const faults: PackageFault[] = [];
  const read = (file: string): Json | undefined => {
    const value = parsed(parts.texts.get(file));
    if (value === undefined) faults.push({ fault: parts.texts.has(file) ? 'notJson' : 'missing', file });
    return value;
  };
  const manifest = read(packageFiles.manifest);
  if (!isManifest(manifest)) {
    if (manifest !== undefined)
      faults.push({ fault: 'wrongShape', file: packageFiles.manifest, at: isObject(manifest) ? (manifestFault(manifest) ?? '') : '' });
    return { faults };
  }
  faults.push(...judgeFiles(manifest, parts));
  const plan = read(packageFiles.plan);
  const edition = read(packageFiles.edition);
  const attachments = read(packageFiles.attachments);
  faults.push(...judgeDigest('content', manifest.contentDigest, plan), ...judgeDigest('edition', manifest.editionDigest, edition));
  if (edition !== undefined && !isObject(edition)) faults.push({ fault: 'wrongShape', file: packageFiles.edition, at: '' });
  const at = planFault(plan);
  if (plan !== undefined && at !== undefined) faults.push({ fault: 'wrongShape', file: packageFiles.plan, at });
  if (!isPlan(plan)) return { faults, manifest, ...(edition === undefined ? {} : { edition }) };
  faults.push(...judgeSame(manifest, plan, edition, attachments));
  const receipt = manifest.filed === null ? undefined : read(receiptFile);
  const field = manifest.filed === null || receipt === undefined ? undefined : receiptFault(receipt, expectedReceipt(manifest, manifest.filed));
  if (field !== undefined) faults.push({ fault: 'receipt', field });
  const good = receipt !== undefined && field === undefined ? { receipt: receipt as ReceiptFields } : {};
  return { faults, manifest, plan, ...(edition === undefined ? {} : { edition }), ...good };
}

function parsed(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    const value: Json = JSON.parse(text);
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: Json): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false;
    level = level.flatMap((one): readonly Json[] => (isArray(one) ? one : isObject(one) ? Object.values(one) : []));
  }
  return true;
}

/** Every file once, none beside them, each of the size and digest that the manifest says. */
function judgeFiles(manifest: Manifest, { measured, whole }: PackageParts): readonly PackageFault[] {
  const faults: PackageFault[] = [];
  const said = new Map(manifest.files.map((file) => [file.name, file]));
  for (const { name, size, digest } of said.values()) {
    const found = measured.get(name);
    if (found === undefined && whole) faults.push({ fault: 'missing', file: name });
    if (found !== undefined && (found.size !== size || found.digest !== digest)) faults.push({ fault: 'altered', file: name });
  }
  for (const name of measured.keys()) {
    if (!said.has(name) && name !== packageFiles.manifest && name !== pageFile) faults.push({ fault: 'extra', file: name });
  }
  const needed = [packageFiles.plan, packageFiles.edition, packageFiles.attachments, ...(manifest.filed === null ? [] : [receiptFile])];
  const named = [...needed, ...manifest.papers.map(({ file }) => file), ...manifest.pictures.map(({ file }) => file)];
  for (const name of named) if (!said.has(name)) faults.push({ fault: 'unlike', file: packageFiles.manifest, at: name });
  const used = new Set<string>(named);
  for (const name of said.keys()) if (!used.has(name)) faults.push({ fault: 'extra', file: name });
  for (const kind of manifest.filed === null ? always : filedAlways)
    if (!manifest.papers.some((paper) => paper.kind === kind)) faults.push({ fault: 'paperMissing', kind });
  return faults;
}

function judgeDigest(fault: 'content' | 'edition', said: string, value: Json | undefined): readonly PackageFault[] {
  if (value === undefined) return [];
  const found = digestOf(value);
  return found === said ? [] : [{ fault, said, found }];
}

/** Empty for what has no canonical form: a lone surrogate. */
function digestOf(value: Json): string {
  try {
    return contentDigest(value);
  } catch {
    return '';
  }
}

const isText = (value: Json | undefined): boolean => typeof value === 'string';
const blocks = (value: Json | undefined): boolean => isObject(value) && Object.values(value).every(isObject);
const planMembers: Readonly<Record<keyof PlanContent, (value: Json | undefined) => boolean>> = {
  edition: isText,
  call: isText,
  zone: isText,
  city: isText,
  form: blocks,
  outline: blocks,
  commitment: blocks,
  projects: (value) => isArray(value) && value.every(blocks),
  attachments: (value) => isArray(value) && value.every((file) => isObject(file) && isText(file['path']) && isText(file['name'])),
};

/** The first member that a plan has not, or has in another shape. */
function planFault(value: Json | undefined): string | undefined {
  if (!isObject(value)) return '';
  const extra = Object.keys(value).find((key) => !Object.hasOwn(planMembers, key));
  return extra ?? Object.entries(planMembers).find(([key, test]) => !test(value[key]))?.[0];
}

function isPlan(value: Json | undefined): value is PlanContent & Json {
  return planFault(value) === undefined;
}

/** What two files say of one thing. */
function judgeSame(manifest: Manifest, plan: PlanContent, edition: Json | undefined, attachments: Json | undefined): readonly PackageFault[] {
  const faults: PackageFault[] = [];
  const unlike = (file: string, at: string): void => void faults.push({ fault: 'unlike', file, at });
  if (manifest.zone !== plan.zone) unlike(packageFiles.manifest, 'zone');
  if (isObject(edition) && edition['id'] !== plan.edition) unlike(packageFiles.edition, 'id');
  if (attachments !== undefined && canonicalText(attachments) !== canonicalText(attachmentList(plan))) unlike(packageFiles.attachments, '');
  const digests = new Map(manifest.files.map(({ name, digest }) => [name, digest]));
  for (const { id, file } of manifest.pictures) {
    if (!plan.attachments.some((one) => one.id === id && one.digest === digests.get(file))) unlike(packageFiles.manifest, file);
  }
  return faults;
}

function canonicalText(value: Json): string {
  try {
    return canonicalJson(value);
  } catch {
    return '';
  }
}

/** What attachments.json says: every file that the plan names, with its digest. */
export function attachmentList({ attachments }: PlanContent): Json {
  return attachments.map((file) => ({ ...file }));
}

function expectedReceipt(manifest: Manifest, { number, version, filedAt }: NonNullable<Manifest['filed']>): Omit<ReceiptFields, 'number' | 'auditHead'> {
  const digests = new Map(manifest.files.map(({ name, digest }) => [name, digest]));
  const papers = manifest.papers.map(({ kind, file, pages }) => ({ kind, pages, digest: digests.get(file) ?? '' }));
  const form = papers.find(({ kind }) => kind === 'form');
  return {
    plan: number,
    version,
    arrivedAt: filedAt,
    digest: manifest.contentDigest,
    pdfDigest: form?.digest ?? '',
    pages: form?.pages ?? 0,
    documents: papers.filter(({ kind }) => kind === 'plan' || kind === 'commitment'),
    code: typedCode(number, version, manifest.contentDigest),
  };
}
