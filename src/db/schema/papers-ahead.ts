// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { Generated } from 'kysely';

export interface RenderedPaper {
  textDigest: string;
  kind: 'form' | 'plan' | 'commitment';
  bytes: Buffer;
  digest: string;
  seal: Buffer;
  pages: number;
  drawnAt: Generated<string>;
}
