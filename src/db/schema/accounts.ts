// Written from the live schema: `vitest run src/db/schema.test.ts -u`. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export interface Membership {
  userId: string;
  organisationId: string;
  canWrite: Generated<boolean>;
  canSubmit: Generated<boolean>;
  canManage: Generated<boolean>;
  adminRole: 'system' | 'security' | 'audit' | null;
  since: Generated<string>;
}

export interface Organisation {
  id: Generated<string>;
  kind: 'province' | 'intake' | 'city' | 'zone' | 'local' | 'company' | 'institute' | 'expert' | 'auditor' | 'admin';
  name: string;
  cityCode: string | null;
  uscc: string | null;
  state: Generated<'requested' | 'active' | 'suspended' | 'closed'>;
  keeperId: string | null;
  mergedInto: string | null;
  createdAt: Generated<string>;
}

export interface OrganisationContact {
  organisationId: string;
  name: string;
  phone: string;
}

export interface OrganisationName {
  id: ColumnType<number, number | undefined, never>;
  organisationId: ColumnType<string, string, never>;
  name: ColumnType<string, string, never>;
  level: ColumnType<string | null, string | null | undefined, never>;
  reason: ColumnType<string | null, string | null | undefined, never>;
  since: ColumnType<string, string | undefined, never>;
}

export interface Person {
  userId: string;
  state: Generated<'active' | 'suspended' | 'closed'>;
  mustChange: Generated<boolean>;
  createdAt: Generated<string>;
}

export interface UsedCode {
  userId: string;
  digest: string;
  at: Generated<string>;
}

export interface AuthUser {
  id: string;
  name: string;
  email: string;
  image: string | null;
  username: string | null;
}
