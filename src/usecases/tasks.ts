import { findTask, insertTask, listColleagues, listTasks, setTaskState, type TaskListRow } from '#db/tasks.ts';
import { decideTask, type TaskEvent } from '#domain/filing/lifecycle/task.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { authorise } from './authorise.ts';
import { atOnce, command } from './command.ts';
import type { Deps } from './deps.ts';
import { pinnedEdition } from './editions.ts';
import { tellPeople } from './notify.ts';
import type { Session } from './session.ts';
import type { DocumentName } from './working-document.ts';
import { linkTo, titleOfBlock, workingDocument } from './working-document.ts';

/** Who can be asked to do something at this document: my organisation's people and those of the one that writes it. */
export async function readColleagues(deps: Deps, asker: Session | null, at: DocumentName) {
  const { session, ownerId } = await workingDocument(deps.db, asker, 'task.give', at);
  const people = await listColleagues(deps.db, [...new Set([session.organisation, ownerId])]);
  return people.map(({ id, name, organisation }) => ({ id, name, organisation, me: id === session.person }));
}

export interface NewTask {
  readonly block: string;
  readonly path: string;
  readonly title: string;
  /** User id of who is to do it. */
  readonly to: string;
  /** Instant, or null where there is no day. */
  readonly due: string | null;
}

export function giveTask(deps: Deps, asker: Session | null, key: string, at: DocumentName, task: NewTask): Promise<{ id: string }> {
  return command(
    deps,
    { session: asker, key, act: 'task.give', says: { ...at, ...task } },
    atOnce(async (tx) => {
      const found = await workingDocument(tx, asker, 'task.give', at, 'share');
      const { session, planId, document, number: subject } = found;
      const { block, path, title, to, due } = task;
      titleOfBlock(found, block, path);
      const doer = (await listColleagues(tx, [...new Set([session.organisation, found.ownerId])])).find((person) => person.id === to);
      const decision = decideTask('new', 'give', { by: ['giver'], within: doer !== undefined });
      if (!decision.done || doer === undefined) throw new Refusal('badRequest', { at: ['to'] });
      const id = await insertTask(tx, { planId, document, block, path, title, due, givenBy: session.person, toPerson: to });
      const told = to === session.person ? [] : [to];
      await tellPeople(tx, told, { kind: 'task.given', link: linkTo(found, doer.organisationId), params: { person: session.name, task: title } });
      return { reply: { id }, subject, detail: { event: 'give', task: id, document, block, to } };
    }),
  );
}

/** Done, or to be done again. The other of the two people hears when it is done. */
export function changeTask(deps: Deps, asker: Session | null, key: string, id: string, event: Exclude<TaskEvent, 'give'>): Promise<{ done: true }> {
  return command(
    deps,
    { session: asker, key, act: 'task.change', says: { task: id, event } },
    atOnce(async (tx) => {
      const task = await findTask(tx, id);
      const session = authorise(asker, 'task.change', { kind: 'task', people: task === undefined ? [] : [task.givenBy, task.toPerson] });
      if (task === undefined) throw new Refusal('notFound');
      const by = [...(task.givenBy === session.person ? (['giver'] as const) : []), ...(task.toPerson === session.person ? (['doer'] as const) : [])];
      const decision = decideTask(task.state, event, { by });
      if (!decision.done) throw new Refusal(decision.code);
      await setTaskState(tx, id, decision.to);
      const told = event === 'finish' && session.person !== task.givenBy ? [task.givenBy] : [];
      await tellPeople(tx, told, { kind: 'task.done', link: '/workbench', params: { person: session.name, task: task.title } });
      return { reply: { done: true }, subject: `task ${id}`, detail: { event, document: task.document, block: task.block } };
    }),
  );
}

const most = 200;

/** Tasks that I was given, or gave. `place`: what the block is called; `link`: where I find it. */
export async function readTasks(deps: Deps, asker: Session | null, side: 'mine' | 'given') {
  const session = authorise(asker, 'task.list', { kind: 'own' });
  const rows = await listTasks(deps.db, session.person, side, most);
  return Promise.all(rows.map((row) => presentTask(deps, session, row)));
}

async function presentTask(deps: Deps, session: Session, row: TaskListRow) {
  const { id, planId: plan, document, block, path, title, due, state, madeAt, doneAt, position } = row;
  const edition = await pinnedEdition(deps.db, row.editionDigest);
  const place = titleOfBlock({ edition, document }, block);
  const name = row.projectNumber ?? row.planNumber;
  return {
    id,
    plan,
    document,
    block,
    path,
    title,
    due,
    state,
    madeAt,
    doneAt,
    position,
    place,
    number: name,
    link: linkTo({ planId: plan, document, zoneId: session.kind === 'zone' ? session.organisation : '' }, session.organisation),
    by: row.givenByName,
    to: row.toName,
  };
}
