import { afterEach, expect, test } from 'vitest';
import { drawForm } from './draw-form.ts';
import { createPool, defaultLimits, type Pool, type PoolLimits } from './pool.ts';
import { request, samplePlan, withEnterprises } from './paper.test-support.ts';

const pools: Pool[] = [];

function pool(limits: Partial<PoolLimits>): Pool {
  const made = createPool({ ...defaultLimits, ...limits });
  pools.push(made);
  return made;
}

afterEach(() => pools.splice(0).forEach((made) => made.close()));

const small = drawForm(request({ plan: { ...samplePlan(), projects: [] } }));
const large = drawForm(request({ plan: withEnterprises(samplePlan(), 400) }));

test('a paper that takes too long is killed and refused, and the next one is rendered', async () => {
  const one = pool({ time: 1 });
  await expect(one.render(large)).rejects.toMatchObject({ code: 'unrenderable', detail: { reason: 'killed' } });
  await expect(one.render(large)).rejects.toMatchObject({ code: 'unrenderable' });
  expect((await pool({}).render(small)).pages).toBeGreaterThan(5);
});

test('a paper that takes too much memory is refused', async () => {
  await expect(pool({ memory: 60_000_000 }).render(large)).rejects.toMatchObject({ code: 'unrenderable', detail: { reason: 'killed' } });
});

test('papers beyond the queue are refused as busy, those within it are all rendered', async () => {
  const one = pool({ waiting: 2 });
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => one.render(small)));
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(outcomes[4]).toMatchObject({ reason: { code: 'busy' } });
});

test('a process that has rendered its number of papers gives way to a fresh one, with the same bytes', async () => {
  const one = pool({ renders: 1 });
  const first = await one.render(small);
  const second = await one.render(small);
  expect(Buffer.from(second.bytes).equals(first.bytes)).toBe(true);
});

test('a closed pool refuses what it had taken on', async () => {
  const one = pool({});
  const taken = [one.render(small), one.render(small)];
  one.close();
  const outcomes = await Promise.allSettled(taken);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
});
