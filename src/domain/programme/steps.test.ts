import { expect, test } from 'vitest';
import { planTable } from '#domain/filing/lifecycle/plan.ts';
import { projectTable } from '#domain/filing/lifecycle/project.ts';
import { isStep } from './steps.ts';

/** The events of a lifecycle by which somebody acts: all but effects of other events and of the clock. */
function acted(thing: string, table: Readonly<Record<string, { readonly who: readonly (readonly string[])[] }>>): readonly string[] {
  return Object.entries(table).flatMap(([event, { who }]) => (who.some((together) => !together.includes('sys')) ? [`${thing}.${event}`] : []));
}

test('an edition may name every event by which somebody acts on a plan or a project', () => {
  const events = [...acted('plan', planTable), ...acted('project', projectTable)];
  expect(events.length).toBeGreaterThan(8);
  expect(events.filter((event) => !isStep(event))).toEqual([]);
});

test('what is no event of a lifecycle is no step', () => {
  expect(['plan', 'plan.', 'plan.publish', 'plan.submit.twice', 'nothing.submit', ''].filter(isStep)).toEqual([]);
});
