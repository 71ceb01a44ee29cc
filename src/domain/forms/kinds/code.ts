import { isEmpty } from '#domain/forms/answers.ts';
import type { CodeField } from '#domain/forms/definition.ts';
import { type CodeLists, type Kind, plain, unreadable } from '#domain/forms/kinds/kind.ts';
import { fitsTyped, typedText } from '#domain/forms/kinds/numbers.ts';
import type { CodeItem } from '#domain/programme/edition.ts';
import type { Json } from '#domain/values/json.ts';

export function codeKind(field: CodeField): Kind {
  const find = (value: Json, lists: CodeLists): CodeItem | undefined => (typeof value === 'string' ? codesOf(lists, field.list).get(value) : undefined);
  return {
    ...plain,
    parse(text, words) {
      const typed = text.normalize('NFKC').trim();
      if (typed === '') return { value: undefined };
      const byCode = codesOf(words.codeLists, field.list).get(typed.split(' ')[0] ?? '');
      const item = byCode ?? words.codeLists[field.list]?.find((one) => one.name === typed && (field.level ?? one.level) === one.level);
      return item === undefined ? unreadable(text) : { value: item.code };
    },
    display(value, words) {
      const item = find(value, words.codeLists);
      return item === undefined ? typedText(value) : `${item.code} ${item.name}`;
    },
    paper: (value, words) => find(value, words.codeLists)?.name ?? typedText(value),
    fits: (value) => (typeof value === 'string' && value.length <= 40) || fitsTyped(value),
    faults(value, lists) {
      if (typeof value !== 'string') return [{ code: 'unreadable', found: typedText(value) }];
      const item = find(value, lists);
      if (item === undefined) return [{ code: 'notACode', found: value }];
      return field.level === undefined || field.level === item.level ? [] : [{ code: 'wrongLevel', found: item.name, limit: field.level }];
    },
    normal: (value) => (isEmpty(value) ? undefined : value),
  };
}

const indices = new WeakMap<readonly CodeItem[], ReadonlyMap<string, CodeItem>>();
const none: readonly CodeItem[] = [];

/** A code list by code; made once a list. */
export function codesOf(lists: CodeLists, list: string): ReadonlyMap<string, CodeItem> {
  const items = lists[list] ?? none;
  const known = indices.get(items);
  if (known !== undefined) return known;
  const index = new Map(items.map((item) => [item.code, item]));
  indices.set(items, index);
  return index;
}
