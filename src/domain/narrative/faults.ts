import { isArray, isObject } from '#domain/forms/answers.ts';
import { areNotes } from '#domain/forms/validate-block.ts';
import { type NodeSpec, isMark, nodes, takesMarks } from '#domain/narrative/schema.ts';
import type { Json, JsonObject } from '#domain/values/json.ts';

/** Why a section cannot be stored, and where: `path` is the pointer within the section. */
export interface NarrativeFault {
  readonly path: string;
  readonly code:
    | 'notADocument'
    | 'unknownNode'
    | 'unknownMark'
    | 'unknownAttribute'
    | 'wrongAttribute'
    | 'misplaced'
    | 'unknownKey'
    | 'wrongShape'
    | 'tooLarge';
}

const MAX_DEPTH = 24;
const MAX_NODES = 50_000;
const MAX_TEXT = 200_000;
/** Faults told at once; more would not help anybody. */
const MAX_TOLD = 20;

interface Left {
  nodes: number;
  text: number;
}

/** Every way in which a section is no storable narrative; none where it may be saved. Its content may still be wrong. */
export function narrativeFaults(section: JsonObject): readonly NarrativeFault[] {
  if (Object.keys(section).length === 0) return [];
  if (section['type'] !== 'doc') return [{ path: '', code: 'notADocument' }];
  const { notes, ...document } = section;
  const found: NarrativeFault[] = notes === undefined || areNotes(notes) ? [] : [{ path: '/notes', code: 'wrongShape' }];
  for (const fault of nodeFaults(document, '', MAX_DEPTH, { nodes: MAX_NODES, text: MAX_TEXT })) {
    found.push(fault);
    if (found.length === MAX_TOLD || fault.code === 'tooLarge') break;
  }
  return found;
}

function* nodeFaults(node: Json, path: string, depth: number, left: Left): Generator<NarrativeFault> {
  if (!isObject(node)) return yield { path, code: 'wrongShape' };
  if (depth === 0 || --left.nodes < 0) return yield { path, code: 'tooLarge' };
  const { type } = node;
  const spec = typeof type === 'string' ? nodes.get(type) : undefined;
  if (spec === undefined) return yield { path, code: 'unknownNode' };
  yield* keyFaults(node, path);
  yield* attributeFaults(node, spec, path);
  if (node['marks'] !== undefined) yield* markFaults(node['marks'], path);
  if (type === 'text') return yield* textFaults(node['text'], path, left);
  yield* childFaults(node['content'] ?? [], spec, path, depth, left);
}

function* keyFaults(node: JsonObject, path: string): Generator<NarrativeFault> {
  const { type } = node;
  for (const key of Object.keys(node)) {
    const known = key === 'type' || key === 'attrs' || (key === 'marks' && takesMarks(type)) || (type === 'text' ? key === 'text' : key === 'content');
    if (!known) yield { path: `${path}/${key}`, code: 'unknownKey' };
  }
}

function* attributeFaults(node: JsonObject, { attrs = {} }: NodeSpec, path: string): Generator<NarrativeFault> {
  const given = node['attrs'] ?? {};
  if (!isObject(given)) return yield { path: `${path}/attrs`, code: 'wrongShape' };
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(attrs, key)) yield { path: `${path}/attrs/${key}`, code: 'unknownAttribute' };
  }
  for (const [key, spec] of Object.entries(attrs)) {
    const value = given[key] ?? spec.default;
    if (value === undefined || !spec.fits(value)) yield { path: `${path}/attrs/${key}`, code: 'wrongAttribute' };
  }
}

function* markFaults(marks: Json, path: string): Generator<NarrativeFault> {
  if (!isArray(marks)) return yield { path: `${path}/marks`, code: 'wrongShape' };
  for (const [index, mark] of marks.entries()) {
    const plain = isObject(mark) && isMark(mark['type']) && Object.keys(mark).every((key) => key === 'type');
    if (!plain) yield { path: `${path}/marks/${index}`, code: 'unknownMark' };
  }
}

function* textFaults(text: Json | undefined, path: string, left: Left): Generator<NarrativeFault> {
  if (typeof text !== 'string' || text === '') return yield { path, code: 'wrongShape' };
  if ((left.text -= text.length) < 0) yield { path, code: 'tooLarge' };
}

function* childFaults(content: Json, spec: NodeSpec, path: string, depth: number, left: Left): Generator<NarrativeFault> {
  if (!isArray(content)) return yield { path: `${path}/content`, code: 'wrongShape' };
  if (content.length < (spec.least ?? 0)) yield { path, code: 'wrongShape' };
  for (const [index, child] of content.entries()) {
    const at = `${path}/content/${index}`;
    const type = isObject(child) ? child['type'] : undefined;
    const fits = spec.children?.some((allowed) => allowed === type) === true && (index > 0 || spec.first === undefined || spec.first === type);
    if (typeof type === 'string' && nodes.has(type) && !fits) yield { path: at, code: 'misplaced' };
    else yield* nodeFaults(child, at, depth - 1, left);
  }
}
