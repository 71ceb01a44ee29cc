/** Everything a request can do. Each HTTP route names one; domain/access/table.ts says which relations may. */
export const acts = [
  'public.read',
  'session.open',
  'session.close',
  'session.read',
  'plan.list',
  'plan.create',
  'plan.read',
  'plan.edit',
  'plan.check',
  'plan.draftPdf',
  'plan.submit',
  'plan.recall',
  'project.add',
  'project.remove',
  'version.list',
  'version.read',
  'version.pdf',
] as const;

export type Act = (typeof acts)[number];
