import { formatPointer } from '#domain/values/pointer.ts';
import type { Edition } from '../edition.ts';
import type { Report } from './fault-list.ts';

/** What looks like a year's placeholder and is none (`{Y-}`, `{y+1}`) would be printed as it stands. */
export function checkPlaceholders(edition: Edition, report: Report): void {
  walk(edition, [], report);
}

function walk(value: unknown, at: readonly string[], report: Report): void {
  if (typeof value === 'string') {
    const left = /\{\s*[Yy]\s*([+-].*?)?\}/.exec(value);
    if (left !== null) report(formatPointer(at), `"${left[0]}" is no year: write {Y}, {Y-1} or {Y+1}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) walk(item, [...at, key], report);
  }
}
