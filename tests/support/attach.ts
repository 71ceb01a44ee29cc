import type { PlanContent } from '#domain/filing/plan.ts';
import { pdf } from '#domain/files/sample-files.test-support.ts';
import type { Answer, Client } from './client.ts';
import { readFile } from './fill-plan.ts';

/** Sends a file as the browser does: `document` is form, commitment, outline or a project's id. */
export function upload(client: Client, plan: string, document: string, path: string, name: string, bytes: Uint8Array, key?: string): Promise<Answer> {
  const query = new URLSearchParams({ path, name });
  const isOfPlan = ['form', 'commitment', 'outline'].includes(document);
  const to = isOfPlan ? `/api/plans/${plan}/documents/${document}/files` : `/api/proposals/${document}/files`;
  return client.send('POST', `${to}?${query}`, { bytes, ...(key === undefined ? {} : { key }) });
}

/** Attaches a small PDF wherever the plan's content names a file; places in projects that do not exist yet are left out. */
export async function attachAll(client: Client, plan: string, content: PlanContent): Promise<void> {
  const { projects } = await readFile(client, plan);
  for (const { path, name } of content.attachments) {
    const [document = '', ...rest] = path.slice(1).split('/');
    const project = document === 'projects' ? projects[Number(rest[0])] : undefined;
    if (document === 'projects' && project === undefined) continue;
    const inside = `/${(project === undefined ? rest : rest.slice(1)).join('/')}`;
    const answer = await upload(client, plan, project?.id ?? document, inside, name, pdf());
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${new TextDecoder().decode(answer.bytes)}`);
  }
}
