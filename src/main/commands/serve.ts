import { demoOrganisations, demoPassword } from '#programmes/jiangsu-2022/sample/demo-people.ts';
import { cli } from '#web/messages/cli.ts';
import { options, words, type Command } from '../command.ts';
import { readConfig } from '../config.ts';
import { startServer } from '../server.ts';
import { textTable } from '../text-table.ts';
import { ensureWebBuilt } from '../web-build.ts';

/** Serves until Ctrl-C or SIGTERM. */
export const serve: Command = async (args) => {
  const { values, positionals } = options('serve', args, { demo: { type: 'boolean' } });
  words('serve', positionals, 0);
  const { demo } = values;
  const config = readConfig(process.env);
  const ended = Promise.withResolvers<never>();
  const interrupted = waitForSignal();
  const server = await startServer({
    config,
    demo: demo === true,
    web: () => ensureWebBuilt(say),
    log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
    onLost: (error) => ended.reject(error),
  });
  if (server.seeded === 'notEmpty') say(cli.seedNotEmpty);
  if (server.seeded === 'seeded' || server.seeded === 'kept') say(demoAccounts());
  for (const { seq, found } of server.missing) say(cli.headMissing(seq, found !== null));
  say(cli.ready(server.address));
  say(cli.stopHint);
  try {
    await Promise.race([ended.promise, interrupted]);
  } finally {
    say(cli.stopping);
    await server.stop();
  }
  process.exit(0);
};

/** Who can sign in to the demonstration, with what. */
export function demoAccounts(): string {
  const rows = demoOrganisations.flatMap(({ name, people }) => people.map((person) => [person.username, name, person.name, cli.rights[person.right]]));
  return [cli.demoNotice, textTable([cli.demoHead, ...rows]), cli.demoPassword(demoPassword)].join('\n');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One Ctrl-C may arrive twice (from the terminal and from npm); only one that comes later shows impatience. */
const impatientAfter = 3_000;

function waitForSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let first: number | undefined;
  const onSignal = (): void => {
    first ??= performance.now();
    if (performance.now() - first > impatientAfter) process.exit(1);
    resolve();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return promise;
}
