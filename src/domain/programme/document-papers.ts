import type { PaperKind } from '#domain/filing/intake.ts';
import type { MoneyCap } from '#domain/filing/money-caps.ts';
import type { SealDef } from './edition.ts';

/**
 * The documents that accompany the 申报表, each with its fixed words. In every template `{name}` is filled in: one of `fills`, or of
 * what the paper knows by itself: `{zone}`, `{city}`, `{day}` (the document's day), and what is named with the template.
 */
export interface DocumentPapers {
  /** `{page}`, `{pages}`. */
  readonly foot: string;
  /** `{year}`, `{month}`, `{day}`. */
  readonly day: string;
  /** Answers that templates name, by placeholder: where they stand, and what is printed while they are not filled. */
  readonly fills: Readonly<Record<string, FillDef>>;
  readonly plan: PlanPaper;
  readonly commitment: CommitmentPaper;
  readonly letter: LetterPaper;
  readonly proposal: ProposalPaper;
  readonly intake: IntakePapers;
  readonly receipt: FilingReceiptPaper;
  readonly printing: PrintingPaper;
}

export interface FillDef {
  /** `name.name` of the 申报表, `commitment.commitment.organiser` of the 承诺书. */
  readonly from: string;
  readonly blank: string;
}

export interface LabelledLine {
  readonly label: string;
  readonly text: string;
}

/** 试点方案. */
export interface PlanPaper {
  readonly title: readonly string[];
  readonly cover: readonly LabelledLine[];
  readonly contents: string;
  /** Over the first chapter. */
  readonly heading: readonly string[];
  /** `{number}`, `{title}`. */
  readonly chapter: string;
  readonly section: string;
  /** Signature pages at the end; `opinion` prints the city's statements under the plan. */
  readonly seals: readonly SealPlace[];
  readonly justifications: { readonly title: string; readonly columns: { readonly clause: string; readonly field: string; readonly text: string } };
}

export interface SealPlace {
  readonly title: string;
  readonly signer: SealDef['signer'];
  readonly opinion?: 'plan';
}

/** 承诺书: its text is the edition's `commitment`. */
export interface CommitmentPaper {
  /** `{n}`, `{text}`. */
  readonly item: string;
  readonly sign: readonly string[];
}

/** 推荐函 of the city's bureau. Also filled in: `{number}`, `{projects}` (how many), `{asked}` (of the province, in all), `{planCopies}` and so on. */
export interface LetterPaper {
  /** The bureau's name. */
  readonly bureau: string;
  readonly number: string;
  /** Stands for the number until one is given. */
  readonly numberBlank: string;
  readonly title: readonly string[];
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly table: {
    readonly caption: string;
    /** `field` is `block.field` of the proposal; without one the column holds the project's number. `sum` adds a money column up. */
    readonly columns: readonly { readonly header: string; readonly width: number; readonly field?: string; readonly sum?: true }[];
    readonly total: string;
  };
  readonly closing: string;
  readonly attachments: { readonly title: string; readonly items: readonly string[] };
  readonly sign: readonly string[];
  readonly copies: string;
}

/** 项目申报书: every block of the proposal form, in order. */
export interface ProposalPaper {
  readonly title: readonly string[];
  /** Lines of the title page; `field` is `block.field` of the proposal. */
  readonly cover: readonly ({ readonly label: string; readonly field: string } | LabelledLine)[];
  /** Numbers of the blocks, in order, and `{number}`, `{title}` of their headings. */
  readonly numbers: readonly string[];
  readonly heading: string;
  /** `{n}`: where there is no row. */
  readonly noRows: string;
  readonly caps: {
    readonly title: string;
    /** Money in `{unit}`. */
    readonly columns: { readonly cap: string; readonly formula: string; readonly allowed: string; readonly asked: string; readonly margin: string };
    /** `{cap}`, `{zoneRatio}`, `{provinceRatio}`, `{numerator}`, `{denominator}`. */
    readonly names: Readonly<Record<MoneyCap['key'], string>>;
    /** Also `{zone}`, `{newTotal}`, `{local}`. */
    readonly formulas: Readonly<Record<MoneyCap['key'], string>>;
    /** `{name}`, `{allowed}`. */
    readonly binding: string;
    readonly unfilled: string;
  };
  readonly attachments: {
    readonly title: string;
    readonly none: string;
    readonly columns: { readonly number: string; readonly name: string; readonly digest: string };
  };
  readonly seals: { readonly title: string; readonly places: readonly ProposalSeal[] };
}

/** `outside`: only for an applicant outside the zone. */
export interface ProposalSeal {
  readonly title: string;
  readonly statements: readonly string[];
  readonly outside?: true;
}

/** What the intake centre prints. Slots of each: see draw-intake.ts. */
export interface IntakePapers {
  /** 签收单. */
  readonly receipt: DeskPaper;
  /** Paper that was not taken. */
  readonly refusal: DeskPaper & { readonly causes: Readonly<Record<'late' | 'superseded' | 'unknown' | 'notRecommended' | 'other', string>> };
  /** 收件登记 of a day; `{day}`, `{files}`, `{receipts}`, `{plan}`, `{form}`, `{letter}`, `{refusals}`. */
  readonly register: {
    readonly title: string;
    readonly summary: string;
    readonly headers: readonly string[];
    readonly none: string;
    readonly refusals: string;
    readonly refusalHeaders: readonly string[];
  };
  /** `{plan}`, `{form}`, `{letter}`: copies. */
  readonly copies: string;
  /** `{n}`: version. */
  readonly version: string;
  readonly empty: string;
}

export interface DeskPaper {
  readonly title: string;
  readonly lines: readonly LabelledLine[];
  readonly note: string;
  readonly sign: readonly string[];
}

/** 网上报送回执. Slots: see draw-filing-receipt.ts. */
export interface FilingReceiptPaper {
  readonly title: string;
  readonly lines: readonly LabelledLine[];
  /** The papers that were frozen with the version. */
  readonly papers: { readonly title: string; readonly headers: readonly string[]; readonly names: Readonly<Record<PaperKind, string>> };
  readonly next: { readonly title: string; readonly steps: readonly string[] };
  readonly note: string;
}

/**
 * 打印须知, which goes with the papers that are printed and sealed. Also filled in: `{number}`, `{version}`, `{pages}` (of all papers),
 * `{planCopies}`, `{formCopies}`, `{letterCopies}`.
 */
export interface PrintingPaper {
  readonly title: string;
  readonly intro: string;
  /** Names of the papers, as lists and file names give them. */
  readonly names: Readonly<Record<PaperKind, string>>;
  /** `{place}` (from 1), `{name}`, `{copies}`; of this paper itself `{name}` only. */
  readonly fileName: string;
  readonly ownFileName: string;
  readonly columns: { readonly place: string; readonly name: string; readonly pages: string; readonly copies: string; readonly seals: string };
  /** Who seals each paper, and where; `{seals}`: the titles of the edition's seals. */
  readonly seals: Readonly<Record<PaperKind, string>>;
  readonly parts: readonly { readonly title: string; readonly items: readonly string[] }[];
}
