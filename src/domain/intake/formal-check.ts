import type { Copies } from '#domain/filing/intake.ts';
import { fill } from '#domain/filing/predicates/wording.ts';
import type { Edition, FormalItem } from '#domain/programme/edition.ts';
import { formatDeadline } from '#domain/values/instant.ts';
import { isSettled, type Problem } from '#domain/values/problem.ts';
import { missingCopies, countedPapers } from './copies.ts';
import { instantText } from './wording.ts';

/** What became of an item. excused: broken, with a reason that travels with the file. */
export type FormalResult = 'met' | 'excused' | 'broken' | 'open';

export interface FormalAnswer {
  readonly [key: string]: string | boolean | readonly string[] | undefined;
  readonly item: string;
  readonly clause: string;
  readonly title: string;
  /** Answered from the file itself, and from nothing else. */
  readonly auto: boolean;
  readonly result: FormalResult;
  /** Why, in one line; of a human item what must be looked at. */
  readonly evidence: string;
  /** Every problem that it names. */
  readonly lines: readonly string[];
  /** What the person wrote who looked, who that was, and when. */
  readonly note?: string;
  readonly by?: string;
  readonly at?: string;
}

/** How a scan of the sealed papers stands. */
export type ScanStanding = 'none' | 'reading' | 'failed' | 'faulty' | 'ok';

/** What a person found out, by item. */
export interface Looked {
  readonly result: 'met' | 'broken' | 'open';
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

/** Everything that the automatic items are answered from. Instants are ISO 8601. */
export interface FormalFacts {
  /** When the recommended version was filed, and when the city recommended it. */
  readonly filedAt: string;
  readonly submitBy: string;
  readonly recommendedAt: string | undefined;
  readonly recommendBy: string;
  /** Version in force, and the one that the city stands by. */
  readonly version: number;
  readonly confirmed: number | undefined;
  readonly city: string;
  /** Zones that the city recommends in this call, by name. */
  readonly recommendedZones: readonly string[];
  /** The projects of the version that are not struck out, and those of them without a proposal. */
  readonly projects: number;
  readonly withoutProposal: readonly string[];
  /** What check() finds in the frozen text. */
  readonly problems: readonly Problem[];
  /** Files that were filed, and the names of those of which only the name was. */
  readonly proofs: { readonly files: number; readonly missing: readonly string[] };
  /** Its pages, and those of them that a person named because no code could be read. */
  readonly scan: { readonly standing: ScanStanding; readonly pages: number; readonly told: number };
  /** Copies of the version in force that were received, and the stamp of the first. */
  readonly received: Copies;
  readonly stampedAt: string | undefined;
  readonly paperBy: string;
}

type Verdict = { readonly result: FormalResult; readonly slots: Readonly<Record<string, string>>; readonly lines?: readonly string[] };

const judges: Readonly<Record<NonNullable<FormalItem['auto']>, (edition: Edition, facts: FormalFacts, item: FormalItem) => Verdict>> = {
  online: (_, facts) => ({
    result:
      isEarlier(facts.filedAt, facts.submitBy) && facts.recommendedAt !== undefined && isEarlier(facts.recommendedAt, facts.recommendBy) ? 'met' : 'broken',
    slots: {
      filedAt: instantText(facts.filedAt),
      submitBy: deadline(facts.submitBy),
      recommendedAt: facts.recommendedAt === undefined ? '' : instantText(facts.recommendedAt),
      recommendBy: deadline(facts.recommendBy),
    },
  }),
  version: (_, { version, confirmed }) => ({
    result: confirmed === version ? 'met' : confirmed === undefined ? 'broken' : 'open',
    slots: { version: String(version), confirmed: String(confirmed ?? '') },
  }),
  projects: ({ parameters }, { projects, withoutProposal }) => ({
    result: projects >= parameters.minProjects && withoutProposal.length === 0 ? 'met' : 'broken',
    slots: { n: String(projects), min: String(parameters.minProjects), missing: String(withoutProposal.length) },
    lines: withoutProposal,
  }),
  oneACity: ({ parameters }, { recommendedZones, city }) => ({
    result: recommendedZones.length === 0 ? 'broken' : recommendedZones.length <= parameters.zonesPerCity ? 'met' : 'broken',
    slots: { city, n: String(recommendedZones.length), zones: recommendedZones.join('\u3001') },
  }),
  rules: (_, { problems, projects }, item) => {
    const of = problems.filter((problem) => item.rules?.includes(problem.rule) === true && (problem.severity === 'must' || problem.severity === 'principle'));
    const open = of.filter((problem) => !isSettled(problem));
    const result = open.length > 0 ? 'broken' : of.length > 0 ? 'excused' : 'met';
    return { result, slots: { n: String(of.length), open: String(open.length), projects: String(projects) }, lines: of.map((problem) => problem.message) };
  },
  // What was only named, and what the filer did not tick as right, is missing; a tick lets the rest through, and is shown.
  proofs: (_, { proofs, problems }, item) => {
    const of = problems.filter((problem) => item.rules?.includes(problem.rule) === true);
    const missing = [...proofs.missing, ...of.filter((problem) => !isSettled(problem)).map((problem) => problem.message)];
    const result = missing.length > 0 ? 'broken' : of.length > 0 ? 'excused' : 'met';
    return {
      result,
      slots: { files: String(proofs.files), missing: String(missing.length), n: String(of.length) },
      lines: [...proofs.missing, ...of.map((problem) => problem.message)],
    };
  },
  scan: (_, { scan: { standing, pages, told } }) => ({
    result: standing === 'ok' ? 'met' : standing === 'faulty' || standing === 'failed' ? 'broken' : 'open',
    slots: { pages: String(pages), told: String(told) },
  }),
  paper: (_, { stampedAt, paperBy }) => ({
    result: stampedAt === undefined ? 'open' : isEarlier(stampedAt, paperBy) ? 'met' : 'broken',
    slots: { stampedAt: stampedAt === undefined ? '' : instantText(stampedAt), paperBy: deadline(paperBy) },
  }),
  copies: ({ parameters }, { received }) => {
    const missing = missingCopies(parameters.copies, received);
    const short = countedPapers.filter((paper) => missing[paper] > 0);
    const counts = Object.fromEntries(countedPapers.map((paper) => [paper, String(received[paper])]));
    return { result: short.length === 0 ? 'met' : 'open', slots: counts };
  },
};

/**
 * The formal check of a file: the edition's items in its order, then one for each rule that the file alone cannot answer (a fact is missing,
 * model §4). Automatic items are answered from the facts, whatever anybody ticks; human items are open until somebody has looked.
 */
export function formalCheck(edition: Edition, facts: FormalFacts, looked: ReadonlyMap<string, Looked>): readonly FormalAnswer[] {
  return [
    ...edition.formalItems.map((item) => (item.auto === undefined ? human(edition, item, looked) : automatic(edition, item, facts))),
    ...unknown(facts, looked),
  ];
}

/** Whether nothing stands in the way of admitting it (guard `complete`). */
export function isComplete(answers: readonly FormalAnswer[]): boolean {
  return answers.every((answer) => answer.result === 'met' || answer.result === 'excused');
}

/** Items that a person answers: the edition's, and the rules that the file alone cannot answer. */
export function isHuman(answers: readonly FormalAnswer[], item: string): boolean {
  return answers.some((answer) => answer.item === item && !answer.auto);
}

function automatic(edition: Edition, item: FormalItem, facts: FormalFacts): FormalAnswer {
  const judge = judges[item.auto ?? 'online'];
  const { result, slots, lines = [] } = judge(edition, facts, item);
  const words = item.evidence?.[result] ?? item.evidence?.met ?? item.title;
  return { ...head(edition, item), auto: true, result, evidence: fill(words, slots, edition), lines };
}

function human(edition: Edition, item: FormalItem, looked: ReadonlyMap<string, Looked>): FormalAnswer {
  return { ...head(edition, item), auto: false, ...seen(looked.get(item.key)), evidence: item.look ?? '', lines: [] };
}

function unknown({ problems }: FormalFacts, looked: ReadonlyMap<string, Looked>): readonly FormalAnswer[] {
  const byRule = Map.groupBy(
    problems.filter((problem) => problem.severity === 'human' && problem.stage === 'intake'),
    (problem) => problem.rule,
  );
  return [...byRule].flatMap(([rule, found]) => {
    const [first] = found;
    if (first === undefined) return [];
    return { item: rule, clause: first.clause, title: first.message, auto: false, ...seen(looked.get(rule)), evidence: '', lines: [] };
  });
}

function head(edition: Edition, { key, clause, title }: FormalItem): Pick<FormalAnswer, 'item' | 'clause' | 'title'> {
  return { item: key, clause, title: fill(title, {}, edition) };
}

function seen(looked: Looked | undefined): Pick<FormalAnswer, 'result' | 'note' | 'by' | 'at'> {
  if (looked === undefined) return { result: 'open' };
  return { result: looked.result, note: looked.note, by: looked.by, at: looked.at };
}

function isEarlier(a: string, b: string): boolean {
  return Date.parse(a) < Date.parse(b);
}

function deadline(instant: string): string {
  return formatDeadline(Date.parse(instant));
}
