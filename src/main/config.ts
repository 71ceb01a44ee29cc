import path from 'node:path';
import { cli } from '#web/messages/cli.ts';
import { Sentence } from './sentence.ts';

/** What the environment settles. */
export interface Config {
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Address that people use; undefined while only this machine does. */
  readonly publicUrl: string | undefined;
}

/** Reads and checks every variable, those too that only a later part reads: a wrong one is better told at the start. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const url = (name: string, schemes: readonly string[]): string | undefined => {
    const text = env[name]?.trim();
    if (text === undefined || text === '') return undefined;
    if (!schemes.includes(URL.parse(text)?.protocol ?? '')) throw new Sentence(cli.badSetting(name));
    return text;
  };
  url('SMTP_URL', ['smtp:', 'smtps:']);
  return {
    port: readPort(env['PORT']),
    dataFolder: path.resolve(env['JIQUN_DATA'] || 'data'),
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    publicUrl: url('PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, ''),
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text.trim() === '') return 8080;
  const port = Number(text);
  if (!/^\d+$/.test(text.trim()) || port < 1 || port > 65_535) throw new Sentence(cli.badSetting('PORT'));
  return port;
}
