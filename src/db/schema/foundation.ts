// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { Generated } from 'kysely';

export interface Counter {
  series: string;
  last: number;
}

export interface DemoMark {
  single: Generated<boolean>;
  madeAt: Generated<string>;
}

export interface Migration {
  name: string;
  digest: string;
  ranAt: Generated<string>;
}

export interface RehearsalClock {
  single: Generated<boolean>;
  ahead: string;
}
