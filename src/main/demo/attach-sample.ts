import { readFile } from 'node:fs/promises';
import { insertAttachment } from '#db/attachments.ts';
import { keepFile } from '#db/files.ts';
import type { Tx } from '#db/pool.ts';
import { listProjects } from '#db/projects.ts';
import { judgeFile } from '#domain/files/judge-file.ts';
import type { AttachedFile } from '#domain/filing/plan.ts';

const folder = new URL('../../../programmes/jiangsu-2022/sample/files/', import.meta.url);
const limits = { bytes: 1_048_576, kinds: ['pdf'] };

/** Gives each proof that the sample names its demonstration paper: `/form/policy/fund` is the file `form-policy-fund.pdf`. */
export async function attachSample(tx: Tx, planId: string, files: readonly AttachedFile[], uploadedBy: string): Promise<void> {
  const projects = await listProjects(tx, planId);
  for (const { path, name } of files) {
    const bytes = await readFile(new URL(`${path.slice(1).replaceAll('/', '-')}.pdf`, folder));
    const good = judgeFile(bytes, name, limits);
    if ('fault' in good) throw new Error(`the demonstration's file for ${path} is refused: ${good.fault}`);
    const [document = '', index = ''] = path.slice(1).split('/');
    const project = document === 'projects' ? projects[Number(index)] : undefined;
    await insertAttachment(tx, {
      planId,
      document: project?.id ?? document,
      path: path.slice(document.length + 1 + (project === undefined ? 0 : index.length + 1)),
      name: good.name,
      digest: await keepFile(tx, good.mediaType, bytes),
      mediaType: good.mediaType,
      size: bytes.length,
      pages: good.pages,
      uploadedBy,
      scan: 'unscanned',
    });
  }
}
