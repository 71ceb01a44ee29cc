import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { insertAccount } from '#db/accounts.ts';
import { insertMembership, insertOrganisation } from '#db/organisations.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { hashPassword } from '#usecases/accounts.ts';
import { Client } from './support/client.ts';
import { password } from './support/people.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

let app: TestApp;
const edition = loadEdition(raw);
const all = { write: true, submit: true, manage: true };
const none = { write: false, submit: false, manage: false };

beforeAll(async () => {
  app = await startTestApp({
    edition,
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
});
afterAll(() => app?.close());

async function add(client: Client, body: object): Promise<string> {
  const answer = await client.send('POST', '/api/organisations', { body: { uscc: null, confirmed: false, cityCode: null, ...body } });
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.json())}`);
  return answer.json<{ id: string }>().id;
}

/** Adds somebody and signs in as them, with a password of their own. */
async function addPerson(client: Client, organisation: string, username: string, given: object = {}): Promise<Client> {
  const added = await client.send('POST', `/api/organisations/${organisation}/people`, {
    body: { username, name: '某人', rights: all, adminRole: null, ...given },
  });
  if (added.status !== 200) throw new Error(`${added.status} ${JSON.stringify(added.json())}`);
  const one = new Client(app.base);
  const current = added.json<{ password: string }>().password;
  await one.send('POST', '/api/session', { body: { username, password: current } });
  await one.send('PUT', '/api/account/password', { body: { current, next: password } });
  return one;
}

test('the province activates a zone, the zone a company that asked, the company its own people: nobody skips a link', async () => {
  const province = await app.as('province');
  const zoneId = await add(province, { kind: 'zone', name: '丙高新区', cityCode: '320400' });
  const zone = await addPerson(province, zoneId, 'zone.c');
  const place = (await new Client(app.base).get('/api/organisations/places')).json<{ id: string; name: string }[]>().find((one) => one.id === zoneId)!;
  const asked = {
    kind: 'company',
    name: '丙一新材料有限公司',
    uscc: '91320400TXT000001X',
    confirmed: true,
    keeper: place.id,
    contact: '联系人甲',
    phone: '13900000001',
  };
  const stranger = new Client(app.base);
  expect((await stranger.send('POST', '/api/organisations/requests', { body: asked })).json()).toEqual({ done: true });
  expect((await stranger.send('POST', '/api/organisations/requests', { body: asked })).json()).toEqual({ done: true });
  expect((await stranger.send('POST', '/api/organisations/requests', { body: { ...asked, name: '冒名有限公司' } })).json()).toMatchObject({ code: 'taken' });

  const kept = (await zone.get('/api/organisations')).json<{ id: string; name: string; state: string }[]>();
  expect(kept.map(({ name, state }) => [name, state])).toEqual([['丙一新材料有限公司', 'requested']]);
  const company = kept[0]!.id;
  expect((await zone.get(`/api/organisations/${company}`)).json()).toMatchObject({ contact: { name: '联系人甲', phone: '139****0001' } });
  expect((await zone.send('POST', `/api/organisations/${company}/contact/phone`, { body: {} })).json()).toEqual({ phone: '13900000001' });
  const { rows } = await sql<{ phone: string }>`select phone from organisation_contact`.execute(app.deps.db);
  expect(rows.map(({ phone }) => phone.includes('139'))).toEqual([false]);
  // Not before it is active, and not by another zone, nor by the province past the zone.
  expect(
    (await zone.send('POST', `/api/organisations/${company}/people`, { body: { username: 'too.early', name: '某人', rights: all, adminRole: null } })).json(),
  ).toMatchObject({ code: 'wrongState' });
  for (const other of [await app.as('otherZone'), province])
    expect((await other.send('POST', `/api/organisations/${company}/activate`, { body: {} })).json()).toMatchObject({ code: 'notFound' });
  expect((await zone.send('POST', `/api/organisations/${company}/activate`, { body: {} })).status).toBe(200);
  const manager = await addPerson(zone, company, 'company.c');
  expect((await zone.get(`/api/organisations/${company}`)).json()).toMatchObject({ contact: null });
  const writer = await addPerson(manager, company, 'company.c.writer', { rights: { ...none, write: true } });
  expect(
    (await writer.send('POST', `/api/organisations/${company}/people`, { body: { username: 'by.writer', name: '某人', rights: all, adminRole: null } })).json(),
  ).toMatchObject({ code: 'notAllowed' });
  expect(
    (await manager.send('POST', '/api/organisations', { body: { kind: 'company', name: '又一公司', uscc: null, confirmed: false, cityCode: null } })).json(),
  ).toMatchObject({ code: 'notAllowed' });
  expect(
    (await zone.send('POST', '/api/organisations', { body: { kind: 'zone', name: '丁高新区', uscc: null, confirmed: false, cityCode: null } })).json(),
  ).toMatchObject({ code: 'badRequest' });
  expect((await app.deps.db.selectFrom('message').select('kind').where('link', '=', `/people/${company}`).execute()).map(({ kind }) => kind)).toEqual([
    'organisation.requested',
  ]);
});

test('a credit code of the wrong shape is refused; one whose check digit fails is asked about, and the same request twice at once is one', async () => {
  const stranger = new Client(app.base);
  const keeper = (await stranger.get('/api/organisations/places')).json<{ id: string; kind: string }[]>().find((one) => one.kind === 'zone')!.id;
  const asked = { kind: 'company', name: '码不对有限公司', keeper, contact: '联系人', phone: '13900000002' };
  const send = async (uscc: string, confirmed: boolean) =>
    (await stranger.send('POST', '/api/organisations/requests', { body: { ...asked, uscc, confirmed } })).json();
  expect(await send('9132', true)).toMatchObject({ code: 'badRequest', detail: { at: ['uscc'] } });
  expect(await send('91320400TXT0000029', false)).toMatchObject({ code: 'badRequest', detail: { at: ['uscc'], reason: 'checkDigit' } });
  const twice = await Promise.all([send('91320400TXT0000029', true), send('91320400TXT0000029', true)]);
  expect(twice).toEqual([{ done: true }, { done: true }]);
});

test('suspending an organisation ends what its people have open, and nobody signs in; resuming lets them in again', async () => {
  const province = await app.as('province');
  const id = await add(province, { kind: 'local', name: '某县科技局', cityCode: '320500' });
  const person = await addPerson(province, id, 'county');
  expect((await person.get('/api/organisations/own')).status).toBe(200);
  expect((await province.send('POST', `/api/organisations/${id}/suspend`, { body: { reason: '机构改革' } })).status).toBe(200);
  expect((await person.get('/api/organisations/own')).status).toBe(401);
  const again = () => new Client(app.base).send('POST', '/api/session', { body: { username: 'county', password } });
  expect((await again()).json()).toMatchObject({ code: 'accountSuspended' });
  expect((await province.send('POST', `/api/organisations/${id}/resume`, { body: {} })).status).toBe(200);
  expect((await again()).status).toBe(200);
  expect((await province.send('POST', `/api/organisations/${id}/close`, { body: { reason: '撤并' } })).status).toBe(200);
  expect((await again()).json()).toMatchObject({ code: 'accountSuspended' });
  expect((await province.send('POST', `/api/organisations/${id}/resume`, { body: {} })).json()).toMatchObject({ code: 'wrongState' });
  // A closed organisation's name is free for the one that follows it.
  await add(province, { kind: 'local', name: '某县科技局', cityCode: '320500' });
});

test('former names stay findable after a rename and a merger, whose people move with what they may do', async () => {
  const province = await app.as('province');
  const [one, two] = [await add(province, { kind: 'local', name: '东区科技局' }), await add(province, { kind: 'local', name: '西区科技局' })];
  const person = await addPerson(province, one, 'east', { rights: { ...none, write: true } });
  expect((await province.send('POST', `/api/organisations/${one}/rename`, { body: { name: '东区科学技术局', level: '县级', reason: '更名' } })).status).toBe(
    200,
  );
  expect(
    (await province.send('POST', `/api/organisations/${two}/rename`, { body: { name: '东区科学技术局', level: null, reason: '更名' } })).json(),
  ).toMatchObject({ code: 'taken' });
  const found = (await province.get(`/api/organisations?search=${encodeURIComponent('东区科技')}`)).json<{ id: string; former: string[] }[]>();
  expect(found.map(({ id, former }) => [id, former])).toEqual([[one, ['东区科技局']]]);
  expect((await province.send('POST', `/api/organisations/${one}/merge`, { body: { into: one, reason: '合并' } })).json()).toMatchObject({
    code: 'badRequest',
  });
  expect((await province.send('POST', `/api/organisations/${one}/merge`, { body: { into: two, reason: '合并' } })).status).toBe(200);
  expect((await person.get('/api/plans')).status).toBe(401);
  const back = await new Client(app.base).send('POST', '/api/session', { body: { username: 'east', password } });
  expect(back.json()).toMatchObject({ organisation: '西区科技局', rights: { ...none, write: true } });
  expect((await province.get(`/api/organisations/${one}`)).json()).toMatchObject({ state: 'closed', mergedInto: '西区科技局', people: [] });
  await expect(sql`update organisation_name set name = 'x'`.execute(app.deps.db)).rejects.toThrow('organisation_name');
});

test('security sees every account and can suspend it, but gives nobody a place; system sees none; nobody holds two of the three, nor one beside content', async () => {
  const province = await app.as('province');
  const id = await add(province, { kind: 'admin', name: '系统管理处' });
  const [security, system, audit] = [
    await addPerson(province, id, 'sec', { rights: none, adminRole: 'security' }),
    await addPerson(province, id, 'sys', { rights: none, adminRole: 'system' }),
    await addPerson(province, id, 'aud', { rights: none, adminRole: 'audit' }),
  ];
  for (const wrong of [
    { rights: none, adminRole: null },
    { rights: all, adminRole: 'system' },
  ])
    expect((await province.send('POST', `/api/organisations/${id}/people`, { body: { username: 'wrong', name: '某人', ...wrong } })).json()).toMatchObject({
      code: 'badRequest',
    });
  const listed = (await security.get('/api/organisations')).json<{ id: string; name: string }[]>();
  const zone = listed.find(({ name }) => name === '甲高新区')!.id;
  const writer = (await security.get(`/api/organisations/${zone}`))
    .json<{ people: { id: string; username: string }[] }>()
    .people.find((one) => one.username === 'zonewriter')!.id;
  for (const who of [system, audit]) {
    expect((await who.get('/api/organisations')).status).toBe(403);
    expect((await who.get(`/api/organisations/${zone}`)).status).toBe(404);
    expect((await who.get('/api/plans')).status).toBe(403);
  }
  const open = await app.as('zoneWriter');
  expect((await security.send('POST', `/api/organisations/${zone}/people/${writer}/suspend`, { body: { reason: '异常登录' } })).status).toBe(200);
  expect((await open.get('/api/plans')).status).toBe(401);
  expect((await security.send('POST', `/api/organisations/${zone}/people/${writer}/resume`, { body: {} })).status).toBe(200);
  expect((await security.send('PUT', `/api/organisations/${zone}/people/${writer}/rights`, { body: all })).json()).toMatchObject({ code: 'notAllowed' });
  expect(
    (await security.send('POST', `/api/organisations/${zone}/people/${writer}/one-time-password`, { body: { secondFactor: false } })).json(),
  ).toMatchObject({ code: 'notAllowed' });

  // The database holds it too, wherever a row comes from.
  const twice = app.deps.db.transaction().execute(async (tx) => {
    const user = await insertAccount(tx, { username: `two.${randomUUID().slice(0, 8)}`, name: '两职', hash: await hashPassword(password) });
    const other = await insertOrganisation(tx, { kind: 'admin', name: '另一处' });
    await insertMembership(tx, { userId: user, organisationId: id, adminRole: 'system' });
    await insertMembership(tx, { userId: user, organisationId: other, adminRole: 'audit' });
  });
  await expect(twice).rejects.toThrow('one_admin_role');
  const both = app.deps.db.updateTable('membership').set({ canWrite: true }).where('adminRole', '=', 'security').execute();
  await expect(both).rejects.toThrow('administrators_have_no_content');
});

test('nothing in all of this was a bug', () => {
  expect(app.bugs).toEqual([]);
});
