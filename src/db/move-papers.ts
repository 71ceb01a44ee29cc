import { sql } from 'kysely';
import type { AnswerState } from '#domain/filing/lifecycle/answer.ts';
import type { Tx } from './pool.ts';

interface LiveAnswer {
  readonly id: string;
  readonly state: AnswerState;
}

/** Live answers that two companies have to one solicitation, held until the transaction ends. */
export async function listTwinAnswers(tx: Tx, from: string, into: string): Promise<readonly { readonly moving: LiveAnswer; readonly standing: LiveAnswer }[]> {
  const { rows } = await sql<{ moving: string; movingState: AnswerState; standing: string; standingState: AnswerState }>`
    select moving.id as moving, moving.state as moving_state, standing.id as standing, standing.state as standing_state
    from answer moving
    join answer standing on standing.solicitation_id = moving.solicitation_id and standing.company_id = ${into}
    where moving.company_id = ${from}
      and moving.state in ('invited', 'offered', 'accepted') and standing.state in ('invited', 'offered', 'accepted')
    for update`.execute(tx);
  return rows.map(({ moving, movingState, standing, standingState }) => ({
    moving: { id: moving, state: movingState },
    standing: { id: standing, state: standingState },
  }));
}

/**
 * Hands everything living of an organisation over to another: its projects, answers, parts in others' projects, requests for
 * recommendation, internal comments and the organisations it keeps. What was filed or said stays under the name it had then. Where
 * both have an accepted answer to one solicitation, the moved one's project goes over and the answer stays behind. Answers how many moved.
 */
export async function movePapers(tx: Tx, from: string, into: string): Promise<Readonly<Record<string, number>>> {
  const moved = async (change: ReturnType<typeof sql>): Promise<number> => Number((await change.execute(tx)).numAffectedRows ?? 0);
  await sql`insert into project_partner (project_id, organisation_id, invited_at, confirmed_at)
    select project_id, ${into}, invited_at, confirmed_at from project_partner where organisation_id = ${from} on conflict do nothing`.execute(tx);
  const counts = {
    partnerships: await moved(sql`delete from project_partner where organisation_id = ${from}`),
    projects: await moved(sql`update project set owner_id = ${into} where owner_id = ${from}`),
    answers: await moved(sql`update answer set company_id = ${into} where company_id = ${from} and not (state = 'accepted' and exists (
      select from answer twin where twin.solicitation_id = answer.solicitation_id and twin.company_id = ${into} and twin.state = 'accepted'))`),
    recommendations: await moved(sql`update local_recommendation set authority_id = ${into} where authority_id = ${from}`),
    kept: await moved(sql`update organisation set keeper_id = ${into} where keeper_id = ${from}`),
  };
  // An applicant is nobody's partner in its own project.
  await sql`delete from project_partner where organisation_id = ${into} and project_id in (select id from project where owner_id = ${into})`.execute(tx);
  await sql`update comment_thread set internal_to = ${into} where internal_to = ${from}`.execute(tx);
  return counts;
}
