import { isEmpty } from '#domain/forms/answers.ts';
import type { DateField } from '#domain/forms/definition.ts';
import { type Kind, plain, unreadable } from '#domain/forms/kinds/kind.ts';
import { fitsTyped, typedText } from '#domain/forms/kinds/numbers.ts';
import { isDay } from '#domain/values/instant.ts';

/** 2022-3-1, 2022.3.1, 2022/3/1, 20220301 and the Chinese year-month-day (escaped: read, never shown). */
const TYPED = /^(\d{4})(?:[-./\u5e74](\d{1,2})[-./\u6708](\d{1,2})\u65e5?|(\d{2})(\d{2}))$/;

export function dateKind(_field: DateField): Kind {
  return {
    ...plain,
    parse(text) {
      const typed = text.normalize('NFKC').replace(/\s/g, '');
      if (typed === '') return { value: undefined };
      const [, year = '', month, day, month2 = '', day2 = ''] = TYPED.exec(typed) ?? [];
      const value = `${year}-${(month ?? month2).padStart(2, '0')}-${(day ?? day2).padStart(2, '0')}`;
      return isDay(value) ? { value } : unreadable(text);
    },
    display: typedText,
    paper: typedText,
    fits: (value) => (typeof value === 'string' && value.length <= 40) || fitsTyped(value),
    faults: (value) => (typeof value === 'string' && isDay(value) ? [] : [{ code: 'unreadable', found: typedText(value) }]),
    normal: (value) => (isEmpty(value) ? undefined : value),
  };
}
