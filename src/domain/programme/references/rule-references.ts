import { predicateArguments } from '#domain/filing/predicates/registry.ts';
import { isArray, isObject } from '#domain/forms/answers.ts';
import { formatPointer } from '#domain/values/pointer.ts';
import type { Json } from '#domain/values/json.ts';
import type { CheckDef, Edition, RuleDef } from '../edition.ts';
import { columnAt, fieldAt, splitPath } from '../look-up.ts';
import { isStep } from '../steps.ts';
import type { Report } from './fault-list.ts';
import { reportTwice } from './fault-list.ts';

/** Arguments of a check that hold one path or several, `block.field` (see `splitPath`). */
const pathArguments = 'path paths parts whole limit when of as also code company parties location division province zone newTotal otherLocal'.split(' ');
/** Arguments that hold the path of a table or of several. */
const tableArguments = ['table', 'tables'];
/** Arguments that hold a column of the check's `table`. */
const columnArguments = ['column', 'small', 'large'];
/** Arguments that hold the name of a parameter. */
const parameterArguments = ['parameter', 'min', 'max'];
/** Arguments that hold values which the check's field must be able to have. */
const valueArguments = ['values', 'anyOf'];

export function checkRules(edition: Edition, report: Report): void {
  reportTwice(
    edition.rules.map((rule) => rule.id),
    (index) => `/rules/${index}/id`,
    'rule',
    report,
  );
  for (const [index, rule] of edition.rules.entries()) checkRule(edition, rule, `/rules/${index}`, report);
}

function checkRule(edition: Edition, rule: RuleDef, at: string, report: Report): void {
  if (!edition.clauses.some((clause) => clause.id === rule.clause)) report(`${at}/clause`, `there is no clause "${rule.clause}"`);
  if (rule.checks.length === 0 && rule.guard === undefined) report(`${at}/checks`, `rule ${rule.id} is judged by no check and by no step`);
  if (rule.severity === 'human' && rule.look === undefined) report(`${at}/look`, `rule ${rule.id} does not say what is to be looked at`);
  if (rule.guard !== undefined && !isStep(rule.guard)) report(`${at}/guard`, `there is no step "${rule.guard}"`);
  for (const [index, name] of (rule.parameters ?? []).entries()) {
    if (!(name in edition.parameters)) report(`${at}/parameters/${index}`, `there is no parameter "${name}"`);
  }
  for (const [index, id] of (rule.duties ?? []).entries()) {
    const duty = edition.duties.find((candidate) => candidate.id === id);
    if (duty === undefined) report(`${at}/duties/${index}`, `there is no duty "${id}"`);
    else if (!duty.carriedBy.some((link) => 'rule' in link && link.rule === rule.id))
      report(`${at}/duties/${index}`, `duty ${id} does not name rule ${rule.id}`);
  }
  for (const name of ['title', 'sentence', 'look'] as const) checkSentences(edition, rule[name], `${at}/${name}`, report);
  for (const [index, check] of rule.checks.entries()) checkCheck(edition, check, `${at}/checks/${index}`, report);
}

/** Every `{param:name}` in a text, or in the texts of a check's arguments however deep, names a parameter. */
function checkSentences(edition: Edition, value: Json | undefined, at: string, report: Report): void {
  if (typeof value === 'string') {
    for (const [, name = ''] of value.matchAll(/\{param:([^}]*)\}/g)) {
      if (!(name in edition.parameters)) report(at, `there is no parameter "${name}"`);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) checkSentences(edition, item, `${at}/${key}`, report);
  }
}

function checkCheck(edition: Edition, check: CheckDef, at: string, report: Report): void {
  const shape = Object.hasOwn(predicateArguments, check.kind) ? predicateArguments[check.kind] : undefined;
  if (shape === undefined) return report(`${at}/kind`, `there is no kind of check "${check.kind}"`);
  for (const issue of shape.safeParse(check).error?.issues ?? []) report(`${at}${formatPointer(issue.path.map(String))}`, issue.message);
  for (const name of pathArguments) {
    for (const [where, path] of textsOf(check[name], `${at}/${name}`)) {
      if (!hasField(edition, path)) report(where, `there is no field "${path}"`);
    }
  }
  const { figures } = check;
  for (const [position, figure] of (isArray(figures) ? figures : []).entries()) {
    const path = isObject(figure) ? figure['path'] : undefined;
    if (typeof path === 'string' && !hasField(edition, path)) report(`${at}/figures/${position}/path`, `there is no field "${path}"`);
  }
  for (const name of tableArguments) {
    for (const [where, path] of textsOf(check[name], `${at}/${name}`)) {
      const { form, path: within } = splitPath(path);
      if (fieldAt(edition, form, within)?.kind !== 'table') report(where, `there is no table "${path}"`);
    }
  }
  const table = check['table'];
  for (const name of columnArguments) {
    const column = check[name];
    if (typeof table === 'string' && typeof column === 'string' && !hasColumn(edition, table, column))
      report(`${at}/${name}`, `"${table}" has no column "${column}"`);
  }
  for (const name of parameterArguments) {
    const parameter = check[name];
    if (typeof parameter === 'string' && !(parameter in edition.parameters)) report(`${at}/${name}`, `there is no parameter "${parameter}"`);
  }
  for (const [index, item] of (Array.isArray(check['items']) ? check['items'] : []).entries()) {
    const path: unknown = typeof item === 'object' && item !== null && 'path' in item ? item.path : undefined;
    if (typeof path === 'string' && !hasField(edition, path)) report(`${at}/items/${index}/path`, `there is no field "${path}"`);
  }
  checkValues(edition, check, at, report);
  checkSentences(edition, check, at, report);
}

/** A value that its field never has would make a rule that can never hold. */
function checkValues(edition: Edition, check: CheckDef, at: string, report: Report): void {
  const { path, table, column } = check;
  const field =
    typeof table === 'string' && typeof column === 'string'
      ? columnAt(edition, splitPath(table).form, splitPath(table).path, column)
      : typeof path === 'string'
        ? fieldAt(edition, splitPath(path).form, splitPath(path).path)
        : undefined;
  if (field?.kind !== 'choice' && field?.kind !== 'choices') return;
  for (const name of valueArguments) {
    for (const [where, value] of textsOf(check[name], `${at}/${name}`)) {
      if (!field.options.includes(value)) report(where, `"${value}" is no option of "${field.key}"`);
    }
  }
}

function hasField(edition: Edition, path: string): boolean {
  const { form, path: within } = splitPath(path);
  return fieldAt(edition, form, within) !== undefined;
}

function hasColumn(edition: Edition, table: string, column: string): boolean {
  const { form, path } = splitPath(table);
  return columnAt(edition, form, path, column) !== undefined;
}

/** The strings of an argument that is one string or a list of them, each with its pointer. */
function textsOf(argument: Json | undefined, at: string): readonly (readonly [where: string, text: string])[] {
  if (typeof argument === 'string') return [[at, argument]];
  if (!Array.isArray(argument)) return [];
  return argument.flatMap((item: Json, index) => (typeof item === 'string' ? [[`${at}/${index}`, item] as const] : []));
}
