import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertArrival } from '#db/arrivals.ts';
import { insertDecision } from '#db/call-decisions.ts';
import { insertCheck, insertOpinion, setCheckState } from '#db/city-checks.ts';
import { findPlanFacts } from '#db/plan-facts.ts';
import { openStore } from '#db/pool.ts';
import type { Rights } from '#domain/access/relations.ts';
import type { MendingPart } from '#domain/filing/intake.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import { typedCode } from '#domain/filing/verify-code.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { contentDigest } from '#domain/values/digest.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import sample from '#programmes/jiangsu-2022/sample/plan.json' with { type: 'json' };
import { askedOf, refuseWhileFiling } from '#usecases/keep-arrival.ts';
import { lapsePlans } from '#usecases/lapse-plans.ts';
import { loadPlan } from '#usecases/load-plan.ts';
import { remindDeadlines } from '#usecases/remind-deadlines.ts';
import { recallPlan } from '#usecases/recall-plan.ts';
import { receivePaper } from '#usecases/receive-paper.ts';
import { recommendPlan } from '#usecases/recommend-plan.ts';
import type { Session } from '#usecases/session.ts';
import { submitPlan, type SubmitReceipt } from '#usecases/submit-plan.ts';
import { attachAll } from './support/attach.ts';
import type { Client } from './support/client.ts';
import { nextVersion, personOf, sendBack, stopClock } from './support/filed-plan.ts';
import { fillPlan, settle } from './support/fill-plan.ts';
import { roles, type RoleName } from './support/people.ts';
import { startTestApp, type TestApp } from './support/test-app.ts';

const edition = loadEdition(raw);
const content = sample as PlanContent;
const day = 86_400_000;
const { submitBy, recommendBy, paperBy } = edition.instants;
/** One day more for this zone alone. */
const extended = { submitBy: Date.parse(submitBy) + day, recommendBy: Date.parse(recommendBy) + day, paperBy: Date.parse(paperBy) + day };
const arrivedNow = () => 0;

let app: TestApp;
let zone: Client;
let plan = '';
let other = '';
let filer: Session;
let receipt: SubmitReceipt;

const at = (instant: number) => stopClock(app, instant);
const submit = (key: string = randomUUID(), deps = app.deps) => submitPlan(deps, filer, key, plan, arrivedNow);

/** The person behind a role, as the server finds them. */
async function sessionOf(role: RoleName): Promise<Session> {
  const { kind, rights, ...more }: { kind: Session['kind']; place: string; rights: Rights; adminRole?: Session['adminRole'] } = roles[role];
  const person = await personOf(app, role);
  const { rows } = await sql<{ organisation: string; name: string }>`select organisation_id as organisation, o.name
    from membership m join organisation o on o.id = m.organisation_id where user_id = ${person}`.execute(app.deps.db);
  const { organisation, name } = rows[0]!;
  return {
    person,
    organisation,
    kind,
    rights,
    adminRole: more.adminRole ?? null,
    username: role.toLowerCase(),
    name: role,
    organisationName: name,
    must: null,
  };
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Refusal ? error.code : `none: ${String(error)}`;
}

beforeAll(async () => {
  app = await startTestApp({
    edition,
    places: { zone: { name: content.zone, cityCode: content.city }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-20T10:00:00+08:00');
  zone = await app.as('zoneSubmitter');
  filer = await sessionOf('zoneSubmitter');
  plan = (await zone.send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  other = (await (await app.as('otherZone')).send('POST', '/api/plans', { body: {} })).json<{ id: string }>().id;
  await fillPlan(zone, plan, content);
  await attachAll(zone, plan, content);
  await settle(zone, plan);
  const { zoneId, callId } = (await findPlanFacts(app.deps.db, plan))!;
  const instants = Object.fromEntries(Object.entries(extended).map(([name, instant]) => [name, new Date(instant).toISOString()]));
  const person = await personOf(app, 'province');
  await app.deps.db.transaction().execute((tx) => insertDecision(tx, { callId, kind: 'extend', zoneId, ...instants, reason: '疫情', persons: 1, person }));
}, 120_000);
afterAll(() => app?.close());

test('an extension for one zone holds for that zone: on its board, and for nobody else', async () => {
  const iso = (instant: number | string) => new Date(instant).toISOString();
  expect((await zone.get(`/api/plans/${plan}`)).json()).toMatchObject({
    submitBy: iso(extended.submitBy),
    recommendBy: iso(extended.recommendBy),
    paperBy: iso(extended.paperBy),
  });
  expect((await (await app.as('otherZone')).get(`/api/plans/${other}`)).json()).toMatchObject({
    submitBy: iso(submitBy),
    recommendBy: iso(recommendBy),
    paperBy: iso(paperBy),
  });
});

test('from the very instant of the deadline a submission is too late, by a millisecond as by an hour', async () => {
  for (const late of [0, 1, 999, 3_600_000]) {
    await at(extended.submitBy + late);
    expect(await refusalOf(submit()), String(late)).toBe('tooLate');
  }
  // A browser cannot claim an instant: there is no field for one. Over HTTP the process's clock runs while the database's stands still.
  await at(extended.submitBy + 600_000);
  const claimed = await zone.send('POST', `/api/plans/${plan}/submit`, {
    body: { arrivedAt: submitBy, at: submitBy },
    headers: { date: 'Fri, 25 Mar 2022 10:00:00 GMT' },
  });
  expect([claimed.status, claimed.json<{ code: string }>().code]).toEqual([409, 'tooLate']);
});

test('a request that was found in order in time and lost with its server is judged by its first arrival when it is sent again, for the same text only', async () => {
  const key = randomUUID();
  const facts = (await findPlanFacts(app.deps.db, plan))!;
  const digest = contentDigest({ ...(await loadPlan(app.deps.db, facts)).content });
  // What a server that was killed while it drew the papers has left behind.
  const first = new Date(extended.submitBy - 1).toISOString();
  await insertArrival(app.deps.db, askedOf(filer.person, key, { plan, n: 1, digest }), first);
  await at(extended.submitBy + 3_600_000);
  expect(await refusalOf(submit())).toBe('tooLate');
  await sql`update block set answers = jsonb_set(answers, '{contact}', '"后来改的"') where plan_id = ${plan} and document = 'form' and block = 'zone'`.execute(
    app.deps.db,
  );
  expect(await refusalOf(submit(key))).toBe('tooLate');
  await sql`update block set answers = jsonb_set(answers, '{contact}', ${JSON.stringify(content.form['zone']!['contact'])}::jsonb)
    where plan_id = ${plan} and document = 'form' and block = 'zone'`.execute(app.deps.db);
  receipt = await submit(key);
  expect(receipt).toMatchObject({ version: 1, arrivedAt: first });
  // Another process, after a restart: the same key, the same receipt.
  const restarted = openStore(app.url);
  expect(await submit(key, { ...app.deps, db: restarted.db })).toEqual(receipt);
  await restarted.close();
});

test('a recall is judged in the same way, and not once the city has begun', async () => {
  await at(extended.submitBy);
  expect(await refusalOf(recallPlan(app.deps, filer, randomUUID(), plan, '更正', arrivedNow))).toBe('tooLate');
  await at(extended.submitBy - 1);
  const person = await personOf(app, 'city');
  await app.deps.db.transaction().execute((tx) => insertCheck(tx, plan, 1, person));
  expect(await refusalOf(recallPlan(app.deps, filer, randomUUID(), plan, '更正', arrivedNow))).toBe('wrongState');
  await sql`delete from city_check`.execute(openOwner().db);
  await recallPlan(app.deps, filer, randomUUID(), plan, '更正', arrivedNow);
});

const owners: ReturnType<typeof openStore>[] = [];
function openOwner() {
  const store = openStore(app.url, 'owner');
  owners.push(store);
  return store;
}
afterAll(async () => {
  for (const store of owners) await store.close();
});

test('a last-millisecond submission files although drawing and a lock that another holds let it end long after the deadline', async () => {
  await at(extended.submitBy - 1);
  const holder = openOwner();
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const holding = holder.db.transaction().execute(async (tx) => {
    await sql`select from plan where id = ${plan} for update`.execute(tx);
    await held;
  });
  const before = await arrivals();
  const filing = submit();
  // Written down means found in order: from here on it draws, and then waits for the plan.
  const settled = filing.then(
    () => true,
    () => true,
  );
  const written = async (): Promise<boolean> => (await arrivals()) > before || Promise.race([settled, pause(20)]);
  while (!(await written()));
  await at(extended.submitBy + 60_000);
  // What a colleague's window saves now was not there in time: it is neither filed nor does it spoil the filing. Their text is kept and tried again.
  const deadline = new Date(extended.submitBy).toISOString();
  const save = (instant: number) => refuseWhileFiling(app.deps.db, { id: plan, submitBy: deadline }, new Date(instant).toISOString());
  expect(await refusalOf(save(extended.submitBy))).toBe('busy');
  expect(await refusalOf(save(extended.submitBy - 1))).toContain('none');
  letGo();
  receipt = await filing;
  await holding;
  expect(receipt).toMatchObject({ version: 2, arrivedAt: new Date(extended.submitBy - 1).toISOString() });
  const { rows } = await sql<{ at: string }>`select at from audit_entry where command = 'plan.submit' order by id desc limit 1`.execute(app.deps.db);
  expect(Date.parse(rows[0]!.at)).toBe(extended.submitBy + 60_000);
});

async function pause(milliseconds: number): Promise<false> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return false;
}

async function arrivals(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from arrival`.execute(app.deps.db);
  return rows[0]!.n;
}

test('a recommendation is judged by the deadline of recommending, for this zone', async () => {
  const city = await sessionOf('city');
  const first = await personOf(app, 'province');
  await app.deps.db.transaction().execute(async (tx) => {
    const { id } = await insertCheck(tx, plan, 2, first);
    await setCheckState(tx, id, 'passed', { person: first, at: new Date().toISOString(), reason: null });
    for (const kind of ['plan', 'form'] as const) await insertOpinion(tx, { planId: plan, n: 2, kind, statements: ['同意推荐'], signedBy: first });
  });
  const recommend = () => recommendPlan(app.deps, city, randomUUID(), { plan }, '泰科高〔2022〕9号', arrivedNow);
  for (const late of [0, 1]) {
    await at(extended.recommendBy + late);
    expect(await refusalOf(recommend())).toBe('tooLate');
  }
  await at(extended.recommendBy - 1);
  expect(await recommend()).toMatchObject({ version: 2, madeAt: new Date(extended.recommendBy - 1).toISOString() });
});

test('paper is judged by the instant at which the desk had it, for this zone', async () => {
  const clerk = await sessionOf('intake');
  const code = typedCode(receipt.plan, receipt.version, receipt.digest);
  const handed = { code, counts: { plan: 10, form: 10, letter: 2 }, handedInBy: '王敏', courier: null, tracking: null, remark: '' };
  const receive = () => receivePaper(app.deps, clerk, randomUUID(), plan, handed, arrivedNow);
  await at(extended.paperBy - 1);
  expect(await receive()).toMatchObject({ taken: true, stampedAt: new Date(extended.paperBy - 1).toISOString() });
  await sql`update intake set state = 'awaitingPaper'`.execute(app.deps.db);
  await at(extended.paperBy);
  expect(await receive()).toMatchObject({ taken: false });
});

test('before a mending’s own deadline whoever’s turn it is is reminded once: zone and company, then the city, then the zone that owes paper', async () => {
  const { db } = app.deps;
  const [company, city, desk] = [await app.as('company'), await app.as('city'), await personOf(app, 'intake')];
  const reminded = async (who: Client) =>
    (await who.get('/api/messages'))
      .json<{ messages: { kind: string; link: string; params: Record<string, string | number> }[] }>()
      .messages.filter(({ kind, params }) => kind === 'reminder.deadline' && params['of'] === 'mending')
      .map(({ link, params }) => [link, params['what'], params['hours']]);
  const send = async (asked: number, parts: readonly MendingPart[]): Promise<number> => {
    await at(asked);
    const deadline = asked + 5 * day;
    await sendBack(app, plan, { deadline: new Date(deadline).toISOString(), reason: '补正', parts, paper: ['form'], askedBy: desk });
    return deadline;
  };
  const { id: project } = await db.selectFrom('project').select('id').where('planId', '=', plan).orderBy('position').limit(1).executeTakeFirstOrThrow();
  const parts = [{ document: project, block: 'team', text: '职称未填' }];
  const first = await send(extended.paperBy + day, parts);
  await sql`update project set owner_id = (select id from organisation where name = 'company'), state = 'drafting' where id = ${project}`.execute(db);
  // Seven days before lies before the asking; three days before is due to the millisecond.
  await at(first - 3 * day - 1);
  expect(await remindDeadlines(db)).toBe(0);
  await at(first - 3 * day);
  const counts = await Promise.all([1, 2, 3].map(() => remindDeadlines(db)));
  expect([counts.reduce((sum, n) => sum + n, 0), await remindDeadlines(db)]).toEqual([1, 0]);
  expect([await reminded(zone), await reminded(company), await reminded(city)]).toEqual([
    [[`/plans/${plan}/mending`, 'mending', 72]],
    [[`/proposals/${project}`, 'proposal', 72]],
    [],
  ]);
  await sql`update project set owner_id = null where id = ${project}`.execute(db);
  await nextVersion(app, plan, (projects) => projects);
  await at(first - day);
  expect([await remindDeadlines(db), await remindDeadlines(db)]).toEqual([1, 0]);
  expect([(await reminded(zone)).length, (await reminded(company)).length, await reminded(city)]).toEqual([1, 1, [[`/plans/${plan}/mending`, 'confirm', 24]]]);
  await at(first);
  expect(await remindDeadlines(db)).toBe(0);

  const second = await send(first + day, []);
  await at(second - 2 * 3_600_000);
  expect([await remindDeadlines(db), await remindDeadlines(db)]).toEqual([1, 0]);
  expect([(await reminded(zone))[0], (await reminded(city)).length]).toEqual([[`/plans/${plan}/mending`, 'paper', 2], 1]);
});

test('what nobody filed ends once no extension can be asked for any more, and not a millisecond before', async () => {
  const over = Date.parse(submitBy) + 30 * day;
  await at(over - 1);
  expect(await lapsePlans(app.deps.db)).toBe(0);
  await at(over);
  expect(await Promise.all([lapsePlans(app.deps.db), lapsePlans(app.deps.db)])).toEqual(expect.arrayContaining([1, 0]));
  const states = await app.deps.db.selectFrom('plan').select(['id', 'state']).execute();
  expect(states.find(({ id }) => id === other)?.state).toBe('ended');
  expect(states.find(({ id }) => id === plan)?.state).not.toBe('ended');
  const entry = await app.deps.db.selectFrom('auditEntry').select(['actor', 'detail']).where('command', '=', 'plan.lapse').execute();
  expect(entry).toMatchObject([{ actor: 'system', detail: { event: 'lapse' } }]);
  expect(app.bugs).toEqual([]);
});
