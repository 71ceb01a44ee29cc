import { cli } from '#web/messages/cli.ts';
import { options, words, type Command } from '../command.ts';
import { readConfig } from '../config.ts';
import { bringUpToDate, openCommandDatabase } from '../database.ts';

export const migrate: Command = async (args) => {
  words('migrate', options('migrate', args, {}).positionals, 0);
  const database = await openCommandDatabase(readConfig(process.env));
  try {
    process.stdout.write(`${cli.migrated(await bringUpToDate(database.url))}\n`);
  } finally {
    await database.stop();
  }
};
