import type { Edition } from '#domain/programme/edition.ts';
import { workbench } from '#web/messages/workbench.ts';

/** Name of the city bureau that the zone files to, by its division code. */
export function cityOf(edition: Edition, code: string): string {
  const name = Object.values(edition.codeLists)
    .flat()
    .find((item) => item.code === code)?.name;
  return workbench.city(name);
}
