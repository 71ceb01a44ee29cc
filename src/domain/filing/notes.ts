import { isObject } from '#domain/forms/answers.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Finding } from '#domain/filing/predicates/predicate.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import { formatPointer, parsePointer } from '#domain/values/pointer.ts';
import type { NoteRef, Problem, Severity } from '#domain/values/problem.ts';
import { lengthOf } from '#domain/values/text.ts';

/** Where the filer's answer to a finding is kept; nothing where none is asked. */
export function noteOf(edition: Edition, rule: string, severity: Severity, finding: Finding): NoteRef | undefined {
  if (severity !== 'principle' && severity !== 'confirm') return undefined;
  const block = finding.block ?? blockOf(finding.path) ?? formatPointer(['form', edition.forms.form.blocks[0]?.key ?? '']);
  return { block, key: finding.noteKey === undefined ? rule : `${rule}:${finding.noteKey}` };
}

/** The block that a pointer lies in; a plan-wide place lies in none. */
function blockOf(pointer: string): string | undefined {
  const tokens = parsePointer(pointer) ?? [];
  const depth = tokens[0] === 'projects' ? 3 : 2;
  return tokens.length >= depth ? formatPointer(tokens.slice(0, depth)) : undefined;
}

/**
 * Gives confirm problems that would share a note, as two rows of one company do, a key each: a tick holds one message only. Justifications
 * are shared: one reason answers all that one rule asks in one block.
 */
export function separateKeys(problems: readonly Problem[]): readonly Problem[] {
  const used = new Map<string, number>();
  return problems.map((problem) => {
    if (problem.severity !== 'confirm' || problem.note === undefined) return problem;
    const { block, key } = problem.note;
    const times = (used.get(`${block} ${key}`) ?? 0) + 1;
    used.set(`${block} ${key}`, times);
    return times === 1 ? problem : { ...problem, note: { block, key: `${key}#${times}` } };
  });
}

/** The problem with what the filer answered to it: a reason that is long enough, or a tick on exactly this message. */
export function answered(problem: Problem, plan: PlanContent, minJustification: number): Problem {
  if (problem.note === undefined) return problem;
  const note = noteAt(plan, problem.note);
  if (problem.severity === 'confirm') return note['confirmed'] === problem.message ? { ...problem, confirmed: true } : problem;
  const reason = typeof note['justification'] === 'string' ? note['justification'].trim() : '';
  return lengthOf(reason) >= minJustification ? { ...problem, justification: reason } : problem;
}

function noteAt(plan: PlanContent, { block, key }: NoteRef): { readonly [part: string]: Json } {
  const [document = '', ...rest] = parsePointer(block) ?? [];
  const answers =
    document === 'form' || document === 'commitment' || document === 'outline'
      ? plan[document]
      : document === 'projects'
        ? plan.projects[Number(rest.shift())]
        : undefined;
  const found = [...rest, 'notes', key].reduce<Json | undefined>(
    (value, token) => (isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined),
    answers,
  );
  return isObject(found) ? found : {};
}
