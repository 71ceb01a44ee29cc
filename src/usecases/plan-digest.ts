import { digestOf } from '#db/files.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { canonicalJson } from '#domain/values/canonical.ts';

const digests = new WeakMap<PlanContent, string>();

/** What `contentDigest` computes in the browser and on the public page, by the runtime's own SM3, which is several times as fast; once a text. */
export function planDigest(content: PlanContent): string {
  const known = digests.get(content);
  if (known !== undefined) return known;
  const digest = digestOf(Buffer.from(canonicalJson({ ...content })));
  digests.set(content, digest);
  return digest;
}
