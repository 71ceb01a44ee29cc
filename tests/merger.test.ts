import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { Client, type Answer } from './support/client.ts';
import { password, type RoleName } from './support/people.ts';
import type { TestApp } from './support/test-app.ts';
import { startTestApp } from './support/test-app.ts';

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly company: string;
  readonly reason: string | null;
}

const terms = {
  title: '2022年度集群试点项目征集',
  text: '面向全省征集。',
  until: '2022-03-10T16:00:00.000Z',
  industries: [],
  contact: '顾知夏',
  phone: '0523-80000000',
};
const offer = (title: string) => ({ title, summary: '已完成中试。', asked: 400_000_000, inside: true });

let app: TestApp;
const clients = new Map<string, Client>();
const as = (role: RoleName): Client => clients.get(role)!;
const post = (role: RoleName, path: string, body: unknown = {}): Promise<Answer> => as(role).send('POST', path, { body });
const answersOf = async (role: RoleName): Promise<readonly Shown[]> => (await as(role).get('/api/answers')).json<Shown[]>();
const idOf = async (name: string): Promise<string> =>
  (await app.deps.db.selectFrom('organisation').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

async function publish(role: 'zoneSubmitter' | 'otherZone'): Promise<string> {
  const { id } = (await post(role, '/api/solicitations')).json<{ id: string }>();
  await as(role).send('PUT', `/api/solicitations/${id}`, { body: { terms } });
  expect((await post(role, `/api/solicitations/${id}/publish`)).status).toBe(200);
  return id;
}

async function answer(role: 'company' | 'otherCompany', solicitation: string, title: string): Promise<string> {
  const answered = await post(role, `/api/solicitations/${solicitation}/offers`, offer(title));
  expect(answered.status).toBe(200);
  return answered.json<{ id: string }>().id;
}

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
  await app.moveClock('2022-03-01T10:00:00+08:00');
  for (const role of ['zoneSubmitter', 'otherZone', 'company', 'otherCompany', 'partner', 'local', 'province'] as const) clients.set(role, await app.as(role));
  // Keepers decide about mergers: the zone of its companies, the province of authorities.
  await sql`update organisation set keeper_id = (select id from organisation where name = '甲高新区') where kind = 'company'`.execute(app.deps.db);
  await sql`update organisation set keeper_id = (select id from organisation where kind = 'province') where kind = 'local'`.execute(app.deps.db);
});
afterAll(() => app?.close());

test('what a merged company was at work on goes on in the surviving one; of two answers to one solicitation the further one stands', async () => {
  const [mine, theirs] = [await publish('zoneSubmitter'), await publish('otherZone')];
  const accepted = await answer('otherCompany', mine, '佐剂连续制造');
  const { project } = (await post('zoneSubmitter', `/api/answers/${accepted}/accept`)).json<{ project: string }>();
  const twin = await answer('company', mine, '冻干工艺');
  const elsewhere = await answer('otherCompany', theirs, '冷链');
  // The surviving company takes part in the project that becomes its own.
  expect((await post('otherCompany', `/api/proposals/${project}/partners`, { organisation: 'company' })).status).toBe(200);
  const { project: joint } = (await post('otherZone', `/api/answers/${elsewhere}/accept`)).json<{ project: string }>();
  expect((await post('otherCompany', `/api/proposals/${joint}/partners`, { organisation: 'partner' })).status).toBe(200);

  const [from, into] = [await idOf('otherCompany'), await idOf('company')];
  expect((await post('zoneSubmitter', `/api/organisations/${from}/merge`, { into, reason: '吸收合并' })).status).toBe(200);

  const proposal = (await as('company').get(`/api/proposals/${project}`)).json<{ owner: object; may: string[]; partners: object[] }>();
  expect([proposal.owner, proposal.partners]).toEqual([{ name: 'company' }, []]);
  expect(proposal.may).toContain('proposal.submit');
  expect((await as('company').get(`/api/proposals/${joint}`)).json()).toMatchObject({ owner: { name: 'company' }, partners: [{ name: 'partner' }] });
  const answers = await answersOf('company');
  expect(answers.map(({ id, state }) => [id, state])).toEqual(
    expect.arrayContaining([
      [accepted, 'accepted'],
      [elsewhere, 'accepted'],
      [twin, 'withdrawn'],
    ]),
  );
  expect(answers.find(({ id }) => id === twin)).toMatchObject({ reason: '吸收合并' });
  // The zone still reads who answered then.
  expect((await answersOf('zoneSubmitter')).find(({ id }) => id === accepted)).toMatchObject({ company: 'otherCompany', state: 'accepted' });
  // Its people come along, and work on as people of the surviving company.
  const moved = new Client(app.base);
  expect((await moved.send('POST', '/api/session', { body: { username: 'othercompany', password } })).json()).toMatchObject({ organisation: 'company' });
  expect((await moved.get(`/api/proposals/${project}`)).status).toBe(200);
});

test('a request for recommendation waits at the authority that took over', async () => {
  const [{ id: one } = { id: '' }] = (await as('company').get('/api/proposals')).json<{ id: string }[]>();
  await sql`insert into proposal_version (project_id, n, content, edition_digest, content_digest, filed_at, filed_by)
    select ${one}, 1, '{"answers": {}, "attachments": []}', plan_call.edition_digest, repeat('0', 64), jiqun_now(), (select id from auth."user" limit 1)
    from call plan_call`.execute(app.deps.db);
  const from = await idOf('local');
  await sql`insert into local_recommendation (project_id, version, authority_id, state, asked_at) values (${one}, 1, ${from}, 'asked', jiqun_now())`.execute(
    app.deps.db,
  );
  const made = await post('province', '/api/organisations', { kind: 'local', name: '合并后的科技局', uscc: null, confirmed: false, cityCode: null });
  const into = made.json<{ id: string }>().id;
  expect((await post('province', `/api/organisations/${from}/merge`, { into, reason: '机构改革' })).status).toBe(200);
  const person = new Client(app.base);
  await person.send('POST', '/api/session', { body: { username: 'local', password } });
  expect((await person.get('/api/local-requests')).json()).toMatchObject([{ project: one, state: 'asked' }]);
});
