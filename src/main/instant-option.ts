import type { Edition } from '#domain/programme/edition.ts';
import { parseInstant } from '#domain/values/instant.ts';
import { cli } from '#web/messages/cli.ts';
import { Sentence } from './sentence.ts';

const minute = 60_000;

/** The instant of submitting: what `--at` says, else a minute before the edition's deadline. */
export function instantOption(text: string | undefined, edition: Edition): string {
  const instant = parseInstant(text ?? edition.instants.submitBy);
  if (instant === undefined) throw new Sentence(cli.badInstant(text ?? ''), 2);
  return new Date(text === undefined ? instant - minute : instant).toISOString();
}
