import { isObject } from '#domain/forms/answers.ts';
import type { Answers, BlockAnswers } from '#domain/forms/definition.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Note, Problem } from '#domain/values/problem.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { parsePointer } from '#domain/values/pointer.ts';
import type { Client } from './client.ts';

/** A plan's file as far as filling it in needs. */
export interface File {
  readonly state: string;
  readonly number: string;
  readonly may: readonly string[];
  readonly documents: Readonly<Record<'form' | 'commitment' | 'outline', Readonly<Record<string, Block>>>>;
  readonly projects: readonly { readonly id: string; readonly number: string; readonly blocks: Readonly<Record<string, Block>> }[];
}

interface Block {
  readonly answers: BlockAnswers;
  readonly version: number;
}

export async function readFile(client: Client, plan: string): Promise<File> {
  return (await client.get(`/api/plans/${plan}`)).json<File>();
}

/** Saves every block of a document that was never saved. */
export async function fillDocument(client: Client, plan: string, document: string, blocks: Answers | Readonly<Record<string, JsonObject>>): Promise<void> {
  await Promise.all(
    Object.entries(blocks).map(async ([block, answers]) => {
      const saved = await client.send('PUT', blockPath(plan, document, block), { body: { base: 0, answers } });
      if (saved.status !== 200) throw new Error(`${document}/${block}: ${saved.status} ${new TextDecoder().decode(saved.bytes).slice(0, 300)}`);
    }),
  );
}

/** Adds these projects, in order. */
export async function fillProjects(client: Client, plan: string, projects: readonly Answers[]): Promise<void> {
  for (const project of projects) {
    const { id } = (await client.send('POST', `/api/plans/${plan}/projects`, { body: {} })).json<{ id: string }>();
    await fillDocument(client, plan, id, project);
  }
}

/** Types in a whole plan, with as many of its projects as are asked for. */
export async function fillPlan(client: Client, plan: string, content: PlanContent, projects = content.projects.length): Promise<void> {
  await fillDocument(client, plan, 'form', content.form);
  await fillDocument(client, plan, 'commitment', content.commitment);
  await fillDocument(client, plan, 'outline', content.outline);
  await fillProjects(client, plan, content.projects.slice(0, projects));
}

/** Answers every principle with a reason and ticks every confirmation, as a filer would. */
export async function settle(client: Client, plan: string): Promise<void> {
  const problems = (await client.get(`/api/plans/${plan}/problems`)).json<Problem[]>();
  const file = await readFile(client, plan);
  const notes = new Map<string, Record<string, Note>>();
  for (const { note, severity, message } of problems) {
    if (note === undefined) continue;
    const block = notes.get(note.block) ?? {};
    block[note.key] = severity === 'confirm' ? { confirmed: message } : { justification: '本项目投入强度大、带动面广，'.repeat(8) };
    notes.set(note.block, block);
  }
  for (const [pointer, added] of notes) {
    const { document, block, standing } = placeOf(file, pointer);
    const before = standing.answers['notes'];
    const answers = { ...standing.answers, notes: { ...(isObject(before) ? before : {}), ...added } };
    await client.send('PUT', blockPath(plan, document, block), { body: { base: standing.version, answers } });
  }
}

/** Where a block's pointer leads: `/projects/0/money` is a block of the first project. */
function placeOf(file: File, pointer: string): { document: string; block: string; standing: Block } {
  const [document = '', second = '', third = ''] = parsePointer(pointer) ?? [];
  if (document === 'projects') {
    const project = file.projects[Number(second)];
    return { document: project?.id ?? '', block: third, standing: project?.blocks[third] ?? empty };
  }
  const blocks = file.documents[document as 'form' | 'commitment' | 'outline'];
  return { document, block: second, standing: blocks[second] ?? empty };
}

const empty: Block = { answers: {}, version: 0 };

/** Where a block is saved: `document` is form, commitment, outline or a project's id. */
export function blockPath(plan: string, document: string, block: string): string {
  const ofPlan = document === 'form' || document === 'commitment' || document === 'outline';
  return ofPlan ? `/api/plans/${plan}/documents/${document}/blocks/${block}` : `/api/proposals/${document}/blocks/${block}`;
}
