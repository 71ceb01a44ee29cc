import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createDatabase } from '#tests/support/database.ts';
import { addPerson, addPlan } from '#tests/support/rows.ts';
import { findSave, listSaves } from './block-history.ts';
import { saveBlock } from './blocks.ts';
import { openStore } from './pool.ts';

const database = await createDatabase();
const owner = openStore(database.url, 'owner');
const store = openStore(database.url);
afterAll(async () => {
  await Promise.all([owner.close(), store.close()]);
  await database.drop();
});

test('after any row of saves and restores the history holds every text in order, and what stands is the newest', async () => {
  const savedBy = await addPerson(owner.db);
  let block = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.record({ text: fc.stringMatching(/^[^\0]{0,8}$/) }), fc.record({ back: fc.nat(20) })), { minLength: 1, maxLength: 8 }),
      async (steps) => {
        const { id: planId } = await addPlan(owner.db);
        const at = { planId, document: 'form' };
        const name = `block${block++}`;
        const texts: string[] = [];
        for (const step of steps) {
          const text = 'text' in step ? step.text : (texts[step.back % Math.max(texts.length, 1)] ?? '');
          const save = { ...at, block: name, base: texts.length, answers: { text }, savedAt: '2022-03-01T00:00:00.000Z', savedBy };
          expect(await store.db.transaction().execute((tx) => saveBlock(tx, save))).toHaveProperty('saved');
          texts.push(text);
        }
        const saves = await listSaves(store.db, at, name, undefined, 100);
        expect(saves.map((row) => row.answers['text'])).toEqual(texts.toReversed());
        expect((await findSave(store.db, at, name, 1))?.answers).toEqual({ text: texts[0] });
      },
    ),
    { numRuns: 25 },
  );
});
