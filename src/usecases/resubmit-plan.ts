import { currentMending } from '#db/mendings.ts';
import type { Db } from '#db/pool.ts';
import { placesNotNamed } from '#domain/filing/mending.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { filedText } from './filed-text.ts';
import type { LivePlan } from './load-plan.ts';

/** Refuses a mended plan that differs from the version that was sent back outside the named parts (R43), or where only paper is missing. */
export async function refuseBeyondMending(db: Db, { plan, edition, content, projects }: LivePlan): Promise<void> {
  const mending = await currentMending(db, plan.id);
  if (mending === undefined || mending.parts.length === 0) throw new Refusal('wrongState');
  const now = { content, projects: projects.map(({ id }) => id) };
  const places = placesNotNamed(edition, await filedText(db, plan, mending.n), now, mending.parts);
  if (places.length > 0) throw new Refusal('partsNotNamed', { places: [...places] });
}
