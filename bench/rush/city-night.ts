import { randomUUID } from 'node:crypto';
import type { Told } from './filer.ts';
import { password, type SeededZone } from './seed.ts';
import { type Ground, Session } from './session.ts';

/**
 * A city's two officers, each on every plan that was filed, several times at the same moment: one signs and passes them all, and then
 * both recommend whatever they can.
 */
export async function recommendAll(city: string, officers: readonly [string, string], plans: readonly SeededZone[], ground: Ground, told: Told): Promise<void> {
  const [first, second] = await Promise.all(
    officers.map(async (username, index) => {
      const session = new Session(username, ground, index);
      await session.must({ operation: 'signIn', method: 'POST', path: '/api/session', body: { username, password } });
      return session;
    }),
  );
  if (first === undefined || second === undefined) return;
  for (const { plan } of plans) {
    const at = `/api/plans/${plan}/city-check`;
    for (const path of [`${at}/opinions/plan`, `${at}/opinions/form`, `${at}/pass`])
      await first.must({ operation: 'cityOpinion', method: 'POST', path, body: {} });
  }
  await Promise.all(
    plans.flatMap(({ plan, number }) =>
      [first, second, second].map(async (session, index) => {
        const key = randomUUID();
        const body = { documentNumber: `科报〔2022〕${index + 1}号` };
        const reply = await session.ask({ operation: 'recommend', method: 'POST', path: `/api/plans/${plan}/recommendation`, body, key });
        if (reply.status === 200) told.acknowledged.push({ kind: 'recommend', key, plan: number, city });
        else if (reply.status !== 409 && reply.status !== 404) told.odd.push(`recommend answered ${reply.status} ${new TextDecoder().decode(reply.bytes)}`);
      }),
    ),
  );
}
