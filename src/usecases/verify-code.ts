import { now } from '#db/clock.ts';
import { findOrganisation } from '#db/organisations.ts';
import { findPlanNumbered } from '#db/plans.ts';
import { currentVersion, findVersion, latestVersion } from '#db/versions.ts';
import { parseVerifyCode, speaksOf } from '#domain/filing/verify-code.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';

export type Verdict =
  | { readonly status: 'unknown'; readonly checkedAt: string }
  | {
      readonly status: 'valid' | 'superseded';
      readonly checkedAt: string;
      readonly zone: string;
      readonly title: string;
      readonly version: number;
      readonly pages: number;
      readonly filedAt: string;
      readonly digest: string;
      readonly current: { readonly version: number; readonly filedAt: string } | null;
    };

/** Whether a printed code belongs to the version in force. Everything that is not a version's code answers alike. */
export async function verifyCode(deps: Deps, text: string): Promise<Verdict> {
  const checkedAt = await now(deps.db);
  const found = await findCoded(deps, text);
  if (found === undefined) return { status: 'unknown', checkedAt };
  const { plan, version } = found;
  const newest = await latestVersion(deps.db, plan.id);
  const inForce = currentVersion(plan, newest);
  const zone = await findOrganisation(deps.db, plan.zoneId);
  const edition = await pinnedEdition(deps.db, version.editionDigest);
  return {
    status: inForce === version.n ? 'valid' : 'superseded',
    checkedAt,
    zone: zone?.name ?? '',
    title: edition.forms.form.title,
    version: version.n,
    pages: version.pages,
    filedAt: version.filedAt,
    digest: version.contentDigest,
    current: inForce === null || newest === undefined ? null : { version: newest.n, filedAt: newest.filedAt },
  };
}

async function findCoded(deps: Deps, text: string) {
  const code = parseVerifyCode(text);
  const plan = code && (await findPlanNumbered(deps.db, code.number));
  const version = plan && (await findVersion(deps.db, plan.id, code.version));
  return version !== undefined && plan !== undefined && code !== undefined && speaksOf(code, version.contentDigest) ? { plan, version } : undefined;
}
