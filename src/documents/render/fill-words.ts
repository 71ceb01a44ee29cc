import { answerTo, blockOf } from '#domain/forms/answers.ts';
import type { PlanContent } from '#domain/filing/plan.ts';
import type { Edition } from '#domain/programme/edition.ts';
import { codeItem, splitPath } from '#domain/programme/look-up.ts';

/** Name of the code list of prefectures and counties. */
const divisions = 'divisions';

export type Fill = (template: string, more?: Readonly<Record<string, string>>) => string;

/** Fills in `{name}`: answers that the edition names, the zone, its city and the document's day. What is put in is put in as it stands. */
export function filler(edition: Edition, plan: PlanContent, date: string): Fill {
  const { fills, day } = edition.papers;
  const answers = Object.entries(fills).map(([key, { from, blank }]): [string, string] => {
    const { form, path } = splitPath(from);
    const [block = '', field = ''] = path.split('.');
    const value = answerTo(blockOf(form === 'commitment' ? plan.commitment : plan.form, block), field);
    return [key, typeof value === 'string' && value.trim() !== '' ? value.trim() : blank];
  });
  const [year = '', month = '', dayOfMonth = ''] = date.split('-').map((part) => String(Number(part)));
  const known: ReadonlyMap<string, string> = new Map([
    ...answers,
    ['zone', plan.zone],
    ['city', codeItem(edition, divisions, plan.city)?.name ?? ''],
    ['day', put(day, new Map(Object.entries({ year, month, day: dayOfMonth })))],
  ]);
  return (template, more = {}) => put(template, new Map([...known, ...Object.entries(more)]));
}

/** All at once, so that braces in an answer stay what they are. */
export function put(template: string, values: ReadonlyMap<string, string>): string {
  return template.replaceAll(/\{(\w+)\}/g, (found, key: string) => values.get(key) ?? found);
}
