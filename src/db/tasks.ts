import { sql, type Insertable, type Selectable } from 'kysely';
import { isId } from './ids.ts';
import type { Db, Tx } from './pool.ts';
import type { Task } from './schema/together.ts';

export type TaskRow = Selectable<Task>;

export async function insertTask(tx: Tx, task: Omit<Insertable<Task>, 'state' | 'id'>): Promise<string> {
  const { id } = await tx
    .insertInto('task')
    .values({ ...task, state: 'open' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The task, held until the transaction ends. */
export async function findTask(tx: Tx, id: string): Promise<TaskRow | undefined> {
  if (!isId(id)) return undefined;
  return tx.selectFrom('task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function setTaskState(tx: Tx, id: string, state: TaskRow['state']): Promise<void> {
  await tx
    .updateTable('task')
    .set({ state, doneAt: state === 'done' ? sql<string>`jiqun_now()` : null })
    .where('id', '=', id)
    .execute();
}

/**
 * Hands the open tasks of a person who leaves to their heir; what they gave themselves stays theirs by name. Answers how many moved.
 * For the hand-over of an account, in its transaction.
 */
export async function reassignTasks(tx: Tx, from: string, to: string): Promise<number> {
  const rows = await tx.updateTable('task').set({ toPerson: to }).where('toPerson', '=', from).where('state', '=', 'open').returning('id').execute();
  return rows.length;
}

export interface TaskListRow extends TaskRow {
  readonly planNumber: string;
  /** Number and place in its plan where the document is a project. */
  readonly projectNumber: string | null;
  readonly position: number | null;
  readonly editionDigest: string;
  readonly givenByName: string;
  readonly toName: string;
}

/** Tasks that a person was given, or gave: open ones first, each newest first. */
export async function listTasks(db: Db, person: string, side: 'mine' | 'given', most: number): Promise<readonly TaskListRow[]> {
  const whose = side === 'mine' ? sql`t.to_person` : sql`t.given_by`;
  const { rows } = await sql<TaskListRow>`
    select t.*, p.number as plan_number, project.number as project_number, c.edition_digest, giver.name as given_by_name, doer.name as to_name,
      case when project.id is not null then
        (select count(*)::int from project before where before.plan_id = project.plan_id and before.removed_at is null and before.position < project.position)
      end as position
    from task t
    join plan p on p.id = t.plan_id join call c on c.id = p.call_id
    join auth."user" giver on giver.id = t.given_by join auth."user" doer on doer.id = t.to_person
    left join project on project.id::text = t.document
    where ${whose} = ${person}
    order by t.state = 'done', t.seq desc limit ${most}`.execute(db);
  return rows;
}

export interface ColleagueRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly organisationId: string;
}

/** People of these organisations who may still work, by organisation and name. */
export async function listColleagues(db: Db, organisations: readonly string[]): Promise<readonly ColleagueRow[]> {
  const { rows } = await sql<ColleagueRow>`
    select u.id, u.name, o.name as organisation, o.id as organisation_id
    from membership m join auth."user" u on u.id = m.user_id join organisation o on o.id = m.organisation_id
      join person on person.user_id = m.user_id and person.state = 'active'
    where m.organisation_id = any(${[...organisations]}::uuid[]) order by o.name, u.name, u.id`.execute(db);
  return rows;
}
