import { createHash } from 'node:crypto';
import { Bytes } from './context.ts';
import { openApi } from './openapi.ts';

let made: Bytes | undefined;

/** The contract's document: the same for as long as this process runs. */
export function openApiFile(): Bytes {
  if (made === undefined) {
    const bytes = Buffer.from(JSON.stringify(openApi('1')));
    made = new Bytes(bytes, 'application/json; charset=utf-8', { tag: createHash('sm3').update(bytes).digest('hex') });
  }
  return made;
}
