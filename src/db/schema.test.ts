import { afterAll, expect, test } from 'vitest';
import { createDatabase } from '#tests/support/database.ts';
import { describeSchema } from './describe-schema.ts';
import { openStore } from './pool.ts';

const database = await createDatabase();
const owner = openStore(database.url, 'owner');
afterAll(async () => {
  await owner.close();
  await database.drop();
});

test('schema.ts is what the migrations make', async () => {
  await expect(await describeSchema(owner.db)).toMatchFileSnapshot('./schema.ts');
});
