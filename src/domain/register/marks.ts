import { rowsOf } from '#domain/forms/answers.ts';
import type { Answers, BlockAnswers } from '#domain/forms/definition.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Edition, ListedClaim, ListKind } from '#domain/programme/edition.ts';
import { splitPath } from '#domain/programme/look-up.ts';
import type { Json } from '#domain/values/json.ts';
import { patentKey, plainName } from './list-rows.ts';

/** What the newest official list of a kind says, as far as a plan asks. */
export interface ListFacts {
  readonly asOf: string;
  readonly source: string;
  /** Companies of the zone in it; null where the list does not say where they lie. */
  readonly inZone: number | null;
  /** Names and codes that were asked for and stand in it. */
  readonly names: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  /** Holder of each patent that was asked for and stands in it. */
  readonly holders: ReadonlyMap<string, string>;
}

/** confirmed: the list says so too; contradicted: it says otherwise; unknown: there is no list, or it does not say. */
export interface Mark {
  /** Pointer of the answer. */
  readonly path: string;
  readonly mark: 'confirmed' | 'contradicted' | 'unknown';
  readonly list: ListKind;
  readonly asOf: string | null;
  readonly source: string | null;
  /** Of a count: what the list counts. */
  readonly counted: number | null;
  /** Of a patent: whose it is. */
  readonly holder: string | null;
}

/** What must be looked up in lists to mark a plan. */
export interface MarkQuestions {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly numbers: readonly string[];
}

interface Claimed {
  readonly claim: ListedClaim;
  readonly path: string;
  readonly value: Json;
  readonly name?: string;
  readonly code?: string;
}

export function markQuestions(edition: Edition, plan: PlanContent): MarkQuestions {
  const all = claimedIn(edition, plan);
  return {
    names: [...new Set(all.flatMap(({ name }) => (name === undefined ? [] : [name])))],
    codes: [...new Set(all.flatMap(({ code }) => (code === undefined ? [] : [code])))],
    numbers: [...new Set(all.flatMap(({ claim, value }) => ('number' in claim && typeof value === 'string' ? [patentKey(value) ?? ''] : [])))],
  };
}

/** A mark beside every answer that an official list can speak of. An unfilled answer claims nothing. */
export function marksOf(edition: Edition, plan: PlanContent, lists: Readonly<Partial<Record<ListKind, ListFacts>>>): readonly Mark[] {
  return claimedIn(edition, plan).map((claimed) => {
    const list = lists[claimed.claim.list];
    const { mark, counted = null, holder = null } = list === undefined ? { mark: 'unknown' as const } : judge(claimed, list);
    return { path: claimed.path, mark, list: claimed.claim.list, asOf: list?.asOf ?? null, source: list?.source ?? null, counted, holder };
  });
}

function judge({ claim, value, name = '', code }: Claimed, list: ListFacts): Pick<Mark, 'mark'> & { counted?: number | null; holder?: string } {
  if ('count' in claim) {
    if (list.inZone === null || typeof value !== 'number') return { mark: 'unknown' };
    return { mark: value === list.inZone ? 'confirmed' : 'contradicted', counted: list.inZone };
  }
  if ('number' in claim) {
    const holder = list.holders.get(patentKey(String(value)) ?? '');
    return holder === undefined ? { mark: 'contradicted' } : { mark: 'confirmed', holder };
  }
  const isListed = list.names.has(name) || (code !== undefined && list.codes.has(code));
  return { mark: isListed === value ? 'confirmed' : 'contradicted' };
}

function claimedIn(edition: Edition, plan: PlanContent): readonly Claimed[] {
  return edition.listed.flatMap((claim): readonly Claimed[] => {
    const { form, path } = splitPath('count' in claim ? claim.count : claim.table);
    const [block = '', field = ''] = path.split('.');
    return sheets(plan, form).flatMap(({ answers, base }): readonly Claimed[] => {
      const at = `${base}/${block}/${field}`;
      const own: BlockAnswers = answers[block] ?? {};
      if ('count' in claim) return typeof own[field] === 'number' ? [{ claim, path: at, value: own[field] }] : [];
      return rowsOf(own[field]).flatMap((row, index) => rowClaim(claim, row, `${at}/${index}`));
    });
  });
}

function rowClaim(claim: Exclude<ListedClaim, { count: string }>, row: { readonly [key: string]: Json }, at: string): readonly Claimed[] {
  if ('number' in claim) {
    const value = row[claim.number];
    return typeof value === 'string' && value.trim() !== '' ? [{ claim, path: `${at}/${claim.number}`, value }] : [];
  }
  const [value, company, code] = [row[claim.yesNo], row[claim.company], claim.code === undefined ? undefined : row[claim.code]];
  if (typeof value !== 'boolean' || typeof company !== 'string' || company.trim() === '') return [];
  return [{ claim, path: `${at}/${claim.yesNo}`, value, name: plainName(company), ...(typeof code === 'string' && code !== '' && { code }) }];
}

function sheets(plan: PlanContent, form: 'form' | 'proposal' | 'commitment'): readonly { readonly answers: Answers; readonly base: string }[] {
  if (form === 'proposal') return plan.projects.map((answers, index) => ({ answers, base: `/projects/${index}` }));
  return [{ answers: plan[form], base: `/${form}` }];
}
