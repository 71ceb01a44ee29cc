import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { insertAccount } from '#db/accounts.ts';
import { keepContact } from '#db/organisation-changes.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import { insertRefusal } from '#db/paper-desk.ts';
import { findPlan } from '#db/plans.ts';
import { renderers } from '#documents/render/form.ts';
import type { Answer as Judged } from '#domain/access/may.ts';
import { judge } from '#domain/access/may.ts';
import type { Actor, Subject } from '#domain/access/relations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import type { Route } from '#http/contract/define.ts';
import { auditRoutes } from '#http/contract/routes/audit.ts';
import { hashPassword } from '#usecases/accounts.ts';
import { Client } from '../support/client.ts';
import { actorOf, askers, outcomeIn, planAt, publishMatrix, routeCell } from '../support/matrix.ts';
import { password } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

const officers = ['security', 'audit'] as const;
type Column = (typeof askers)[number] | (typeof officers)[number];
const columns: readonly Column[] = [...askers, ...officers];
type Name = keyof typeof auditRoutes;

const head = `# The audit log, looks at secrets, machines and accounts: who may do what

Written by \`UPDATE=1 vitest run tests/matrix/audit.test.ts\` from what the server answered; the test fails while it is out of date.
Where two answers stand, the first is given while the call is open, the second once it is finished. \`admin\`, \`security\` and \`audit\` are the administrators of
machines, of accounts and of the log. The telephone number is of a company that asked \`zone\` for its place.
`;

const emptySearch = { who: '', organisation: '', command: '', subject: '', from: '', to: '', outcome: 'all', looks: 'no' };

let app: TestApp;
let number = '';
let organisation = '';
let entry = 0;
const clients = new Map<Column, Client>();

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const asker of askers) clients.set(asker, await app.as(asker));
  for (const role of officers) clients.set(role, await addOfficer(role));
  const { db } = app.deps;
  const plan = (await clients.get('zoneSubmitter')!.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  number = (await findPlan(db, plan))!.number;
  const keeper = await db.selectFrom('organisation').select('id').where('name', '=', '甲高新区').executeTakeFirstOrThrow();
  await db.transaction().execute(async (tx) => {
    organisation = await insertOrganisation(tx, { kind: 'company', name: '待开通公司', state: 'requested', keeperId: keeper.id });
    await keepContact(tx, { organisationId: organisation, name: '联系人', phone: app.deps.seal.close('13900000001') });
  });
  const { id: clerk } = await db.selectFrom('auth.user').select('id').where('username', '=', 'intake').executeTakeFirstOrThrow();
  const paper = { planId: plan, code: 'x', cause: 'other', at: '2022-03-01T02:00:00.000Z', clerk, handedInBy: '某人', courier: null, tracking: null } as const;
  await db.transaction().execute((tx) => insertRefusal(tx, { ...paper, remark: '没有盖章' }));
  entry = (await db.selectFrom('auditEntry').select('id').limit(1).executeTakeFirstOrThrow()).id;
});

afterAll(async () => {
  await app?.close();
  renderers.close();
});

async function addOfficer(adminRole: (typeof officers)[number]): Promise<Client> {
  const hash = await hashPassword(password);
  await app.deps.db.transaction().execute(async (tx) => {
    const organisationId = await insertOrganisation(tx, { kind: 'admin', name: adminRole });
    const userId = await insertAccount(tx, { username: `${adminRole}1`, name: adminRole, hash });
    await insertMembership(tx, { userId, organisationId, canWrite: false, canSubmit: false, canManage: false, adminRole });
  });
  const client = new Client(app.base);
  await client.send('POST', '/api/session', { body: { username: `${adminRole}1`, password } });
  return client;
}

function actor(column: Column): Actor | null {
  if (column !== 'security' && column !== 'audit') return actorOf(column);
  return { person: column, organisation: column, kind: 'admin', rights: { write: false, submit: false, manage: false }, adminRole: column };
}

function subjectOf(name: Name, closed: boolean): Subject {
  switch (name) {
    case 'publishedHeads':
    case 'publishedHeadsText':
      return { kind: 'open' };
    case 'lookAtPhone':
      return { kind: 'organisation', id: 'waiting', keeper: 'zone', state: 'requested' };
    case 'system':
      return { kind: 'machines' };
    case 'security':
      return { kind: 'organisations' };
    case 'contentAt':
    case 'exportCase':
    case 'casePaper':
      return { ...planAt('fresh', 'zone'), kind: 'plan', closed };
    default:
      return { kind: 'log' };
  }
}

test('every route of the log and of the administrators answers every person as the access table says, before and after the call is finished', async () => {
  const answers = new Map<string, Judged[]>();
  for (const closed of [false, true]) {
    if (closed) await sql`update call set state = 'finished'`.execute(app.deps.db);
    for (const name of Object.keys(auditRoutes) as Name[]) {
      const route: Route = auditRoutes[name];
      const path = route.path
        .replace(':number', number)
        .replace(':organisation', organisation)
        .replace(':entry', String(entry))
        .replace(':kind', 'refusal')
        .replace(':n', '1');
      for (const column of columns) {
        const body = name === 'exportAudit' ? emptySearch : {};
        const outcome = outcomeIn(await clients.get(column)!.send(route.method, path, route.method === 'GET' ? {} : { body }));
        expect(outcome, `${name} by ${column}, ${closed ? 'finished' : 'open'}`).toBe(judge(actor(column), route.act, subjectOf(name, closed)));
        answers.set(`${name} ${column}`, [...(answers.get(`${name} ${column}`) ?? []), outcome]);
      }
    }
  }
  const rows = (Object.keys(auditRoutes) as Name[]).map((name) => ({
    route: routeCell(auditRoutes[name]),
    act: auditRoutes[name].act,
    cells: columns.map((column) => answers.get(`${name} ${column}`) ?? []),
  }));
  const { text, published } = await publishMatrix('audit', { head, columns, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});

test('a hidden plan and an absent one answer the auditor alike while the call is open', async () => {
  await sql`update call set state = 'published'`.execute(app.deps.db);
  const auditor = clients.get('auditor')!;
  const [hidden, absent] = [await auditor.get(`/api/audit/plans/${number}/content`), await auditor.get('/api/audit/plans/JQ2022-9999/content')];
  expect([hidden.status, hidden.json()]).toEqual([absent.status, absent.json()]);
});
