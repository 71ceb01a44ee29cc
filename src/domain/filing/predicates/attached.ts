import { z } from 'zod';
import { kindOfMediaType } from '#domain/files/file-type.ts';
import { predicate } from '#domain/filing/predicates/predicate.ts';
import { fill } from '#domain/filing/predicates/wording.ts';

/**
 * Attached files are of the kinds and sizes that the edition takes, and are there at all (R64). A file that was only named in a plan from
 * elsewhere is judged where it names a type or size. `faults` gives the words for `{fault}`. Params: label (the file's name), fault.
 */
export const attached = predicate({ faults: z.object({ type: z.string(), size: z.string() }) }, function* ({ faults }, { edition, plan }) {
  const { attachmentTypes, maxAttachmentBytes } = edition.parameters;
  for (const { path, name, mediaType, size } of plan.attachments) {
    const kind = mediaType === undefined ? undefined : kindOfMediaType(mediaType);
    const isForeign = mediaType !== undefined && Array.isArray(attachmentTypes) && (kind === undefined || !attachmentTypes.includes(kind));
    const isLarge = size !== undefined && typeof maxAttachmentBytes === 'number' && size > maxAttachmentBytes;
    const params = { label: name, limit: typeof maxAttachmentBytes === 'number' ? String(Math.floor(maxAttachmentBytes / 1_048_576)) : '' };
    if (isForeign) yield { path, params: { ...params, fault: fill(faults.type, params, edition) } };
    if (isLarge) yield { path, params: { ...params, fault: fill(faults.size, params, edition) } };
  }
});
