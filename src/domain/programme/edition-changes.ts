import type { BlockDef, FieldDef } from '#domain/forms/definition.ts';
import { canonicalJson } from '#domain/values/canonical.ts';
import type { Json } from '#domain/values/json.ts';
import type { Edition, RuleDef } from './edition.ts';
import { type FormName, formOf } from './look-up.ts';

/** One thing that differs between two snapshots of a call. */
export type EditionChange =
  | { readonly kind: 'title'; readonly from: string; readonly to: string }
  | { readonly kind: 'instant'; readonly name: 'submitBy' | 'recommendBy' | 'paperBy'; readonly from: string; readonly to: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly from: Json; readonly to: Json; /** Rules that read it. */ readonly rules: readonly string[] }
  | { readonly kind: 'rule'; readonly id: string; readonly title: string; readonly change: 'added' | 'removed' | 'switchedOn' | 'switchedOff' | 'changed' }
  | { readonly kind: 'field'; readonly path: string; readonly label: string; readonly change: 'added' | 'removed' | 'changed' };

/** Everything that differs, in a fixed order: title, instants, parameters, rules, fields. */
export function editionChanges(before: Edition, after: Edition): readonly EditionChange[] {
  return [
    ...titleChange(before, after),
    ...instantChanges(before, after),
    ...parameterChanges(before, after),
    ...ruleChanges(before, after),
    ...fieldChanges(before, after),
  ];
}

/** Rules whose judgement may differ. */
export function changedRules(changes: readonly EditionChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap((change) => (change.kind === 'rule' ? [change.id] : change.kind === 'parameter' ? change.rules : [])));
}

function* titleChange(before: Edition, after: Edition): Generator<EditionChange> {
  if (before.title !== after.title) yield { kind: 'title', from: before.title, to: after.title };
}

function* instantChanges(before: Edition, after: Edition): Generator<EditionChange> {
  for (const name of ['submitBy', 'recommendBy', 'paperBy'] as const) {
    const [from, to] = [before.instants[name], after.instants[name]];
    if (from !== to) yield { kind: 'instant', name, from, to };
  }
}

function* parameterChanges(before: Edition, after: Edition): Generator<EditionChange> {
  for (const name of new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)])) {
    const [from, to] = [before.parameters[name] ?? null, after.parameters[name] ?? null];
    if (same(from, to)) continue;
    yield { kind: 'parameter', name, from, to, rules: after.rules.filter((rule) => rule.off !== true && readsParameter(rule, name)).map((rule) => rule.id) };
  }
}

/** Named beside the rule, in a sentence of it, or as an argument of a check. */
function readsParameter(rule: RuleDef, name: string): boolean {
  if (rule.parameters?.includes(name) === true) return true;
  const text = JSON.stringify([rule.title, rule.sentence, rule.checks]);
  return text.includes(`{param:${name}}`) || text.includes(`"${name}"`);
}

function* ruleChanges(before: Edition, after: Edition): Generator<EditionChange> {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  for (const rule of after.rules) {
    const was = old.get(rule.id);
    old.delete(rule.id);
    const change = was === undefined ? 'added' : switched(was, rule);
    if (change !== undefined) yield { kind: 'rule', id: rule.id, title: rule.title, change };
  }
  for (const { id, title } of old.values()) yield { kind: 'rule', id, title, change: 'removed' };
}

function switched(was: RuleDef, rule: RuleDef): 'switchedOn' | 'switchedOff' | 'changed' | undefined {
  if (was.off !== rule.off) return rule.off === true ? 'switchedOff' : 'switchedOn';
  return same(was, rule) ? undefined : 'changed';
}

const forms = ['form', 'proposal', 'commitment'] as const satisfies readonly FormName[];

function* fieldChanges(before: Edition, after: Edition): Generator<EditionChange> {
  for (const name of forms) {
    const old = new Map(fieldsOf(before, name));
    for (const [path, field] of fieldsOf(after, name)) {
      const was = old.get(path);
      old.delete(path);
      if (was === undefined) yield { kind: 'field', path, label: field.label, change: 'added' };
      else if (!same(was, field)) yield { kind: 'field', path, label: field.label, change: 'changed' };
    }
    for (const [path, { label }] of old) yield { kind: 'field', path, label, change: 'removed' };
  }
}

function fieldsOf(edition: Edition, name: FormName): readonly (readonly [string, FieldDef])[] {
  return formOf(edition, name).blocks.flatMap((block: BlockDef) => block.fields.map((field) => [`${name}/${block.key}/${field.key}`, field] as const));
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(plain(a)) === canonicalJson(plain(b));
}

/** Without members that are undefined, as they are stored. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
