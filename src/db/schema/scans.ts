// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { JsonObject } from '#domain/values/json.ts';
import type { ScanVerdict, ScannedPage } from '#domain/package/judge-scan.ts';

export interface SealedScan {
  id: Generated<string>;
  planId: string;
  n: number;
  state: 'gathering' | 'reading' | 'read' | 'failed' | 'removed';
  verdict: ColumnType<ScanVerdict | null, string | null, string | null>;
  failure: ColumnType<JsonObject | null, string | null, string | null>;
  madeBy: string;
  madeAt: Generated<string>;
  readAt: string | null;
}

export interface SealedScanFile {
  id: Generated<string>;
  scanId: string;
  position: number;
  digest: string;
  mediaType: string;
  name: string;
  size: number;
  reading: ColumnType<readonly ScannedPage[] | null, string | null, string | null>;
  loose: boolean;
  insteadOf: string | null;
  insteadOfPage: number | null;
}

export interface SealedScanTold {
  fileId: string;
  page: number;
  kind: 'letter' | 'form' | 'plan' | 'commitment';
  filedPage: number;
  toldBy: string;
  toldAt: Generated<string>;
}
