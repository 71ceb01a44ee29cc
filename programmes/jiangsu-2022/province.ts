import type { ListedClaim, SignOffLevel } from '#domain/programme/edition.ts';

/** Who signs a call before it is published. */
export const signOff: readonly SignOffLevel[] = [
  { key: 'handler', title: '经办' },
  { key: 'head', title: '处长' },
  { key: 'leader', title: '分管领导' },
];

/** What the official lists say of the 申报表 and the proposals. */
export const listed: readonly ListedClaim[] = [
  { list: 'hiTech', count: 'zone.hiTech' },
  { list: 'techSme', count: 'zone.techSme' },
  { list: 'hiTech', table: 'chain.rows', yesNo: 'hiTech', company: 'company' },
  { list: 'patent', table: 'proposal.ip.patents', number: 'patentNo' },
];
