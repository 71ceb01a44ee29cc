import { cli } from '#web/messages/cli.ts';
import type { Command } from './command.ts';
import { Sentence } from './sentence.ts';

/** Loaded when named: `check` should not wait for the server's modules. */
const commands: Readonly<Record<keyof typeof cli.helpOf, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serve,
  migrate: async () => (await import('./commands/migrate.ts')).migrate,
  'first-account': async () => (await import('./commands/first-account.ts')).firstAccount,
  'seed-demo': async () => (await import('./commands/seed-demo.ts')).seedDemo,
  check: async () => (await import('./commands/check.ts')).check,
  render: async () => (await import('./commands/render.ts')).render,
  package: async () => (await import('./commands/package.ts')).packagePlan,
  verify: async () => (await import('./commands/verify.ts')).verify,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  'restore-drill': async () => (await import('./commands/drill.ts')).drill,
};

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(`${cli.help}\n`);
    return name === undefined ? 2 : 0;
  }
  if (!isCommand(name)) throw new Sentence(cli.unknownCommand(name), 2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${cli.helpOf[name]}\n`);
    return 0;
  }
  const command = await commands[name]();
  return (await command(args)) ?? 0;
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof Sentence) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  } else {
    // A bug: its whole trace, once.
    process.stderr.write(`${cli.failed(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    process.exitCode = 70;
  }
}
