import { hash as argon } from '@node-rs/argon2';
import { insertAccount } from '#db/accounts.ts';
import { insertCall } from '#db/calls.ts';
import { keepEdition } from '#db/editions.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import type { Db } from '#db/pool.ts';
import type { AdminRole, OrganisationKind, Rights } from '#domain/access/relations.ts';
import type { Edition } from '#domain/programme/edition.ts';

export interface Role {
  readonly kind: OrganisationKind;
  /** Roles of one place share an organisation. */
  readonly place: string;
  readonly rights: Rights;
  readonly adminRole?: AdminRole;
}

const reads = { write: false, submit: false, manage: false };
const all = { write: true, submit: true, manage: true };

/** Everybody whom the access matrix asks. */
export const roles = {
  zoneWriter: { kind: 'zone', place: 'zone', rights: { write: true, submit: false, manage: false } },
  zoneSubmitter: { kind: 'zone', place: 'zone', rights: all },
  otherZone: { kind: 'zone', place: 'otherZone', rights: all },
  city: { kind: 'city', place: 'city', rights: all },
  otherCity: { kind: 'city', place: 'otherCity', rights: all },
  province: { kind: 'province', place: 'province', rights: all },
  intake: { kind: 'intake', place: 'intake', rights: all },
  company: { kind: 'company', place: 'company', rights: all },
  otherCompany: { kind: 'company', place: 'otherCompany', rights: all },
  partner: { kind: 'institute', place: 'partner', rights: all },
  local: { kind: 'local', place: 'local', rights: all },
  expert: { kind: 'expert', place: 'expert', rights: reads },
  auditor: { kind: 'auditor', place: 'auditor', rights: reads },
  admin: { kind: 'admin', place: 'admin', rights: reads, adminRole: 'system' },
} as const satisfies Readonly<Record<string, Role>>;

export type RoleName = keyof typeof roles;

export const password = 'correct horse battery';

/** Zones of the register that the two test zones are, and their prefectures. */
export interface Places {
  readonly zone: { readonly name: string; readonly cityCode: string };
  readonly otherZone: { readonly name: string; readonly cityCode: string };
}

/** Seeds a published call on this edition, two zones in two prefectures, and a person for each role. */
export async function seedPeople(owner: Db, edition: Edition, places: Places): Promise<void> {
  // A hash carries its own cost, and these many people sign in in every file.
  const hash = await argon(password, { memoryCost: 64, timeCost: 1, parallelism: 1 });
  await owner.transaction().execute(async (tx) => {
    const editionDigest = await keepEdition(tx, edition);
    const { published, submitBy, recommendBy, paperBy } = edition.instants;
    await insertCall(tx, {
      id: String(edition.year),
      title: edition.title,
      year: edition.year,
      editionDigest,
      state: 'published',
      published,
      submitBy,
      recommendBy,
      paperBy,
    });
    const organisations = new Map<string, string>();
    for (const [name, role] of Object.entries<Role>(roles)) {
      const organisation = organisations.get(role.place) ?? (await insertOrganisation(tx, organisationOf(role, places)));
      organisations.set(role.place, organisation);
      const user = await insertAccount(tx, { username: name.toLowerCase(), name, hash });
      await insertMembership(tx, {
        userId: user,
        organisationId: organisation,
        canWrite: role.rights.write,
        canSubmit: role.rights.submit,
        canManage: role.rights.manage,
        adminRole: role.adminRole ?? null,
      });
    }
  });
}

function organisationOf(role: Role, places: Places) {
  const here = role.place.startsWith('other') ? places.otherZone : places.zone;
  const { kind } = role;
  if (kind === 'zone') return { kind, ...here };
  if (kind === 'city') return { kind, name: `${here.cityCode}科技局`, cityCode: here.cityCode };
  if (kind === 'company') return { kind, name: role.place, uscc: role.place.startsWith('other') ? '91320100TXT002002X' : '91321203TXT001001K' };
  return { kind, name: role.place };
}
