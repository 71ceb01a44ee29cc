import type { FormDef, MoneyUnit } from '#domain/forms/definition.ts';
import type { PaperDef } from '#domain/forms/paper.ts';
import type { DocumentPapers } from './document-papers.ts';
import type { Json } from '#domain/values/json.ts';
import type { Moment, Severity } from '#domain/values/problem.ts';

/**
 * A programme edition: everything that next year's call, or another province's, would change. JSON-safe data, no functions.
 * Publishing a call freezes a snapshot of it; every version pins one by digest.
 */
export interface Edition {
  readonly id: string;
  readonly title: string;
  /** The call's year Y; `{Y-1}` in any string is resolved from it. */
  readonly year: number;
  /** Name of the programme's fund and of the guide, as printed. */
  readonly fund: string;
  readonly guide: { readonly title: string; readonly issuer: string; readonly issued: string };
  readonly parameters: Parameters;
  /** Printed names of the units of money. */
  readonly units: Readonly<Record<MoneyUnit, string>>;
  readonly instants: Instants;
  readonly clauses: readonly ClauseDef[];
  readonly duties: readonly Duty[];
  readonly rules: readonly RuleDef[];
  /** 申报表, 项目申报书. */
  readonly forms: { readonly form: FormDef; readonly proposal: FormDef };
  readonly papers: { readonly form: PaperDef } & DocumentPapers;
  readonly outline: readonly OutlineChapter[];
  /** Where the outline asks for the projects one by one, and how their entries are drawn from the proposals. */
  readonly projectEntries?: ProjectEntriesDef;
  readonly commitment: CommitmentDef;
  /** The two different opinions of the city bureau (A19), in the words of the template. */
  readonly opinions: { readonly plan: OpinionDef; readonly form: OpinionDef };
  readonly seals: readonly SealDef[];
  /** 形式审查 at the intake centre, in the order in which it is done. */
  readonly formalItems: readonly FormalItem[];
  /** Who of the province signs a call before it is published, in this order. */
  readonly signOff: readonly SignOffLevel[];
  /** What official lists can say of answers. */
  readonly listed: readonly ListedClaim[];
  /** Headers by which the columns of official lists are known, spaces left out. */
  readonly listHeaders: ListHeaders;
  readonly codeLists: Readonly<Record<string, readonly CodeItem[]>>;
  readonly zones: readonly ZoneRow[];
}

/** The call's numbers (model §4, choices §7): each cited by rules through `{name}`. Money in fen. */
export interface Parameters {
  readonly zoneLevels: readonly string[];
  readonly minProjects: number;
  readonly zonesPerCity: number;
  /** Different persons of the city's bureau who have a hand in a recommendation: who passes the check does not give it, unless 1. */
  readonly recommendPersons: number;
  readonly zonesPerField: number;
  readonly selectedPerGroup: number;
  readonly provinceCapFen: number;
  /** Zone money ≥ ratio × province money, as whole numbers to stay exact. */
  readonly matchRatio: { readonly zone: number; readonly province: number };
  /** Public money ≤ newTotal × numerator / denominator. */
  readonly publicShare: { readonly numerator: number; readonly denominator: number };
  readonly termMonths: number;
  readonly copies: { readonly plan: number; readonly form: number; readonly letter: number };
  readonly sixOnes: number;
  readonly minJustification: number;
  readonly fieldLevel: number;
  readonly [extra: string]: Json;
}

/** Instants as ISO 8601 with the Asia/Shanghai offset; a day without a time means its end (24:00). */
export interface Instants {
  readonly published: string;
  readonly submitBy: string;
  readonly recommendBy: string;
  readonly paperBy: string;
}

export interface ClauseDef {
  /** `G3.2`. */
  readonly id: string;
  /** As people cite it: 指南三第2条. */
  readonly cite: string;
  readonly title: string;
}

export type Modality = 'must' | 'mustNot' | 'limit' | 'principle' | 'priority' | 'encourage' | 'reference';

/** One 须, 应, 不得, 限, 不少于 … of the guide, in our own words, with what carries it out. */
export interface Duty {
  /** `D012`: stable, shown, linked to. */
  readonly id: string;
  readonly clause: string;
  readonly modality: Modality;
  /**
   * The guide's modal word that this duty stands for (`…` between two that belong together), and how many of its occurrences in the clause it
   * covers: 1 unless told; 0 for a duty that carries on a word which an earlier duty of the clause counts.
   */
  readonly word: string;
  readonly covers?: number;
  /** Who owes it. */
  readonly who: string;
  readonly text: string;
  /** The reading chosen where the guide leaves it open, who settled it, and the ambiguity it answers (A01 …). */
  readonly reading?: { readonly text: string; readonly settledBy: string; readonly ambiguity?: string };
  /** Everything that carries it out. Empty is an error unless `none` says why nothing is needed. */
  readonly carriedBy: readonly DutyLink[];
  readonly none?: string;
}

export type DutyLink =
  | { readonly rule: string }
  /** JSON-pointer-like: `form/cluster/field`, `proposal/money`. */
  | { readonly field: string }
  /** A lifecycle event: `plan.submit`. */
  | { readonly step: string }
  /** Something a named person looks at, at a moment. */
  | { readonly human: string; readonly at: Moment }
  | { readonly parameter: string };

export interface RuleDef {
  readonly id: string;
  readonly clause: string;
  readonly severity: Severity;
  readonly moments: readonly Moment[];
  /** The rule in one line, for the guide page. */
  readonly title: string;
  /** What is wrong, by how much, how to mend it; `{name}` from the check, `{param:minProjects}` from the parameters. No clause in it: the screen adds it. */
  readonly sentence: string;
  /** Exists, but the province has not switched it on (model: M?). */
  readonly off?: true;
  /** Parameters it reads, shown beside it. */
  readonly parameters?: readonly string[];
  /** Duties it carries out. */
  readonly duties?: readonly string[];
  /** How it is judged on a plan's content. Empty where a later stage's lifecycle guard judges it (`guard`). */
  readonly checks: readonly CheckDef[];
  /** Lifecycle event whose guard judges it: `recommendation.recommend`. */
  readonly guard?: string;
  /** For human items: what the named person must look at. */
  readonly look?: string;
}

/**
 * One check: a predicate kind of domain/filing with JSON arguments. Which kinds there are, and their arguments' shapes,
 * is domain/filing/predicates; the loader refuses an unknown kind or a path that the forms do not have.
 */
export interface CheckDef {
  readonly kind: string;
  readonly [argument: string]: Json;
}

export interface OutlineChapter {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly hint?: string;
  readonly sections: readonly { readonly key: string; readonly number: string; readonly title: string; readonly hint: string }[];
}

export interface ProjectEntriesDef {
  /** Heading of the outline under which the entries stand, below what is written there. */
  readonly section: string;
  /** `block.field` of the proposal, a choice of several: projects that chose alike stand together. */
  readonly groupBy: string;
  /** With `{group}`. */
  readonly groupTitle: string;
  /** Title over projects that have chosen nothing. */
  readonly noGroup: string;
  /** With `{n}`, the project's number; else slots as in `sentences`. */
  readonly title: string;
  /** Sentences with slots that the proposal fills (narrative/entry-slots.ts); one whose slot is unfilled is left out. */
  readonly items: readonly { readonly label: string; readonly sentences: readonly string[] }[];
}

export interface CommitmentDef {
  readonly title: string;
  /** With `{industry}`, `{cluster}` to be filled in. */
  readonly opening: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly closing: string;
  readonly signer: string;
  readonly form: FormDef;
}

export interface OpinionDef {
  readonly title: string;
  readonly statements: readonly string[];
}

export interface SealDef {
  readonly key: string;
  readonly title: string;
  readonly signer: 'organiser' | 'zone' | 'city';
}

/** How an item of the formal check is answered from the file itself. `rules` and `proofs`: by what the named rules find in the frozen text. */
export const formalJudges = ['online', 'version', 'projects', 'oneACity', 'rules', 'proofs', 'scan', 'paper', 'copies'] as const;

/** One item of the formal check. Without `auto` a person looks, at what `look` says, and ticks. */
export interface FormalItem {
  readonly key: string;
  readonly clause: string;
  readonly title: string;
  readonly auto?: (typeof formalJudges)[number];
  readonly rules?: readonly string[];
  /** Of an automatic item, by what became of it; slots as its judge fills them. `met` stands where one is missing. */
  readonly evidence?: { readonly met: string; readonly excused?: string; readonly broken?: string; readonly open?: string };
  readonly look?: string;
}

export interface SignOffLevel {
  readonly key: string;
  readonly title: string;
}

export const listKinds = ['hiTech', 'techSme', 'patent'] as const;
export type ListKind = (typeof listKinds)[number];

export type ListColumn = 'name' | 'code' | 'area' | 'number';
export type ListHeaders = Readonly<Record<ListColumn, readonly string[]>>;

/**
 * An answer that an official list confirms or contradicts. `count`: as many companies of the zone stand in it. `company`: the row's yes or no says
 * whether its company does. `number`: the row's patent is in it, and whose it is.
 */
export type ListedClaim =
  | { readonly list: ListKind; readonly count: string }
  | { readonly list: ListKind; readonly table: string; readonly yesNo: string; readonly company: string; readonly code?: string }
  | { readonly list: ListKind; readonly table: string; readonly number: string };

export interface CodeItem {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly parent?: string;
}

export interface ZoneRow {
  readonly name: string;
  readonly level: string;
  readonly cityCode: string;
  readonly countyCode?: string;
  /** Codes of the code list `strategicIndustries`; empty makes R09 unknown (model §7.22). */
  readonly industries: readonly string[];
  readonly industryText?: string;
  readonly sunan: boolean;
  readonly source: string;
  readonly note?: string;
}
