import path from 'node:path';
import { isEmail } from '#domain/values/identifiers.ts';
import { cli } from '#web/messages/cli.ts';
import { Sentence } from './sentence.ts';

/** What the environment settles. */
export interface Config {
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Where a virus scanner listens; undefined where there is none. */
  readonly scanner?: { readonly host: string; readonly port: number } | undefined;
  /** Address that people use; undefined while only this machine does. */
  readonly publicUrl: string | undefined;
  /** Mail leaves by this server, from this address; undefined sends none. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** Text messages leave by this gateway; undefined sends none. */
  readonly sms: { readonly url: string; readonly token: string } | undefined;
}

/** Reads and checks every variable, those too that only a later part reads: a wrong one is better told at the start. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const url = (name: string, schemes: readonly string[]): string | undefined => {
    const text = env[name]?.trim();
    if (text === undefined || text === '') return undefined;
    if (!schemes.includes(URL.parse(text)?.protocol ?? '')) throw new Sentence(cli.badSetting(name));
    return text;
  };
  const smtp = url('SMTP_URL', ['smtp:', 'smtps:']);
  const gateway = url('SMS_GATEWAY_URL', ['http:', 'https:']);
  const from = env['MAIL_FROM']?.trim() ?? '';
  if (smtp !== undefined && !isEmail(from)) throw new Sentence(cli.badSetting('MAIL_FROM'));
  return {
    port: readPort(env['PORT']),
    dataFolder: path.resolve(env['JIQUN_DATA'] || 'data'),
    scanner: readScanner(env['CLAMD_ADDRESS']),
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    publicUrl: url('PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, ''),
    mail: smtp === undefined ? undefined : { url: smtp, from },
    sms: gateway === undefined ? undefined : { url: gateway, token: env['SMS_GATEWAY_TOKEN'] ?? '' },
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text.trim() === '') return 8080;
  const port = Number(text);
  if (!/^\d+$/.test(text.trim()) || port < 1 || port > 65_535) throw new Sentence(cli.badSetting('PORT'));
  return port;
}

/** `host:port`. */
function readScanner(text: string | undefined): Config['scanner'] {
  if (text === undefined || text.trim() === '') return undefined;
  const [, host, port] = /^([^\s:]+):(\d{1,5})$/.exec(text.trim()) ?? [];
  if (host === undefined || port === undefined || Number(port) < 1 || Number(port) > 65_535) throw new Sentence(cli.badSetting('CLAMD_ADDRESS'));
  return { host, port: Number(port) };
}
