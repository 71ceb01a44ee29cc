import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { insertAccount } from '#db/accounts.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { Actor, Subject } from '#domain/access/relations.ts';
import type { OrganisationState } from '#domain/filing/lifecycle/organisation.ts';
import { organisationStates } from '#domain/filing/lifecycle/organisation.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { organisationRoutes } from '#http/contract/routes/organisations.ts';
import { hashPassword } from '#usecases/accounts.ts';
import { Client } from '../support/client.ts';
import type { Answer } from '../support/client.ts';
import { actorOf, askers, observedRows, outcomeOf, publishMatrix } from '../support/matrix.ts';
import { password } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

type Name = keyof typeof organisationRoutes;
type Column = (typeof askers)[number] | 'security';

const names = Object.keys(organisationRoutes) as Name[];
const ofOrganisations = names.filter((name) => organisationRoutes[name].path.includes(':organisation'));
const columns: readonly Column[] = [...askers, 'security'];

/** A company kept by the zone `zone`, in each state; and the company of the asker `company`, kept by `otherZone`. */
const stages = [...organisationStates, 'own'] as const;
type Stage = (typeof stages)[number];

const head = `# Who may do what: organisations and their people

Written by \`UPDATE=1 vitest run tests/matrix/organisations.test.ts\` from what the server answered; the test fails while it is out of date.
**yes**; **later**: not in this state of the organisation; **no**: sees it, but this is not theirs to do; **·**: answered exactly as if it did not exist; **sign in**.
Where several answers stand, they are for a company that \`zone\` activated, requested / active / suspended / closed, and for the company of the person \`company\`, which \`otherZone\` activated.
\`security\` is the administrator of accounts, \`admin\` the one of machines.
`;

interface Target {
  organisation: string;
  person: string;
}

let app: TestApp;
const clients = new Map<Column, Client>();
const absent: Target = { organisation: randomUUID(), person: randomUUID() };
const targets: Record<'kept' | 'own', Target> = { kept: { ...absent }, own: { ...absent } };
const observed = new Map<string, Judged>();

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  const { db } = app.deps;
  const found = await db.selectFrom('organisation').select(['id', 'kind', 'name']).execute();
  const idOf = (kind: string, name?: string): string => found.find((row) => row.kind === kind && (name === undefined || row.name === name))!.id;
  const hash = await hashPassword(password);
  const place = (organisationId: string, more: object = {}) =>
    db.transaction().execute(async (tx) => {
      const userId = await insertAccount(tx, { username: `p.${randomUUID()}`.slice(0, 20), name: '某人', hash });
      await insertMembership(tx, { userId, organisationId, ...more });
      return userId;
    });
  const kept = await db.transaction().execute((tx) => insertOrganisation(tx, { kind: 'company', name: '甲一公司', keeperId: idOf('zone', '甲高新区') }));
  await db
    .updateTable('organisation')
    .set({ keeperId: idOf('zone', '乙高新区') })
    .where('id', '=', idOf('company', 'company'))
    .execute();
  targets.kept = { organisation: kept, person: await place(kept) };
  targets.own = { organisation: idOf('company', 'company'), person: await place(idOf('company', 'company')) };
  await db.transaction().execute(async (tx) => {
    const userId = await insertAccount(tx, { username: 'security', name: '安全管理', hash });
    await insertMembership(tx, { userId, organisationId: idOf('admin'), adminRole: 'security' });
  });
  for (const column of columns) clients.set(column, await signIn(column));
});
afterAll(() => app?.close());

async function signIn(column: Column): Promise<Client> {
  const client = new Client(app.base);
  if (column !== 'public') expect((await client.send('POST', '/api/session', { body: { username: column, password } })).status, column).toBe(200);
  return client;
}

/** Brings both to where they were: this test asks who may, not what follows. */
async function bring({ organisation, person }: Target, state: OrganisationState, act: string): Promise<void> {
  const { db } = app.deps;
  await db.updateTable('organisation').set({ state, mergedInto: null }).where('id', '=', organisation).execute();
  await db
    .updateTable('person')
    .set({ state: act === 'person.resume' ? 'suspended' : 'active' })
    .where('userId', '=', person)
    .execute();
}

function bodyOf(name: Name): unknown {
  const rights = { write: true, submit: false, manage: false };
  const bodies: Partial<Record<Name, unknown>> = {
    requestOrganisation: { kind: 'company', name: '某公司', uscc: '1', confirmed: false, keeper: 'x', contact: '某人', phone: '13900000000' },
    addOrganisation: { kind: 'zone', name: '某高新区', uscc: '1', confirmed: false, cityCode: null },
    renameOrganisation: { name: `新名 ${randomUUID()}`, level: null, reason: '更名' },
    mergeOrganisation: { into: randomUUID(), reason: '合并' },
    addPerson: { username: `n${randomUUID().replaceAll('-', '')}`, name: '新人', rights, adminRole: null },
    changeRights: rights,
    resetPassword: { secondFactor: false },
    handOver: { to: 'nobody', reason: '离岗' },
  };
  return bodies[name] ?? { reason: '试' };
}

async function ask(name: Name, client: Client, target: Target): Promise<Answer> {
  const route: Route = organisationRoutes[name];
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) => ({ ...target })[key] ?? '');
  return client.send(route.method, path, route.body === undefined ? {} : { body: bodyOf(name) });
}

function outcome(answer: Answer): Judged {
  return outcomeOf(answer.status, answer.status >= 400 ? answer.json<{ code: string }>().code : undefined);
}

function seen(answer: Answer): unknown {
  const headers = [...answer.headers].filter(([name]) => name !== 'date').toSorted(([a], [b]) => a.localeCompare(b));
  return { status: answer.status, headers, body: new TextDecoder().decode(answer.bytes) };
}

function actor(column: Column): Actor | null {
  if (column !== 'security') return actorOf(column);
  return { person: 'security', organisation: 'admin', kind: 'admin', rights: { write: false, submit: false, manage: false }, adminRole: 'security' };
}

function subjectAt(stage: Stage): Subject {
  if (stage === 'own') return { kind: 'organisation', id: 'company', keeper: 'otherZone', state: 'active' };
  return { kind: 'organisation', id: 'kept', keeper: 'zone', state: stage };
}

test.each(stages)('an organisation that is %s answers every person as the access table says, and hides itself as if it were absent', async (stage) => {
  const target = stage === 'own' ? targets.own : targets.kept;
  for (const name of ofOrganisations) {
    const { act } = organisationRoutes[name];
    for (const column of columns) {
      await bring(target, stage === 'own' ? 'active' : stage, act);
      // Suspending a company ends the sessions of its people.
      if (column === 'company' && stage === 'own') clients.set(column, await signIn(column));
      const client = clients.get(column)!;
      const answer = await ask(name, client, target);
      const expected = judge(actor(column), act, subjectAt(stage));
      const where = `${name} by ${column}, ${stage}`;
      expect(outcome(answer), where).toBe(expected);
      if (expected === 'hidden' || expected === 'signIn') expect(seen(answer), where).toEqual(seen(await ask(name, client, absent)));
      observed.set(`${name} ${column} ${stage}`, outcome(answer));
    }
  }
});

test('every other route answers every person as the access table says', async () => {
  await bring(targets.own, 'active', '');
  clients.set('company', await signIn('company'));
  for (const name of names.filter((one) => !ofOrganisations.includes(one))) {
    const { act } = organisationRoutes[name];
    const subject: Subject = act === 'organisation.list' || act === 'organisation.add' ? { kind: 'organisations' } : { kind: 'open' };
    for (const column of columns) {
      const found = outcome(await ask(name, clients.get(column)!, absent));
      expect(found, `${name} by ${column}`).toBe(judge(actor(column), act, subject));
      for (const stage of stages) observed.set(`${name} ${column} ${stage}`, found);
    }
  }
});

test('each list is exactly the organisations that the person may read, save for their own', async () => {
  await bring(targets.kept, 'active', '');
  const all = await app.deps.db.selectFrom('organisation').select('id').execute();
  for (const column of ['zoneWriter', 'otherZone', 'province', 'city', 'security'] as const) {
    const client = clients.get(column)!;
    const listed = (await client.get('/api/organisations')).json<{ id: string }[]>().map((row) => row.id);
    const own = (await client.get('/api/organisations/own')).json<{ id: string }>().id;
    const readable: string[] = [];
    for (const { id } of all) if ((await client.get(`/api/organisations/${id}`)).status === 200) readable.push(id);
    expect(new Set([...listed, own]), column).toEqual(new Set(readable));
  }
});

test('the published matrix is what the server answers', async () => {
  const rows = observedRows(organisationRoutes, names, columns, () => stages, observed);
  const { text, published } = await publishMatrix('organisations', { head, columns, rows });
  expect(published).toBe(text);
});

test('nothing in all of this was a bug', () => {
  expect(app.bugs).toEqual([]);
});
