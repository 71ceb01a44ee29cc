import { contentDigest } from '#domain/values/digest.ts';
import type { Bytes } from './context.ts';
import { jsonFile } from './edition-file.ts';
import { openApi } from './openapi.ts';

let made: Bytes | undefined;

/** The contract's document: the same for as long as this process runs. */
export function openApiFile(): Bytes {
  if (made === undefined) {
    const document = openApi('1');
    made = jsonFile(document, { tag: contentDigest(document) });
  }
  return made;
}
