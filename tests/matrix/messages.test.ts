import { afterAll, beforeAll, expect, test } from 'vitest';
import { edition as raw } from '#programmes/jiangsu-2022/index.ts';
import { judge } from '#domain/access/may.ts';
import { loadEdition } from '#domain/programme/load-edition.ts';
import { messageRoutes } from '#http/contract/routes/messages.ts';
import type { Client } from '../support/client.ts';
import { actorOf, askers, outcomeOf, publishMatrix, routeCell } from '../support/matrix.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

const bodies: Readonly<Record<string, unknown>> = {
  readMessages: { ids: [] },
  setContact: { email: '' },
  setChoice: { mail: true, sms: false },
};

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({
    edition: loadEdition(raw),
    places: { zone: { name: '甲高新区', cityCode: '321200' }, otherZone: { name: '乙高新区', cityCode: '320100' } },
  });
});

afterAll(() => app?.close());

const head = `# Messages: who may do what

Written by \`UPDATE=1 vitest run tests/matrix/messages.test.ts\` from what the server answered. Everybody has their own messages and nobody else's: no route names a person.
`;

test('everybody who is signed in has an inbox of their own, and the matrix says so', async () => {
  const rows = [];
  const clients = new Map<string, Client>();
  for (const asker of askers) clients.set(asker, await app.as(asker));
  for (const [name, route] of Object.entries(messageRoutes)) {
    const cells = [];
    for (const asker of askers) {
      const body = bodies[name];
      const answer = await clients.get(asker)!.send(route.method, route.path.replace(':kind', 'comment.added'), body === undefined ? {} : { body });
      const outcome = outcomeOf(answer.status, answer.status >= 400 ? answer.json<{ code: string }>().code : undefined);
      expect(outcome, `${name} by ${asker}`).toBe(judge(actorOf(asker), route.act, { kind: 'own' }));
      cells.push([outcome]);
    }
    rows.push({ route: routeCell(route), act: route.act, cells });
  }
  const { text, published } = await publishMatrix('messages', { head, columns: askers, rows });
  expect(published).toBe(text);
  expect(app.bugs).toEqual([]);
});
