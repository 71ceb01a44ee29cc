import type { Json } from '#domain/values/json.ts';

/**
 * A form is blocks of fields of a known kind. Screen, check, paper, import, diff and digest all read this one definition;
 * behaviour belongs to the kind, never to a single field. All of it is JSON-safe data.
 * Strings may hold `{Y}`, `{Y-1}`, `{Y+3}`: the loader puts the call's year in.
 */
export interface FormDef {
  readonly key: string;
  readonly title: string;
  readonly blocks: readonly BlockDef[];
}

export interface BlockDef {
  readonly key: string;
  readonly title: string;
  /** Clause that the block answers to, shown in its head. */
  readonly clause?: string;
  /** One line in the block's head: what counts, as of when. */
  readonly note?: string;
  /** Screen arrangement; `yesNo` draws one question a line with its name or amount beside it (六个一). */
  readonly screen?: 'grid' | 'yesNo';
  /** In a proposal: organisations that the applicant asked to take part may write it too. */
  readonly by?: 'partner';
  readonly fields: readonly FieldDef[];
}

interface FieldBase {
  readonly key: string;
  /** The template's own label, unit in brackets as printed. */
  readonly label: string;
  /** Label on screen where the printed one leans on its neighbours or repeats its unit. */
  readonly short?: string;
  readonly hint?: string;
  /** Not needed for submitting; the screen says （选填）. */
  readonly optional?: true;
  /** Shown, needed and printed only while another field of the same block (or row) has this value. The value is kept all the same. */
  readonly visibleWhen?: { readonly field: string; readonly is: Json };
  /** Asked for by a rule, absent from the official paper. */
  readonly unprinted?: true;
  /** Columns of the four-column screen grid. */
  readonly span?: 1 | 2 | 3 | 4;
  /** Group heading on screen under which this field starts a new row. */
  readonly group?: string;
  /** Proof expected in the attachments for this field (path of the attachment = pointer of the field). */
  readonly proof?: true;
}

/** wanYuan 万元 = 1,000,000 fen; yiYuan 亿元 = 10,000,000,000 fen; wanDollar 万美元 = 1,000,000 US cents. The edition has their printed names. */
export type MoneyUnit = 'wanYuan' | 'yiYuan' | 'wanDollar';
export type TextFormat = 'mobile' | 'email' | 'postcode' | 'phone' | 'uscc' | 'patentNo';

/** Value: string. */
export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly maxLength: number;
  /** More than one line on screen. */
  readonly lines?: number;
  readonly format?: TextFormat;
}
/** Value: integer ≥ 0. */
export interface CountField extends FieldBase {
  readonly kind: 'count';
  readonly unit: string;
  readonly max?: number;
}
/** Value: number 0–100 with at most `places` decimals. */
export interface PercentField extends FieldBase {
  readonly kind: 'percent';
  readonly places: number;
}
/** Value: integer minor units (fen, or US cents); at most two decimals of `unit` are shown. */
export interface MoneyField extends FieldBase {
  readonly kind: 'money';
  readonly unit: MoneyUnit;
}
/** Value: boolean, printed □是 □否. */
export interface YesNoField extends FieldBase {
  readonly kind: 'yesNo';
}
/** Value: one of `options` (the printed text). */
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly string[];
}
/** Value: a subset of `options`, in their order. */
export interface ChoicesField extends FieldBase {
  readonly kind: 'choices';
  readonly options: readonly string[];
}
/** Value: a code of the edition's code list. */
export interface CodeField extends FieldBase {
  readonly kind: 'code';
  readonly list: string;
  /** Only codes of this level may be chosen. */
  readonly level?: number;
}
/** Value: `YYYY-MM-DD`. */
export interface DateField extends FieldBase {
  readonly kind: 'date';
}
/** Value: an array of rows `{ [column key]: scalar }`. */
export interface TableField extends FieldBase {
  readonly kind: 'table';
  readonly columns: readonly ScalarField[];
  /** Column whose value names a row (in messages, notes, diffs). */
  readonly rowKey: string;
  readonly maxRows: number;
  /** Rows are drawn and counted by this choice column; each segment's own name is a text field of the block. */
  readonly segments?: { readonly column: string; readonly names: Readonly<Record<string, string>> };
  /** The rows are given: one for each value of `column`, none added or removed. */
  readonly fixed?: { readonly column: string; readonly values: readonly string[] };
  /** The template's sample row, which must not be filed (R23). */
  readonly sample?: Readonly<Record<string, Json>>;
}
/** Never stored: a sum over a money or count column of a table, or over fields of the block, or a count of rows. */
export interface ComputedField extends FieldBase {
  readonly kind: 'computed';
  readonly of: { readonly sum: string; readonly column: string } | { readonly sumFields: readonly string[] } | { readonly rows: string };
  readonly show: { readonly money: MoneyUnit } | { readonly count: string };
}

export type ScalarField = TextField | CountField | PercentField | MoneyField | YesNoField | ChoiceField | ChoicesField | CodeField | DateField;
export type FieldDef = ScalarField | TableField | ComputedField;

/** A block's answers: field values, absent or null while unfilled, and `notes` (see values/problem.ts). */
export type BlockAnswers = { readonly [field: string]: Json };
/** A form's answers, by block. */
export type Answers = { readonly [block: string]: BlockAnswers };
