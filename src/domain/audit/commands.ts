/** What the product writes into the audit log by itself, beside the acts of people. */
export const systemCommands = [
  'version.verified',
  'version.alarm',
  'file.refused',
  'scan.read',
  'account.lock',
  'city.open',
  'plan.lapse',
  'intake.refuseLate',
  'head.published',
  'head.missing',
  'database.backup',
  'database.restore',
] as const;

export type SystemCommand = (typeof systemCommands)[number];
