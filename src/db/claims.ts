import { sql } from 'kysely';
import type { Db } from './pool.ts';

/**
 * Numbers of live projects in other plans of the same call, by their applicant's credit code, for the codes asked about.
 * `codeAt` is where a proposal keeps that code: block and field.
 */
export async function listClaims(
  db: Db,
  plan: { readonly id: string; readonly callId: string },
  codes: readonly string[],
  codeAt: readonly [block: string, field: string],
): Promise<Readonly<Record<string, readonly string[]>>> {
  if (codes.length === 0) return {};
  const [block, field] = codeAt;
  const { rows } = await sql<{ code: string; numbers: string[] }>`
    select block.answers ->> ${field} as code, array_agg(project.number order by project.number) as numbers
    from plan
    join project on project.plan_id = plan.id
    join block on block.plan_id = plan.id and block.document = project.id::text
    where block.block = ${block} and block.answers ->> ${field} = any(${codes})
      and project.removed_at is null and plan.state <> 'ended' and plan.call_id = ${plan.callId} and plan.id <> ${plan.id}
    group by 1`.execute(db);
  return Object.fromEntries(rows.map((row) => [row.code, row.numbers]));
}
