import { findFile } from '#db/files.ts';
import type { Db } from '#db/pool.ts';
import type { FlowImage } from '#documents/render/flow/flow.ts';
import type { PlanContent } from '#domain/filing/plan.ts';

const formats: Readonly<Record<string, FlowImage['format']>> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** The pictures among a plan's files, by their id: what its narrative may show. */
export async function narrativeImages(db: Db, { attachments }: PlanContent): Promise<ReadonlyMap<string, FlowImage>> {
  const images = new Map<string, FlowImage>();
  for (const { path, id, digest, mediaType = '' } of attachments) {
    const format = formats[mediaType];
    if (!path.startsWith('/outline') || id === undefined || digest === undefined || format === undefined) continue;
    const file = await findFile(db, digest);
    if (file !== undefined) images.set(id, { digest, format, bytes: file.bytes });
  }
  return images;
}
