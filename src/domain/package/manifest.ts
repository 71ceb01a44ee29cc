import { isArray, isObject } from '#domain/forms/answers.ts';
import { type PaperKind, paperKinds } from '#domain/filing/intake.ts';
import type { ZoneRow } from '#domain/programme/edition.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

/** The form of a package (离线核验包). Another form gets another name. */
export const packageFormat = 'jiqun-package/1';

/** Files that every package has, all at its top, by fixed names. */
export const packageFiles = { manifest: 'manifest.json', plan: 'plan.json', edition: 'edition.json', attachments: 'attachments.json' } as const;
export const receiptFile = 'receipt.json';
/** The page that opens a package without a network. It holds the others, so that none of them can name its digest. */
export const pageFile = 'open.html';

/** What a package holds and what its papers were printed from. A type alias is JSON, as a manifest is. */
export type Manifest = {
  readonly format: typeof packageFormat;
  /** Version of the product that wrote it. */
  readonly product: string;
  readonly zone: string;
  /** SM3 of plan.json and edition.json as canonical JSON (RFC 8785): of the files themselves, which are written so. */
  readonly contentDigest: string;
  readonly editionDigest: string;
  /** The papers' date, `YYYY-MM-DD`. */
  readonly date: string;
  /** Demonstration data. */
  readonly demo: boolean;
  /** Address of the installation whose public page knows the codes; null where none was named. */
  readonly publicUrl: string | null;
  /** Null for a plan that was not filed: its papers are drafts. */
  readonly filed: Filed | null;
  /** In the order in which they are bound. */
  readonly papers: readonly PackagePaper[];
  /** Pictures of the narrative, by their id among the plan's files. */
  readonly pictures: readonly { readonly id: string; readonly file: string }[];
  /** Every file but manifest.json and open.html. */
  readonly files: readonly PackageFile[];
};

export type Filed = {
  readonly number: string;
  readonly version: number;
  /** ISO 8601. */
  readonly filedAt: string;
  /** The zone in the province's register as it stood: the check of the principles asks it. Null: the edition's own list. */
  readonly registered: ZoneRow | null;
};

export type PackagePaper = {
  readonly kind: PaperKind;
  readonly file: string;
  readonly pages: number;
  /** Of a letter: its 文号 and day. */
  readonly letter?: { readonly number: string; readonly date: string };
};

export type PackageFile = { readonly name: string; readonly size: number; readonly digest: string };

/** A name that a file of a package may have: nothing that a folder, another case or another alphabet could hide behind. */
export const isPackageName = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,60}\.[a-z0-9]{1,8}$/.test(name);

const isText = (value: Json | undefined): value is string => typeof value === 'string';
const isCount = (value: Json | undefined): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isDigest = (value: Json | undefined): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isDay = (value: Json | undefined): boolean => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isName = (value: Json | undefined): boolean => isText(value) && isPackageName(value);
const isAddress = (value: Json | undefined): boolean => isText(value) && /^https?:\/\/[^\s"'<>\\]{1,300}$/.test(value);

type Test = (value: Json | undefined) => boolean;
/** An object with these members and no others. */
const record =
  (members: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isObject(value) && Object.keys(value).every((key) => Object.hasOwn(members, key)) && Object.entries(members).every(([key, test]) => test(value[key]));
const list =
  (test: Test, most: number): Test =>
  (value) =>
    isArray(value) && value.length <= most && value.every(test);
const either =
  (...tests: readonly Test[]): Test =>
  (value) =>
    tests.some((test) => test(value));
const isNull: Test = (value) => value === null;
const isAbsent: Test = (value) => value === undefined;

const members: Readonly<Record<keyof Manifest, Test>> = {
  format: (value) => value === packageFormat,
  product: (value) => isText(value) && value.length < 100,
  zone: isText,
  contentDigest: isDigest,
  editionDigest: isDigest,
  date: isDay,
  demo: (value) => typeof value === 'boolean',
  publicUrl: either(isNull, isAddress),
  filed: either(
    isNull,
    record({
      number: (value) => isText(value) && /^[A-Z]{2}\d{4}-\d{4,}$/.test(value),
      version: (value) => isCount(value) && value > 0,
      filedAt: (value) => isText(value) && !Number.isNaN(Date.parse(value)),
      registered: either(isNull, isObject),
    }),
  ),
  papers: list(
    record({
      kind: (value) => paperKinds.some((kind) => kind === value),
      file: isName,
      pages: isCount,
      letter: either(isAbsent, record({ number: isText, date: isDay })),
    }),
    4,
  ),
  pictures: list(record({ id: (value) => isText(value) && /^[\w-]{1,80}$/.test(value), file: isName }), 500),
  files: list(record({ name: isName, size: isCount, digest: isDigest }), 600),
};

/** The first member that a manifest has not, or has in another shape; undefined for a manifest. */
export function manifestFault(value: JsonObject): string | undefined {
  const extra = Object.keys(value).find((key) => !Object.hasOwn(members, key));
  return extra ?? Object.entries(members).find(([key, test]) => !test(value[key]))?.[0];
}

export function isManifest(value: Json | undefined): value is Manifest & Json {
  return isObject(value) && manifestFault(value) === undefined;
}
