// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { Generated } from 'kysely';

export interface RenderedPaper {
  drawing: string;
  bytes: Buffer;
  digest: string;
  pages: number;
  drawnAt: Generated<string>;
}
