import { placeOf } from '#web/progress/place.ts';
import type { Shared } from './together-context.ts';

/** What a place of the document is called: the field, or the block, or the document as a whole. */
export function placeName({ edition, store }: Pick<Shared, 'edition' | 'store'>, block: string | undefined, path = ''): string {
  if (block === undefined) return store.form.title;
  const place = placeOf(edition, `${store.pointer}/${block}${path}`);
  return place.field ?? store.form.blocks.find((one) => one.key === block)?.title ?? place.block;
}
