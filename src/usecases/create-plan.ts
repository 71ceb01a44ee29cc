import { findOpenCall } from '#db/calls.ts';
import { findCityBureau, findOrganisation } from '#db/organisations.ts';
import { lockZone } from '#db/plan-facts.ts';
import { findLivePlan, insertPlan } from '#db/plans.ts';
import type { Tx } from '#db/pool.ts';
import { decidePlan } from '#domain/filing/lifecycle/plan.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import type { Session } from './session.ts';

/** Begins the zone's plan for the open call; answers with the existing one where there is one. */
export async function createPlan(deps: Deps, asker: Session | null, key: string): Promise<{ id: string }> {
  return command(
    deps,
    { session: asker, key, act: 'plan.create', says: {} },
    atOnce(async (tx) => {
      const session = authorise(asker, 'plan.create', { kind: 'call' });
      const { id, number, existed } = await beginPlan(tx, session);
      return { reply: { id }, subject: number, detail: existed ? { existed } : { event: 'begin' } };
    }),
  );
}

/** The live plan of the person's zone under the open call, begun where there was none. */
export async function beginPlan(tx: Tx, session: Session): Promise<{ readonly id: string; readonly number: string; readonly existed: boolean }> {
  const call = await findOpenCall(tx);
  const zone = await findOrganisation(tx, session.organisation);
  const city = zone?.cityCode == null ? undefined : await findCityBureau(tx, zone.cityCode);
  if (call === undefined || zone === undefined || city === undefined) throw new Refusal('notFound');
  await lockZone(tx, zone.id);
  const standing = await findLivePlan(tx, call.id, zone.id);
  if (standing !== undefined) return { id: standing.id, number: standing.number, existed: true };
  const decision = decidePlan('new', 'begin', { by: ['zone'], arrivedAt: 0, deadline: 0, openProblems: 0, checkBegun: false });
  if (!decision.done) throw new Refusal(decision.code);
  const { id, number } = await insertPlan(tx, { callId: call.id, year: call.year, zoneId: zone.id, cityId: city.id });
  return { id, number, existed: false };
}
