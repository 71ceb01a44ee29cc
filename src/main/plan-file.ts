import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Answers } from '#domain/forms/definition.ts';
import type { Edition } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';
import { formatPointer } from '#domain/values/pointer.ts';
import { isStorable } from '#http/storable.ts';
import { saveable, type DocumentName } from '#usecases/plan-documents.ts';
import { cli } from '#web/messages/cli.ts';
import { readEdition } from './editions.ts';
import { Sentence } from './sentence.ts';

const block = z.record(z.string(), z.json());
const answers = z.record(z.string(), block);
const planSchema = z.strictObject({
  edition: z.string(),
  call: z.string(),
  zone: z.string(),
  city: z.string(),
  form: answers,
  outline: answers,
  commitment: answers,
  projects: z.array(answers),
  attachments: z.array(
    z.object({
      path: z.string(),
      name: z.string(),
      id: z.string().exactOptional(),
      digest: z.string().exactOptional(),
      size: z.number().exactOptional(),
      mediaType: z.string().exactOptional(),
    }),
  ),
});

export interface PlanFile {
  readonly edition: Edition;
  readonly plan: PlanContent;
}

/** Reads a plan.json as its edition (or `editionId`) understands it; anything else is told in one sentence with exit code 2. */
export async function readPlanFile(file: string, editionId?: string): Promise<PlanFile> {
  const shaped = planSchema.safeParse(await readJson(file));
  if (!shaped.success) throw new Sentence(cli.wrongShape(file, formatPointer((shaped.error.issues[0]?.path ?? []).map(String))), 2);
  const raw = shaped.data;
  const edition = await readEdition(editionId ?? raw.edition);
  return { edition, plan: shapedFor(edition, raw, (at) => new Sentence(cli.wrongShape(file, at), 2)) };
}

/** What has the shape of a plan, as `verify package` finds it; throws a sentence for what has not. */
export function planOf(value: unknown): PlanContent {
  const shaped = planSchema.safeParse(isStorable(value) ? value : undefined);
  if (!shaped.success) throw new Sentence(cli.wrongShape('plan.json', formatPointer((shaped.error.issues[0]?.path ?? []).map(String))), 2);
  return shaped.data;
}

/** The plan as it would be stored. Throws what `fault` makes of the first place that the edition has no use for. */
export function shapedFor(edition: Edition, raw: PlanContent, fault: (at: string) => Error): PlanContent {
  const document = (name: DocumentName, at: readonly string[], blocks: Answers): Answers =>
    Object.fromEntries(
      Object.entries(blocks).map(([key, value]) => {
        const definition = saveable(edition, name, key);
        const wrong = definition === undefined ? '' : definition.faults(value)[0]?.path;
        if (definition === undefined || wrong !== undefined) throw fault(formatPointer([...at, key]) + (wrong ?? ''));
        return [key, definition.stored(value)];
      }),
    );
  return {
    ...raw,
    form: document('form', ['form'], raw.form),
    outline: document('outline', ['outline'], raw.outline),
    commitment: document('commitment', ['commitment'], raw.commitment),
    projects: raw.projects.map((project, index) => document('project', ['projects', String(index)], project)),
  };
}

async function readJson(file: string): Promise<Json> {
  const bytes = await readFile(file).catch(() => {
    throw new Sentence(cli.unreadable(file), 2);
  });
  const value = parsed(bytes);
  if (value === undefined) throw new Sentence(cli.notJson(file), 2);
  // Asked first: nesting without end would exhaust the stack of what reads on.
  if (!isStorable(value)) throw new Sentence(cli.wrongShape(file, ''), 2);
  return value;
}

/** Undefined for what is not JSON in UTF-8, with or without a byte order mark. */
function parsed(bytes: Uint8Array): Json | undefined {
  try {
    const value: Json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return value;
  } catch {
    return undefined;
  }
}
