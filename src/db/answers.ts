import { sql, type Selectable, type Updateable } from 'kysely';
import type { AnswerEvent } from '#domain/filing/lifecycle/answer.ts';
import type { JsonObject } from '#domain/values/json.ts';
import { isId } from './ids.ts';
import type { Hold } from './plan-facts.ts';
import type { Db, Tx } from './pool.ts';
import type { Answer } from './schema/solicitation.ts';

/** An answer with what it answers. */
export interface AnswerRow extends Selectable<Answer> {
  readonly callId: string;
  readonly zoneId: string;
  readonly zone: string;
  readonly solicitationNumber: string | null;
  readonly solicitationTitle: string;
  readonly projectNumber: string | null;
  /** State of the plan that the project is in; null without a project. */
  readonly planState: string | null;
}

const selected = sql`
  select answer.*, solicitation.call_id, solicitation.zone_id, zone.name as zone,
    solicitation.number as solicitation_number, solicitation.terms ->> 'title' as solicitation_title,
    project.number as project_number, plan.state as plan_state
  from answer
  join solicitation on solicitation.id = answer.solicitation_id
  join organisation zone on zone.id = solicitation.zone_id
  left join project on project.id = answer.project_id
  left join plan on plan.id = project.plan_id`;

/** Any text may be asked for; what is no id is absent. `update` keeps everybody else's events waiting. */
export async function findAnswer(db: Db, id: string, hold?: Hold): Promise<AnswerRow | undefined> {
  if (!isId(id)) return undefined;
  if (hold !== undefined) await sql`select from answer where id = ${id} ${hold === 'update' ? sql`for update` : sql`for share`}`.execute(db);
  const { rows } = await sql<AnswerRow>`${selected} where answer.id = ${id}`.execute(db);
  return rows[0];
}

/** The invitation behind a link that was not taken up yet. */
export async function findInvitation(db: Db, token: string, hold?: Hold): Promise<AnswerRow | undefined> {
  const held = hold === undefined ? sql`` : sql`for update`;
  const { rows } = await sql<{ id: string }>`select id from answer where token = ${token} and company_id is null and state = 'invited' ${held}`.execute(db);
  return rows[0] && findAnswer(db, rows[0].id);
}

/** Answers to a zone's solicitations, or a company's own, oldest first. */
export async function listAnswers(db: Db, whose: { readonly zoneId: string } | { readonly companyId: string }): Promise<readonly AnswerRow[]> {
  const mine = 'zoneId' in whose ? sql`solicitation.zone_id = ${whose.zoneId}` : sql`answer.company_id = ${whose.companyId}`;
  const { rows } = await sql<AnswerRow>`${selected} where ${mine} order by answer.made_at, answer.id`.execute(db);
  return rows;
}

/** The company's live answer to a solicitation. */
export async function findLiveAnswer(db: Db, solicitationId: string, companyId: string): Promise<{ readonly id: string } | undefined> {
  return db
    .selectFrom('answer')
    .select('id')
    .where('solicitationId', '=', solicitationId)
    .where('companyId', '=', companyId)
    .where('state', 'in', ['invited', 'offered', 'accepted'])
    .executeTakeFirst();
}

/** Whether the company took back the answer that a project came from. */
export async function isWithdrawn(db: Db, projectId: string): Promise<boolean> {
  return (await db.selectFrom('answer').select('id').where('projectId', '=', projectId).where('state', '=', 'withdrawn').executeTakeFirst()) !== undefined;
}

/** The plan of the project that accepting an answer made. */
export async function planOfProject(db: Db, projectId: string): Promise<string> {
  return (await db.selectFrom('project').select('planId').where('id', '=', projectId).executeTakeFirstOrThrow()).planId;
}

export interface NewAnswer {
  readonly solicitationId: string;
  readonly companyId: string | null;
  readonly companyName: string;
  readonly companyCode: string | null;
  readonly state: 'invited' | 'offered';
  readonly token: string | null;
}

export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<string> {
  const blank = { asked: null, inside: null, reason: null, projectId: null, invitedAt: null, offeredAt: null, decidedAt: null };
  const { id } = await tx
    .insertInto('answer')
    .values({ ...blank, ...answer })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes an answer and keeps what happened for ever. The caller holds the answer's lock, or has just made it. */
export async function changeAnswer(
  tx: Tx,
  id: string,
  set: Updateable<Answer>,
  happened: { readonly event: AnswerEvent | 'take'; readonly content: JsonObject; readonly by: string },
): Promise<void> {
  await tx.updateTable('answer').set(set).where('id', '=', id).execute();
  await tx
    .insertInto('answerEvent')
    .values({
      answerId: id,
      n: sql<number>`(select count(*) + 1 from answer_event where answer_id = ${id})`,
      event: happened.event,
      content: JSON.stringify(happened.content),
      byPerson: happened.by,
    })
    .execute();
}

/** A live answer or project of a company with another zone. */
export interface Elsewhere {
  readonly companyId: string;
  readonly zoneId: string;
  readonly zone: string;
  readonly kind: 'answer' | 'project';
  readonly title: string;
  readonly state: string;
  readonly number: string | null;
}

/** Live offers and projects, with any zone under these calls, of companies. An accepted answer stands as its project. */
export async function listClaimsOf(
  db: Db,
  callIds: readonly string[],
  companyIds: readonly string[],
  titleAt: { readonly block: string; readonly title: string },
): Promise<readonly Elsewhere[]> {
  if (companyIds.length === 0) return [];
  const { rows } = await sql<Elsewhere>`
    select answer.company_id, solicitation.zone_id, zone.name as zone, 'answer' as kind, answer.title, answer.state, null as number
    from answer
    join solicitation on solicitation.id = answer.solicitation_id
    join organisation zone on zone.id = solicitation.zone_id
    where answer.state = 'offered' and solicitation.call_id = any(${callIds}) and answer.company_id = any(${companyIds})
    union all
    select project.owner_id, plan.zone_id, zone.name, 'project', coalesce(summary.answers ->> ${titleAt.title}, ''), project.state, project.number
    from project
    join plan on plan.id = project.plan_id
    join organisation zone on zone.id = plan.zone_id
    left join block summary on summary.plan_id = plan.id and summary.document = project.id::text and summary.block = ${titleAt.block}
    where project.removed_at is null and plan.state <> 'ended' and plan.call_id = any(${callIds}) and project.owner_id = any(${companyIds})
    order by zone, kind, title`.execute(db);
  return rows;
}
