import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { routes } from './contract/routes.ts';
import type { Route } from './contract/define.ts';
import { type Leave, loadOf, openLane } from './door.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Asks to come in, and writes down what becomes of it. */
function asking(lane: ReturnType<typeof openLane>, names: readonly string[], weight?: number) {
  const log: string[] = [];
  const leave = new Map<string, Leave>();
  const ask = async (name: string): Promise<void> => {
    try {
      leave.set(name, await lane(weight));
      log.push(`${name} in`);
    } catch (error) {
      log.push(`${name} ${(error as { code?: string }).code}`);
    }
  };
  for (const name of names) void ask(name);
  return { log, leave };
}

describe('a lane', () => {
  test('lets in what there is room for, lets the next wait in order, and refuses at once whom the queue has no place for', async () => {
    const { log, leave } = asking(openLane({ room: 2, queue: 2, patience: 1_000 }), ['a', 'b', 'c', 'd', 'e']);
    await vi.advanceTimersByTimeAsync(0);
    expect(log.toSorted()).toEqual(['a in', 'b in', 'e busy']);
    leave.get('b')?.();
    await vi.advanceTimersByTimeAsync(0);
    leave.get('a')?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(log.slice(3)).toEqual(['c in', 'd in']);
  });

  test('refuses whoever has waited too long, and has their place free for another', async () => {
    const lane = openLane({ room: 1, queue: 1, patience: 1_000 });
    const { log } = asking(lane, ['a', 'b']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log).toEqual(['a in', 'b busy']);
    const later = asking(lane, ['c', 'd']);
    await vi.advanceTimersByTimeAsync(0);
    expect(later.log).toEqual(['d busy']);
  });

  test('is not emptied twice by leaving twice', async () => {
    const lane = openLane({ room: 1, queue: 5, patience: 1_000 });
    const { log, leave } = asking(lane, ['a', 'b', 'c']);
    await vi.advanceTimersByTimeAsync(0);
    leave.get('a')?.();
    leave.get('a')?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(log).toEqual(['a in', 'b in']);
  });

  test('lets something larger than itself in alone, and light ones after a heavy one that gave up', async () => {
    const lane = openLane({ room: 10, queue: 5, patience: 1_000 });
    const { leave } = asking(lane, ['huge'], 99);
    await vi.advanceTimersByTimeAsync(0);
    const { log } = asking(lane, ['light'], 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(log).toEqual([]);
    leave.get('huge')?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(log).toEqual(['light in']);
    const heavy = asking(lane, ['heavy'], 10);
    await vi.advanceTimersByTimeAsync(500);
    const after = asking(lane, ['light'], 2);
    await vi.advanceTimersByTimeAsync(500);
    expect([...heavy.log, ...after.log]).toEqual(['heavy busy', 'light in']);
  });
});

test('every route has a lane; health has none, passwords, drafts of papers and submissions have their own', () => {
  const loads = new Map(Object.entries<Route>(routes).map(([name, route]) => [name, loadOf(route)]));
  expect([...loads].flatMap(([name, load]) => (load === 'none' ? [name] : []))).toEqual(['health']);
  for (const [name, load] of [
    ['signIn', 'password'],
    ['draftPdf', 'render'],
    ['submit', 'submit'],
    ['plan', 'read'],
    ['saveBlock', 'write'],
    ['uploadFile', 'write'],
  ])
    expect(loads.get(name ?? ''), name).toBe(load);
});
