import { renderers } from '#documents/render/form.ts';
import { cli } from '#web/messages/cli.ts';
import { options, words, type Command } from '../command.ts';
import { readConfig } from '../config.ts';
import { bringUpToDate, openCommandDatabase } from '../database.ts';
import { seedDemo as seed } from '../demo/seed.ts';
import { Sentence } from '../sentence.ts';
import { demoAccounts } from './serve.ts';

export const seedDemo: Command = async (args) => {
  words('seed-demo', options('seed-demo', args, {}).positionals, 0);
  const database = await openCommandDatabase(readConfig(process.env));
  try {
    await bringUpToDate(database.url);
    const result = await seed(database.url, 'filed');
    if (result === 'notEmpty') throw new Sentence(cli.seedNotEmpty);
    process.stdout.write(`${result === 'kept' ? cli.seedKept : cli.seeded}\n${demoAccounts()}\n`);
  } finally {
    renderers.close();
    await database.stop();
  }
};
