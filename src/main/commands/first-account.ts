import { openStore } from '#db/pool.ts';
import { Refusal } from '#domain/values/refusal.ts';
import { makeFirstAccount } from '#usecases/first-account.ts';
import { cli } from '#web/messages/cli.ts';
import { options, words, type Command } from '../command.ts';
import { readConfig } from '../config.ts';
import { bringUpToDate, openCommandDatabase } from '../database.ts';
import { Sentence } from '../sentence.ts';

export const firstAccount: Command = async (args) => {
  const { values, positionals } = options('first-account', args, { username: { type: 'string' }, name: { type: 'string' }, organisation: { type: 'string' } });
  words('first-account', positionals, 0);
  const { username = '', name = '', organisation = cli.province } = values;
  if (!/^[A-Za-z0-9][A-Za-z0-9._]{2,39}$/.test(username) || name.trim() === '') throw new Sentence(cli.badArguments('first-account'), 2);
  const database = await openCommandDatabase(readConfig(process.env));
  try {
    await bringUpToDate(database.url);
    const store = openStore(database.url);
    try {
      const made = await makeFirstAccount(store.db, { username, name: name.trim(), organisation });
      if (made === undefined) throw new Sentence(cli.firstAccountThere);
      process.stdout.write(`${cli.firstAccount(made.username, made.password)}\n`);
    } catch (error) {
      throw error instanceof Refusal && error.code === 'taken' ? new Sentence(cli.usernameTaken(username)) : error;
    } finally {
      await store.close();
    }
  } finally {
    await database.stop();
  }
};
