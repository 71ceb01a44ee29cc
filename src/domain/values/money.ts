import type { MoneyUnit } from '#domain/forms/definition.ts';

/** Decimal places of a unit over its minor unit (fen, or US cents): 1 wanYuan = 10^6 fen. */
const places: Readonly<Record<MoneyUnit, number>> = { wanYuan: 6, yiYuan: 10, wanDollar: 6 };

/** What people type or paste after a figure, escaped because it is read, never shown: 万, 亿, 元, 美元. */
const SCALES: Readonly<Record<string, number>> = { '\u4e07': 6, '\u4ebf': 10 };
const YUAN = '\u5143';
const DOLLAR = '\u7f8e\u5143';

/** Longer text is no amount, and is not looked at. */
const LONGEST = 200;

const AMOUNT = new RegExp(`^(-?)(\\d+|\\d{1,3}(?:,\\d{3})+)?(?:\\.(\\d*))?(${Object.keys(SCALES).join('|')})?(${YUAN}|${DOLLAR})?$`);

/**
 * Reads an amount typed or pasted into a field of this unit, exactly: `1,234.5`, full-width digits, an own unit (`5亿元` in a
 * field of 万元 is 50000). Undefined where it is no amount, names the other currency, is finer than the minor unit or too large.
 */
export function parseMoney(text: string, unit: MoneyUnit): number | undefined {
  if (text.length > LONGEST) return undefined;
  const match = AMOUNT.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', scale, currency] = match;
  if (whole === '' && fraction === '') return undefined;
  if (currency !== undefined && (currency === DOLLAR) !== (unit === 'wanDollar')) return undefined;
  const exponent = scale === undefined ? (currency === undefined ? places[unit] : 2) : (SCALES[scale] ?? 0);
  const decimals = fraction.replace(/0+$/, '');
  if (decimals.length > exponent) return undefined;
  const minor = Number(whole.replaceAll(',', '') + decimals.padEnd(exponent, '0'));
  if (!Number.isSafeInteger(minor)) return undefined;
  return sign === '-' && minor !== 0 ? -minor : minor;
}

export interface MoneyFormat {
  /** Thousands commas. */
  readonly grouped?: boolean;
  /** Decimals shown even where they are zero. */
  readonly decimals?: number;
}

/** The amount in its unit, exact: no digit that is not zero is ever dropped, so parseMoney gives the same amount back. */
export function formatMoney(minor: number, unit: MoneyUnit, format: MoneyFormat = {}): string {
  const digits = String(Math.abs(minor)).padStart(places[unit] + 1, '0');
  const whole = digits.slice(0, -places[unit]);
  const fraction = digits
    .slice(-places[unit])
    .replace(/0+$/, '')
    .padEnd(format.decimals ?? 0, '0');
  const shown = format.grouped === true ? group(whole) : whole;
  return `${minor < 0 ? '-' : ''}${shown}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Down or up to `decimals` of the unit: for figures that were divided, such as a third, before they are shown. */
export function roundMoney(minor: number, unit: MoneyUnit, direction: 'down' | 'up', decimals = 2): number {
  const step = 10 ** (places[unit] - decimals);
  return (direction === 'down' ? Math.floor(minor / step) : Math.ceil(minor / step)) * step;
}

/** `1234567` → `1,234,567`. */
export function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
