import type { SealDef } from '#domain/programme/edition.ts';

/** The three signature blocks that end both the plan and the form; the organising and the building unit may be one body (A11). */
export const seals: readonly SealDef[] = [
  { key: 'organiser', title: '集群组织申报单位', signer: 'organiser' },
  { key: 'zone', title: '集群建设单位（高新区）', signer: 'zone' },
  { key: 'city', title: '设区市科技局推荐审核意见', signer: 'city' },
];
