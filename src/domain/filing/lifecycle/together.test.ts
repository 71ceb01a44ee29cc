import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from './table.ts';
import { decideTask, taskStates, taskTable, type TaskEvent } from './task.ts';
import { decideThread, threadStates, threadTable, type ThreadEvent } from './thread.ts';

test('a thread is resolved and opened again, an answer opens it, and nothing is said without words', () => {
  const say = (text: string) => ({ by: ['reader'] as const, text });
  expect(decideThread('new', 'add', say('口径？'))).toMatchObject({ done: true, to: 'open' });
  expect(decideThread('open', 'resolve', say(''))).toMatchObject({ done: true, to: 'resolved' });
  expect(decideThread('resolved', 'answer', say('还差一件'))).toMatchObject({ done: true, to: 'open' });
  expect(decideThread('resolved', 'resolve', say(''))).toEqual({ done: false, code: 'wrongState' });
  expect(decideThread('open', 'answer', say(' '))).toEqual({ done: false, code: 'badRequest' });
});

test('a task goes to somebody who works on the document, and either of the two says that it is done', () => {
  expect(decideTask('new', 'give', { by: ['giver'], within: false })).toEqual({ done: false, code: 'badRequest' });
  expect(decideTask('open', 'finish', { by: [] })).toEqual({ done: false, code: 'notAllowed' });
  for (const who of ['giver', 'doer'] as const) expect(decideTask('open', 'finish', { by: [who] })).toMatchObject({ done: true, to: 'done' });
  expect(decideTask('done', 'finish', { by: ['doer'] })).toEqual({ done: false, code: 'wrongState' });
});

test('events that the tables allowed lead, replayed, to the state that they said', () => {
  const threadEvents = Object.keys(threadTable) as ThreadEvent[];
  const taskEvents = Object.keys(taskTable) as TaskEvent[];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...threadEvents)), fc.array(fc.constantFrom(...taskEvents)), (said, done) => {
      let thread: (typeof threadStates)[number] | 'new' = 'new';
      const kept = said.filter((event) => {
        const decision = decideThread(thread, event, { by: ['reader'], text: '一' });
        if (decision.done) thread = decision.to;
        return decision.done;
      });
      expect(replay(threadTable, kept)).toBe(thread);
      let task: (typeof taskStates)[number] | 'new' = 'new';
      const carried = done.filter((event) => {
        const decision = decideTask(task, event, { by: ['giver'], within: true });
        if (decision.done) task = decision.to;
        return decision.done;
      });
      expect(replay(taskTable, carried)).toBe(task);
    }),
  );
});
