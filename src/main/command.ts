import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { cli } from '#web/messages/cli.ts';
import { Sentence } from './sentence.ts';

/** One command: what is left of the command line in, the exit code out. */
export type Command = (args: readonly string[]) => Promise<number | void>;

/** Reads a command's arguments; anything not declared is told in a sentence with exit code 2. */
export function options<const Options extends ParseArgsOptionsConfig>(command: string, args: readonly string[], declared: Options) {
  try {
    return parseArgs({ args: [...args], options: declared, allowPositionals: true, strict: true });
  } catch {
    throw new Sentence(cli.badArguments(command), 2);
  }
}

/** Exactly these many words beside the options. */
export function words(command: string, positionals: readonly string[], count: number): readonly string[] {
  if (positionals.length !== count) throw new Sentence(cli.badArguments(command), 2);
  return positionals;
}
