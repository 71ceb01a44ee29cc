import type { OrganisationKind } from './relations.ts';

const filers = ['company', 'institute'] as const satisfies readonly OrganisationKind[];

/** Which kinds of organisations one of each kind activates (model §2): the province its bureaus and zones, a zone the companies of its park, the authority where they lie all others. */
export const keptKinds: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  province: ['city', 'zone', 'local', 'intake', 'expert', 'auditor', 'admin', ...filers],
  city: filers,
  zone: filers,
  local: filers,
  intake: [],
  company: [],
  institute: [],
  expert: [],
  auditor: [],
  admin: [],
};
