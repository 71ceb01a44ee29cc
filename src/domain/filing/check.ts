import { type Rank, compareRanks, ranker } from '#domain/filing/document-order.ts';
import { answered, noteOf, separateKeys } from '#domain/filing/notes.ts';
import type { Facts, PlanContent } from '#domain/filing/plan.ts';
import { contextOf } from '#domain/filing/predicates/context.ts';
import type { Finding, Judge } from '#domain/filing/predicates/predicate.ts';
import { predicates } from '#domain/filing/predicates/registry.ts';
import { fill } from '#domain/filing/predicates/wording.ts';
import type { Edition, RuleDef } from '#domain/programme/edition.ts';
import { parsePointer } from '#domain/values/pointer.ts';
import type { Moment, Problem, Severity } from '#domain/values/problem.ts';

/**
 * Judges a plan by its edition's rules of a moment and returns every problem, in reading order, heaviest first at one place. It answers
 * whatever the content holds and never throws for it. Browser and server run this same code. `submit` judges what `edit` does, and more.
 */
export function check(edition: Edition, plan: PlanContent, moment: Moment, facts: Facts): readonly Problem[] {
  const { judged, rank } = compiled(edition);
  const context = contextOf(edition, plan, facts);
  const found = judged
    .filter(({ rule }) => isJudgedAt(rule, moment))
    .flatMap(({ rule, sentence, judge }) => Array.from(judge(context), (finding): Found => ({ rule, sentence, finding })));
  const stands = standsAsFiled(facts.asFiled ?? []);
  const problems = separateKeys(mostSpecific(found).map((one) => problemOf(edition, one))).filter((problem) => !stands(problem));
  return problems
    .map((problem) => ({ problem: answered(problem, plan, edition.parameters.minJustification), rank: rank(problem.path) }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank) || weight[a.problem.severity] - weight[b.problem.severity])
    .map(({ problem }) => problem);
}

/** Whether a tick is asked for where nobody can give one: another plan's filing may raise it while this one is being mended. */
function standsAsFiled(projects: readonly number[]): (problem: Problem) => boolean {
  const blocks = projects.map((index) => `/projects/${index}/`);
  return ({ severity, note }) => severity === 'confirm' && note !== undefined && blocks.some((block) => note.block.startsWith(block));
}

const weight: Readonly<Record<Severity, number>> = { must: 0, principle: 1, confirm: 2, human: 3, flag: 4 };

interface Judged {
  readonly rule: RuleDef;
  readonly sentence: string;
  readonly judge: Judge;
}

type Found = Omit<Judged, 'judge'> & { readonly finding: Finding };

const editions = new WeakMap<Edition, { readonly judged: readonly Judged[]; readonly rank: (pointer: string) => Rank }>();

/** An edition's checks with their arguments parsed; once an edition. Throws for a kind that does not exist: the loader refuses it by name. */
function compiled(edition: Edition): { readonly judged: readonly Judged[]; readonly rank: (pointer: string) => Rank } {
  const known = editions.get(edition);
  if (known !== undefined) return known;
  const judged = edition.rules
    .filter((rule) => rule.off !== true)
    .flatMap((rule) =>
      rule.checks.map((definition): Judged => {
        const predicate = predicates.get(definition.kind);
        if (predicate === undefined) throw new Error(`rule ${rule.id}: there is no check "${definition.kind}"`);
        const { sentence } = definition;
        return { rule, sentence: typeof sentence === 'string' ? sentence : rule.sentence, judge: predicate.bind(definition) };
      }),
    );
  const made = { judged, rank: ranker(edition) };
  editions.set(edition, made);
  return made;
}

function isJudgedAt(rule: RuleDef, moment: Moment): boolean {
  return rule.moments.includes(moment) || (moment === 'submit' && rule.moments.includes('edit'));
}

/** That a field is unfilled is said once: a must of its own about it (a yes without its name) speaks for the general one. */
function mostSpecific(found: readonly Found[]): readonly Found[] {
  const spoken = new Set(
    found.filter(({ rule, finding }) => finding.missing === 'specifically' && rule.severity === 'must').map(({ finding }) => finding.path),
  );
  return found.filter(({ finding }) => finding.missing !== 'generally' || !spoken.has(finding.path));
}

function problemOf(edition: Edition, { rule, sentence, finding }: Found): Problem {
  const severity = finding.unknown === true ? 'human' : rule.severity;
  const params = { ...projectOf(finding.path), ...finding.params };
  const wording = severity === 'human' ? (rule.look ?? rule.title) : (finding.sentence ?? sentence);
  const note = noteOf(edition, rule.id, severity, finding);
  return {
    severity,
    clause: rule.clause,
    rule: rule.id,
    path: finding.path,
    message: fill(wording, params, edition),
    ...(finding.also !== undefined && finding.also.length > 0 && { also: finding.also }),
    ...(note && { note }),
    ...(severity === 'human' && { stage: finding.stage ?? 'intake' }),
  };
}

/** A project's number as people count, from 1. */
function projectOf(path: string): Readonly<Record<string, string>> {
  const [document, index] = parsePointer(path) ?? [];
  return document === 'projects' && index !== undefined ? { project: String(Number(index) + 1) } : {};
}
